import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormat } from '../../../composables/use-format.ts'
import { useCatalogueStore } from '../../../stores/catalogue.ts'
import { useSessionStore } from '../../../stores/session.ts'

/** What a route names, in words; what is not there any more is said to be so. */
export function useRouteWords() {
  const { t } = useI18n()
  const session = useSessionStore()
  const catalogue = useCatalogueStore()
  const format = useFormat()
  const root = computed(() => (session.root ? format.name(session.root) : ''))
  const nameOf = (known: { name: string; nameEn: string | null } | undefined) =>
    known ? format.name(known) : t('settings.routes.unknown')

  const category = (id: number | null) =>
    id === null ? t('settings.routes.anyCategory') : nameOf(catalogue.categoryById.get(id))
  const area = (id: number | null) =>
    id === null ? t('settings.routes.everywhere', { root: root.value }) : nameOf(catalogue.areaById.get(id))
  const unit = (id: number) => nameOf(catalogue.unitById.get(id))

  /** Areas below the root, indented by their depth. */
  const areas = computed(() =>
    (catalogue.catalogue?.areas.features ?? [])
      .filter(({ properties }) => properties.parentId !== null)
      .map(({ properties }) => ({
        value: properties.id,
        text: `${'\u3000'.repeat(Math.max(0, properties.depth - 1))}${format.name(properties)}`,
      })),
  )
  const units = computed(() =>
    (catalogue.catalogue?.units ?? []).map((each) => ({ value: each.id, text: format.name(each) })),
  )

  return { root, category, area, unit, areas, units }
}
