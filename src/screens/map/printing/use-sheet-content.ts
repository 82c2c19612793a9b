import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormat } from '../../../composables/use-format.ts'
import { useMapCredits } from '../../../composables/use-map-credits.ts'
import type { OverdueCount } from '../../../data/overdue.ts'
import type { HotspotCounts } from '../../../data/shapes/hotspot.ts'
import { STATUS_GROUPS, statesOfGroup } from '../../../domain/status-group.ts'
import type { SheetContent } from '../../../map/print/sheet-content.ts'
import { useBasemapStore } from '../../../stores/basemap.ts'
import { useCatalogueStore } from '../../../stores/catalogue.ts'
import { useLiveStore } from '../../../stores/live.ts'
import { useMapViewStore } from '../../../stores/map-view.ts'
import { useSessionStore } from '../../../stores/session.ts'

/** The words of a sheet: what the map shows at this moment, said in the language of the reader. */
export function useSheetContent(inputs: {
  title: () => string
  counts: () => HotspotCounts | null
  overdue: () => OverdueCount | null
}) {
  const { t } = useI18n()
  const format = useFormat()
  const session = useSessionStore()
  const catalogue = useCatalogueStore()
  const view = useMapViewStore()
  const live = useLiveStore()
  const basemap = useBasemapStore()
  const credits = useMapCredits(() => ({ isShown: basemap.basemap.kind !== 'none', attribution: null }))

  const campaign = computed(() => catalogue.catalogue?.campaigns.find(({ id }) => id === view.view.campaign))
  const defaultTitle = computed(() => {
    const town = session.root ? format.name(session.root) : ''
    if (!campaign.value) return t('printing.defaultTitle', { town })
    return t('printing.campaignTitle', { town, campaign: format.name(campaign.value) })
  })

  const content = computed<SheetContent>(() => {
    const counts = inputs.counts()
    const overdue = inputs.overdue()
    const count = (n: number) =>
      counts?.scale === 64 ? t('printing.about', { n: format.number(n) }) : format.number(n)
    const groups = STATUS_GROUPS.filter((group) => view.view.groups.includes(group)).map((group) => {
      const n = statesOfGroup(group).reduce<number>((sum, state) => sum + (counts?.states[state] ?? 0), 0)
      return { group, n, label: t(`status.group.${group}`), count: count(n) }
    })
    const total = groups.reduce((sum, { n }) => sum + n, 0)
    const { area, from, to } = view.view
    const chosenArea = area === null ? null : catalogue.areaById.get(area)
    const now = new Date().toISOString()
    return {
      title: inputs.title() || defaultTitle.value,
      subtitle: [
        campaign.value ? format.name(campaign.value) : t('printing.allCampaigns'),
        ...(chosenArea ? [format.name(chosenArea)] : []),
        ...(from !== null || to !== null ? [[from, to].map((day) => day ?? '…').join(' – ')] : []),
        ...(view.view.overdue ? [t('map.overdueShow')] : []),
        t('printing.hotspots', { n: count(total) }, total),
        t('printing.cellNote'),
      ].join(' · '),
      groups,
      overdue: overdue && overdue.n > 0 ? { label: t('map.overdue'), count: format.number(overdue.n) } : null,
      ramp:
        view.groundBy === 'none'
          ? null
          : {
              label: t(view.groundBy === 'closed' ? 'map.rampClosed' : 'map.ramp'),
              from: '0',
              to: '100%',
              none: t('printing.none'),
            },
      length: (metres) => (metres < 1000 ? `${metres} m` : `${format.number(metres / 1000)} km`),
      scale: (n) => t('printing.scaleIs', { n: format.number(roundScale(n)) }),
      north: t('printing.north'),
      sources: [
        ...(credits.value.length > 0 ? [credits.value.join(' · ')] : []),
        [
          t('printing.dataFrom', { at: format.instant(live.dataAt ?? now) }),
          t('printing.madeOn', { day: format.instant(now, 'day') }),
        ].join(' · '),
      ],
    }
  })
  return { content, defaultTitle }
}

/** Three digits are as exact as a printer is. */
function roundScale(n: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(n)) - 2)
  return Math.round(n / step) * step
}
