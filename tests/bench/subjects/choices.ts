import type { Site } from '../measure/site.ts'

/** A place in the town, drawn by where hotspots are. */
export interface Spot {
  lng: number
  lat: number
  areaId: number | null
}

/** What the measures ask for; the same at every size. */
export interface Choices {
  spots: Spot[]
  /** The campaign that a quarter of all belongs to. */
  campaign: number
  /** The category that most belong to. */
  category: number
  /** Seven months in the middle of the two years. */
  time: { from: string; to: string }
}

/** The numbers of the old town that every size has begin here; below is the new street. */
const FIRST_SPOT = 501
const SPOTS = 48

/** Reads from one site what all are asked for. */
export async function makeChoices({ server }: Site): Promise<Choices> {
  const spots = await server.query<Spot>(
    `select lng, lat, area_id as "areaId" from public.hotspots where no >= $1 order by no limit $2`,
    [FIRST_SPOT, SPOTS],
  )
  const [most] = await server.query<{ campaign: number; category: number }>(
    `select (select id from bench.campaigns order by id offset 1 limit 1) as campaign,
       (select id from bench.categories where position = 0) as category`,
  )
  if (!most) throw new Error('The bench town has no campaigns.')
  return { spots, ...most, time: { from: '2025-09-01T00:00:00+08:00', to: '2026-04-01T00:00:00+08:00' } }
}
