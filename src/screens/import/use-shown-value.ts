import { useI18n } from 'vue-i18n'
import { useFormat } from '../../composables/use-format.ts'
import { isHotspotStatus } from '../../domain/status.ts'
import { useCatalogueStore } from '../../stores/catalogue.ts'

/** Writes the value of a hotspot's field as a person reads it. */
export function useShownValue(): (field: string, value: unknown) => string {
  const { t } = useI18n()
  const format = useFormat()
  const catalogue = useCatalogueStore()
  const named = {
    categoryId: () => catalogue.categoryById,
    campaignId: () => catalogue.campaignById,
    unitId: () => catalogue.unitById,
  } as const

  return (field, value) => {
    if (value === null || value === undefined) return t('common.none')
    if (field in named && typeof value === 'number') {
      const known = named[field as keyof typeof named]().get(value)
      return known ? format.name(known) : String(value)
    }
    if (field === 'status' && isHotspotStatus(value)) return t(`status.name.${value}`)
    if ((field === 'reportedAt' || field === 'closedAt') && typeof value === 'string') return format.instant(value)
    return typeof value === 'string' ? value : JSON.stringify(value)
  }
}
