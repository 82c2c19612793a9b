import { computed, inject, provide, ref, shallowRef, type InjectionKey } from 'vue'
import { createRootArea, fetchRootOf, importPort } from '../../data/imports.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { judgeOfAreas } from '../../importing/judging/judge-of-areas.ts'
import { judgeOfHotspots } from '../../importing/judging/judge-of-hotspots.ts'
import type { AreaMapping } from '../../importing/mapping/area-mapping.ts'
import type { Reassignment } from '../../importing/running/import-port.ts'
import { refusedFile } from '../../importing/running/refused-file.ts'
import { reassignAll, runAreas } from '../../importing/running/run-areas.ts'
import { runHotspots } from '../../importing/running/run-hotspots.ts'
import { tellRowRefusal } from '../../importing/telling/tell-refusal.ts'
import { useCatalogueStore } from '../../stores/catalogue.ts'
import { useSessionStore } from '../../stores/session.ts'
import { useChosenFile } from './chosen-file.ts'
import { useMapping } from './use-mapping.ts'
import { useRun, type RunFrame } from './use-run.ts'
import { useSay } from './use-say.ts'
import { useSurvey, type ReadySurvey } from './use-survey.ts'

/** The steps of the wizard in their order. */
export const STEPS = ['file', 'mapping', 'preview', 'run', 'report'] as const

export type Step = (typeof STEPS)[number]

/** A dry run asks about every row of a file up to this size, and about the first few thousand of a larger one. */
const MOST_ROWS_ASKED = 20_000
const ROWS_ASKED_OF_MANY = 5000

export type Wizard = ReturnType<typeof createWizard>

const WIZARD: InjectionKey<Wizard> = Symbol('import wizard')

/** The wizard that the import screen made; asking outside of it is a defect. */
export function useWizard(): Wizard {
  const wizard = inject(WIZARD)
  if (!wizard) throw new Error('There is no import wizard here.')
  return wizard
}

/** Makes the wizard and hands it to the parts of the screen. */
export function provideWizard(): Wizard {
  const wizard = createWizard()
  provide(WIZARD, wizard)
  return wizard
}

