import { computed, ref, shallowRef, watch } from 'vue'
import { useRequest } from '../../composables/use-request.ts'
import { fetchOrderCounts, fetchOrderPage } from '../../data/orders.ts'
import type { OrderCounts, OrderPage } from '../../data/shapes/order.ts'
import type { OrderRow, OrderView } from '../../domain/order.ts'
import { useSessionStore } from '../../stores/session.ts'

/** The list of orders of a view, with the counts of all views; `reload` keeps what is shown until the new is there. */
export function useOrderList() {
  const session = useSessionStore()
  const view = ref<OrderView>('all')
  const page = useRequest<OrderPage>()
  const counts = useRequest<OrderCounts>()
  const rows = shallowRef<OrderRow[]>([])
  const root = () => session.root?.id ?? 0

  async function load(after: OrderPage['next'], quietly: boolean): Promise<void> {
    await page.ask(
      (signal) => fetchOrderPage(session.client, { root: root(), view: view.value }, after, signal),
      quietly,
    )
    if (page.state.value === 'ready' && page.value.value)
      rows.value = after ? [...rows.value, ...page.value.value.rows] : page.value.value.rows
  }

  async function reload(): Promise<void> {
    void counts.ask((signal) => fetchOrderCounts(session.client, root(), signal), true)
    await load(null, true)
  }

  const next = computed(() => page.value.value?.next ?? null)
  const more = () => load(next.value, true)

  watch(view, () => void load(null, false))
  void reload()
  return {
    view,
    rows,
    counts: counts.value,
    state: page.state,
    refusal: page.refusal,
    outage: page.outage,
    next,
    more,
    reload,
  }
}
