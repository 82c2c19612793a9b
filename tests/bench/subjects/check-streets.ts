import type { Site } from '../measure/site.ts'
import type { Check } from './checks.ts'

/** The new street is the same at every size, and nothing else lies within sight of it. */
export async function checkStreets(sites: readonly Site[]): Promise<Check> {
  const streets = await Promise.all(
    sites.map(async ({ server }) => {
      const [street] = await server.query<{ n: number; content: string }>(
        `select count(*)::int as n, md5(string_agg(concat_ws(' ', no, lng, lat, state, category_id), ';' order by no)) as content
         from public.hotspots where lng > bench.lng(8000)`,
      )
      return street
    }),
  )
  const contents = new Set(streets.map((street) => street?.content))
  return {
    what: 'the new street is the same at every size',
    size: Math.max(...sites.map(({ size }) => size)),
    isPassed: contents.size === 1 && streets.every((street) => street?.n === 500),
    found: `${streets.map((street) => street?.n).join(', ')} hotspots`,
  }
}
