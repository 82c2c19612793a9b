import { teach } from './i18n.ts'
import { orders } from './orders.ts'

/** Adds the sentences of orders and their documents: for their screen to call before it shows one. */
export function teachOrders(): void {
  teach('orders', orders)
}
