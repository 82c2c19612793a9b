import { LOCALES } from './define-messages.ts'
import { i18n } from './i18n.ts'
import { orders } from './orders.ts'

/** Adds the sentences of orders and their documents: for their screen to call before it shows one. */
export function teachOrders(): void {
  for (const locale of LOCALES) i18n.global.mergeLocaleMessage(locale, { orders: orders[locale] })
}
