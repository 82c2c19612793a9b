import { useDebounceFn } from '@vueuse/core'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { isAbort, Outage, type OutageReason } from '../../../data/errors.ts'
import type { Refusal } from '../../../domain/refusal.ts'
import { gatherAreas, type ReplayAreas } from '../../../domain/replay/gather-areas.ts'
import { gatherCells, type ReplayCells } from '../../../domain/replay/gather-cells.ts'
import { firstStepOf, seriesFrom } from '../../../domain/replay/replay-series.ts'
import { replaySteps } from '../../../domain/replay/replay-steps.ts'
import { replayView, type ReplayView, type ReplayWindow } from '../../../domain/replay/replay-view.ts'
import { ok } from '../../../domain/result.ts'
import { coversRanges, WORLD } from '../../../geo/cell-ranges.ts'
import { useCatalogueStore } from '../../../stores/catalogue.ts'
import { useMapViewStore } from '../../../stores/map-view.ts'
import { useSessionStore } from '../../../stores/session.ts'
import { addDays, dayOf } from '../../../domain/zoned-day.ts'
import { readChunks } from './read-chunks.ts'

/** A replay goes back so far when neither a campaign nor a filter says from when. */
const DAYS_BACK = 364
/** A moving camera asks when it has come to rest. */
const SETTLE_MS = 350

/** Everything that a replay shows, read under the filters of the map; cells are read again where and as finely as one looks. */
export function useReplayData(windowOf: () => ReplayWindow | null) {
  const session = useSessionStore()
  const catalogue = useCatalogueStore()
  const store = useMapViewStore()

  const state = ref<'loading' | 'ready' | 'refused' | 'failed'>('loading')
  const read = ref(0)
  const refusal = shallowRef<Refusal | null>(null)
  const outage = ref<OutageReason | null>(null)
  const areas = shallowRef<ReplayAreas | null>(null)
  const cells = shallowRef<(ReplayCells & Pick<ReplayView, 'cellPx'>) | null>(null)
  const steps = shallowRef<string[]>([])
  let view: ReplayView | null = null
  let running: AbortController | null = null

  /** The area whose children have a line each. */
  const parentId = computed(() => store.view.area || (session.root?.id ?? 0))

  function stepsNow(): string[] {
    const today = dayOf(new Date(), session.root?.timeZone ?? 'Asia/Shanghai')
    const campaign = catalogue.campaignById.get(store.view.campaign ?? 0)
    const from = store.view.from ?? campaign?.startsOn ?? addDays(today, -DAYS_BACK)
    return replaySteps(from > today ? addDays(today, -DAYS_BACK) : from, today)
  }

  async function asking(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    running?.abort()
    const mine = (running = new AbortController())
    try {
      await work(mine.signal)
    } catch (error) {
      if (mine.signal.aborted || isAbort(error)) return
      if (!(error instanceof Outage)) throw error
      outage.value = error.reason
      state.value = 'failed'
    }
  }

  async function load(): Promise<void> {
    const filter = store.filterOfAllStates
    const seen = windowOf()
    if (!filter || !seen) return
    state.value = 'loading'
    read.value = 0
    const nextSteps = stepsNow()
    const nextView = replayView(seen, session.root?.bbox ?? null)
    const days = nextSteps.slice(0, -1)
    const onRead = (share: number) => (read.value = share)
    await asking(async (signal) => {
      // From far away one reading gives areas and cells; close up the cells of the view are a second, small one.
      const level = nextView.isWhole ? nextView.level : null
      const all = await readChunks(session.client, { filter, days, level, byArea: true }, [WORLD], signal, onRead)
      const near =
        all.ok && !nextView.isWhole
          ? await readChunks(
              session.client,
              { filter, days, level: nextView.level, byArea: false },
              nextView.ranges,
              signal,
              () => {},
            )
          : ok(all.ok ? all.value : [])
      const failed = !all.ok ? all : !near.ok ? near : null
      if (failed) {
        refusal.value = failed.error
        state.value = 'refused'
      } else if (all.ok && near.ok) {
        const children = [...catalogue.areaById.values()].filter((area) => area.parentId === parentId.value)
        const known = children.map(({ id }) => id)
        const gathered = gatherAreas(nextSteps.length, all.value, known)
        // A township that began in August is not shown empty from January on.
        const first = firstStepOf(gathered.total)
        steps.value = nextSteps.slice(first)
        view = nextView
        areas.value = {
          ...gathered,
          series: seriesFrom(gathered.series, first),
          total: seriesFrom(gathered.total, first),
        }
        const found = gatherCells(nextSteps.length, near.value)
        cells.value = { ...found, series: seriesFrom(found.series, first), cellPx: nextView.cellPx }
        state.value = 'ready'
      }
    })
    // The camera may have moved while history was being read.
    await follow()
  }

  /** The cells of where one looks now, unless they are there already; the areas stay as they are. */
  async function follow(): Promise<void> {
    const filter = store.filterOfAllStates
    const seen = windowOf()
    if (state.value !== 'ready' || !filter || !seen) return
    const next = replayView(seen, session.root?.bbox ?? null)
    if (view?.level === next.level && coversRanges(view.ranges, next.ranges)) return
    const question = { filter, days: steps.value.slice(0, -1), level: next.level, byArea: false }
    await asking(async (signal) => {
      const near = await readChunks(session.client, question, next.ranges, signal, () => {})
      if (!near.ok) return
      view = next
      cells.value = { ...gatherCells(steps.value.length, near.value), cellPx: next.cellPx }
    })
  }

  watch(() => store.filterOfAllStates, load)
  watch(() => store.view.camera, useDebounceFn(follow, SETTLE_MS))
  onScopeDispose(() => running?.abort())
  return { state, read, refusal, outage, areas, cells, steps, parentId, load }
}
