import { computed } from 'vue'
import { useFormat } from '../../composables/use-format.ts'
import type { Category } from '../../data/shapes/catalogue.ts'
import { useCatalogueStore } from '../../stores/catalogue.ts'

/** The categories of the active root and their names, as lists show them. */
export function useCategoryWords() {
  const catalogue = useCatalogueStore()
  const format = useFormat()
  const categories = computed<readonly Category[]>(() => catalogue.catalogue?.categories ?? [])

  /** The group of a category; empty for one that has none. */
  const groupOf = ({ groupName, groupNameEn }: Category) =>
    groupName === null ? '' : format.name({ name: groupName, nameEn: groupNameEn })

  const options = computed(() =>
    categories.value.map((each) => ({ value: each.id, text: format.name(each), group: groupOf(each) })),
  )

  return { categories, categoryById: computed(() => catalogue.categoryById), groupOf, options }
}
