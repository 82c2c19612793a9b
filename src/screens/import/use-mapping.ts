import { computed, ref } from 'vue'
import { ok, refused } from '../../domain/result.ts'
import { guessAreaMapping } from '../../importing/guessing/guess-area-mapping.ts'
import { guessHotspotMapping } from '../../importing/guessing/guess-hotspot-mapping.ts'
import { AreaMapping } from '../../importing/mapping/area-mapping.ts'
import { HotspotMapping } from '../../importing/mapping/hotspot-mapping.ts'
import type { MappingProblem } from '../../importing/mapping/mapping-problem.ts'
import { checkedMapping, parseMapping } from '../../importing/mapping/parse-mapping.ts'
import { resolverOf } from '../../importing/references/resolver.ts'
import type { References } from '../../importing/references/references.ts'
import { useCatalogueStore } from '../../stores/catalogue.ts'
import { useSessionStore } from '../../stores/session.ts'
import type { AreaTarget } from './area-target.ts'
import type { ReadyFile } from './chosen-file.ts'

const NOTHING_KNOWN: References = { categories: [], campaigns: [], units: [] }

/** The mapping under work: guessed from a file, changed by hand, or loaded; with what is still wrong with it. */
export function useMapping() {
  const session = useSessionStore()
  const catalogue = useCatalogueStore()
  const hotspots = ref<HotspotMapping | null>(null)
  const areas = ref<AreaMapping | null>(null)
  const target = ref<AreaTarget>(newTarget())
  const references = computed<References>(() => catalogue.catalogue ?? NOTHING_KNOWN)

  function newTarget(): AreaTarget {
    const timeZone = session.root?.timeZone ?? 'Asia/Shanghai'
    return {
      kind: 'under',
      parentId: session.root?.id ?? 0,
      newRoot: { name: '', level: 'township', timeZone },
    }
  }

  /** Proposes a mapping for a file that was just read. */
  function propose(kind: 'hotspots' | 'areas', { source, format, profile }: ReadyFile): void {
    const timeZone = session.root?.timeZone ?? 'Asia/Shanghai'
    const surroundings = { fileName: source.name, timeZone, references: references.value }
    hotspots.value = kind === 'hotspots' ? guessHotspotMapping(profile, format, surroundings) : null
    areas.value = kind === 'areas' ? guessAreaMapping(profile, source.name) : null
    target.value = newTarget()
  }

  /** Takes a saved mapping in place of the proposed one; hands back what is wrong with it, if so. */
  function load(text: string): MappingProblem[] {
    if (hotspots.value) {
      const loaded = parseMapping(text, 'hotspots')
      if (!loaded.ok) return loaded.error
      hotspots.value = loaded.value
    } else {
      const loaded = parseMapping(text, 'areas')
      if (!loaded.ok) return loaded.error
      areas.value = loaded.value
      if (loaded.value.newRoot) target.value = { ...target.value, kind: 'new_root', newRoot: loaded.value.newRoot }
    }
    return []
  }

  /** The mapping as it would be saved: with the tree that areas go into, without blanks. */
  const complete = computed<HotspotMapping | AreaMapping | null>(() => {
    if (hotspots.value) return withoutBlanks(hotspots.value)
    if (!areas.value) return null
    const { newRoot: _, ...rest } = areas.value
    const { kind, newRoot } = target.value
    return withoutBlanks<AreaMapping>(kind === 'new_root' ? { ...rest, newRoot } : rest)
  })

  const problems = computed<MappingProblem[]>(() => {
    const mapping = complete.value
    if (!mapping) return []
    const checked =
      mapping.kind === 'hotspots' ? checkedMapping(mapping, HotspotMapping) : checkedMapping(mapping, AreaMapping)
    if (!checked.ok) return checked.error
    const resolved = checked.value.kind === 'hotspots' ? resolverOf(checked.value, references.value) : ok(null)
    return resolved.ok ? [] : resolved.error
  })

  /** The mapping of hotspots with its resolver, once nothing is wrong with it. */
  function forHotspots() {
    const mapping = complete.value
    if (mapping?.kind !== 'hotspots' || problems.value.length > 0) return refused(problems.value)
    const resolved = resolverOf(mapping, references.value)
    return resolved.ok ? ok({ mapping, resolver: resolved.value }) : resolved
  }

  return { hotspots, areas, target, references, complete, problems, propose, load, forHotspots }
}

/** Optional parts that were left blank are left out: `undefined` and '' mean the same to who fills in a form. */
function withoutBlanks<T extends object>(mapping: T): T {
  const entries = Object.entries(mapping).filter(([, value]) => value !== undefined && !isBlankPart(value))
  return Object.fromEntries(entries) as T
}

/** A part such as `{ column: '' }` or `{ constant: '' }` that was opened and not filled in. */
function isBlankPart(value: unknown): boolean {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
  const part = value as Record<string, unknown>
  return (part['column'] === '' && Object.keys(part).length === 1) || part['constant'] === ''
}
