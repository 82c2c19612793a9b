import { computed, type ComputedRef } from 'vue'
import { mapExcerpt, type MapExcerpt } from '../../documents/map-excerpt.ts'
import { orderDocument, type OrderDocument } from '../../documents/order-document.ts'
import type { OrderContent } from '../../domain/order.ts'
import { useCatalogueStore } from '../../stores/catalogue.ts'
import { useOrderWords } from './use-order-words.ts'

/** An excerpt fills the width of a page's text; twice that many pixels go to paper. */
const EXCERPT = { width: 640, height: 380 }

/** What an order's content looks like on paper: the document, and the map excerpt once the areas are known. */
export function useOrderPaper(
  content: () => OrderContent,
  mark: () => string | null,
): {
  document: ComputedRef<OrderDocument>
  excerpt: ComputedRef<MapExcerpt | null>
} {
  const words = useOrderWords()
  const catalogue = useCatalogueStore()
  const areas = computed(() =>
    (catalogue.catalogue?.areas.features ?? []).flatMap(({ properties, geometry }) =>
      geometry
        ? [
            {
              name: properties.parentId === null ? '' : properties.name,
              rings: geometry.coordinates.flat(),
              center: properties.parentId === null ? null : properties.center,
            },
          ]
        : [],
    ),
  )
  return {
    document: computed(() => orderDocument(content(), words(content().timeZone), mark())),
    excerpt: computed(() => mapExcerpt(content().cases, areas.value, EXCERPT)),
  }
}