function createWizard() {
  const session = useSessionStore()
  const catalogue = useCatalogueStore()
  const say = useSay()
  const kind = ref<'hotspots' | 'areas'>('hotspots')
  const step = ref<Step>('file')
  const file = useChosenFile()
  const mapping = useMapping()
  const survey = useSurvey()
  const comparison = useRun()
  const run = useRun()
  const refusedText = shallowRef<string[]>([])
  const reassignment = shallowRef<Reassignment | null>(null)
  /** The tree that the import went into, once it began. */
  const intoRoot = ref<number | null>(null)

  const ready = computed(() => (file.chosen.value.state === 'ready' ? file.chosen.value : null))
  const surveyed = computed(() => (survey.survey.value.state === 'ready' ? survey.survey.value : null))
  /** The tree of the same name as the one to be made, when there is one: the areas go there. */
  const namesake = computed(() => {
    const { kind: where, newRoot } = mapping.target.value
    return where === 'new_root' ? session.roots.find(({ name }) => name === newRoot.name.trim()) : undefined
  })

  /** The tree that the rows go into, when it is there already. */
  const targetRoot = computed(() => {
    const isNewTree = kind.value === 'areas' && mapping.target.value.kind === 'new_root'
    return isNewTree ? namesake.value : session.root
  })

  function toMapping(): void {
    if (!ready.value) return
    mapping.propose(kind.value, ready.value)
    step.value = 'mapping'
  }

  async function toPreview(): Promise<void> {
    if (!ready.value || !mapping.complete.value || mapping.problems.value.length > 0) return
    step.value = 'preview'
    comparison.reset()
    await survey.judge(ready.value, mapping.complete.value, targetRoot.value?.bbox ?? null)
    if (surveyed.value && step.value === 'preview') await compare(surveyed.value)
  }

  /** Asks the database what would become of the rows; writes nothing. */
  async function compare({ verdict }: ReadySurvey): Promise<void> {
    const mostRows = verdict.rows <= MOST_ROWS_ASKED ? undefined : ROWS_ASKED_OF_MANY
    await comparison.start((frame) => perform({ ...frame, dryRun: true, mostRows }))
  }

  async function begin(): Promise<void> {
    comparison.stop()
    refusedText.value = []
    reassignment.value = null
    step.value = 'run'
    await run.start((frame) => perform({ ...frame, dryRun: false, refusedSink: refusedRows() }))
    if (session.root && intoRoot.value === session.root.id) await catalogue.load(session.client, session.root.id)
    step.value = 'report'
  }

  async function perform(
    frame: RunFrame & { dryRun: boolean; mostRows?: number | undefined; refusedSink?: ReturnType<typeof refusedRows> },
  ): Promise<Result<unknown, Refusal>> {
    const { refusedSink, ...rest } = frame
    if (!ready.value || !surveyed.value) return ok(undefined)
    const { source, format } = ready.value
    const whole = { ...rest, refusedSink, source, format, port: importPort(session.client) }
    const result = await (kind.value === 'hotspots' ? performHotspots(whole) : performAreas(whole))
    await refusedSink?.end()
    return result
  }

  async function performHotspots(
    whole: Omit<Parameters<typeof runHotspots>[0], 'mapping' | 'root' | 'resolver' | 'ownCategories'>,
  ) {
    const words = mapping.forHotspots()
    if (!words.ok || !session.root || !surveyed.value) return ok(undefined)
    intoRoot.value = session.root.id
    return runHotspots({ ...whole, ...words.value, root: session.root.id, ownCategories: surveyed.value.ownCategories })
  }

  async function performAreas(whole: Omit<Parameters<typeof runAreas>[0], 'mapping' | 'parent'>) {
    const complete = mapping.complete.value
    if (complete?.kind !== 'areas') return ok(undefined)
    const parent = await parentOf(complete, whole.dryRun)
    if (!parent.ok || parent.value === null) return parent
    const sent = await runAreas({ ...whole, mapping: complete, parent: parent.value })
    if (!sent.ok || whole.dryRun) return sent
    const root = await fetchRootOf(session.client, parent.value)
    if (!root.ok) return root
    intoRoot.value = root.value
    return reassignAll(whole.port, root.value, (state) => (reassignment.value = state), whole.signal)
  }

  /** The area to put areas under; null in a dry run for a tree that is yet to be made, where everything would be new. */
  async function parentOf({ newRoot }: AreaMapping, dryRun: boolean): Promise<Result<number | null, Refusal>> {
    if (!newRoot) return ok(mapping.target.value.parentId)
    if (namesake.value) return ok(namesake.value.id)
    if (dryRun) return ok(null)
    const made = await createRootArea(session.client, { ...newRoot, nameEn: newRoot.nameEn ?? null })
    if (made.ok) await session.load()
    return made
  }

  function refusedRows() {
    const complete = mapping.complete.value
    const columns =
      complete?.kind === 'hotspots'
        ? judgeOfHotspots(complete, null).columns
        : complete
          ? judgeOfAreas(complete, null).columns
          : []
    return refusedFile(
      ready.value!.format,
      columns,
      (refused) => tellRowRefusal(refused, say),
      (text) => void refusedText.value.push(text),
    )
  }

  function startOver(): void {
    file.drop()
    survey.stop()
    comparison.reset()
    run.reset()
    step.value = 'file'
  }

  /** Ends everything that is under way, after its batch. */
  function leave(): void {
    file.drop()
    survey.stop()
    comparison.stop()
    run.stop()
  }

  return {
    kind,
    step,
    file,
    ready,
    mapping,
    survey: survey.survey,
    surveyed,
    comparison,
    run,
    refusedText,
    reassignment,
    intoRoot,
    namesake,
    targetRoot,
    toMapping,
    toPreview,
    begin,
    startOver,
    leave,
  }
}
