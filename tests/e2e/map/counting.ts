import type { TestServer } from '../../support/test-server.ts'

/** Ended hotspots are not drawn unless asked for. */
export const SHOWN = 'state not in (7, 8, 9)'

/** Counts the demo township's hotspots under a condition. */
export function counting(query: TestServer['query']) {
  return async (condition: string): Promise<number> => {
    const [row] = await query<{ n: number }>(
      `select count(*)::int as n from public.hotspots h join public.areas a on a.id = h.root_id and a.name = '示例镇' where ${condition}`,
    )
    return row!.n
  }
}
