import { tileAt } from '../../../src/geo/tile-address.ts'
import type { Measure } from '../measure/measure-all.ts'
import type { Choices } from './choices.ts'
import { expectData } from './expect-data.ts'

const PER_ROUND = 20

export const PROGRESS = ['progress, all campaigns', 'progress, one campaign']

/** Counts and lists through HTTP as a viewer: the progress table, the legend, the list behind a crowded cell, a hotspot's detail. */
export function numberMeasures(choices: Choices): Measure[] {
  const [allCampaigns = '', oneCampaign = ''] = PROGRESS
  const spotAt = (turn: number) => {
    const spot = choices.spots[turn % choices.spots.length]
    if (!spot) throw new Error('There is no spot to look at.')
    return spot
  }
  const measure = (name: string, run: Measure['run']): Measure => ({ name, perRound: PER_ROUND, run })
  return [
    measure(allCampaigns, async ({ clients, root }) => {
      expectData(await clients.viewer.rpc('progress_by_area', { p_parent: root }))
    }),
    measure(oneCampaign, async ({ clients, root }) => {
      expectData(await clients.viewer.rpc('progress_by_area', { p_parent: root, p_campaign: choices.campaign }))
    }),
    measure('counts, none', async ({ clients, root }) => {
      expectData(await clients.viewer.rpc('hotspot_counts', { filter: { root } }))
    }),
    measure('counts, area and campaign', async ({ clients, root }, turn) => {
      const filter = { root, area: spotAt(turn).areaId ?? 0, campaign: choices.campaign }
      expectData(await clients.viewer.rpc('hotspot_counts', { filter }))
    }),
    measure('counts, category', async ({ clients, root }) => {
      expectData(await clients.viewer.rpc('hotspot_counts', { filter: { root, categories: [choices.category] } }))
    }),
    measure('counts, time', async ({ clients, root }) => {
      expectData(await clients.viewer.rpc('hotspot_counts', { filter: { root, ...choices.time } }))
    }),
    ...[10, 14, 18, 22].map((z) =>
      measure(`list of a z${z} tile`, async ({ clients, root }, turn) => {
        const { lng, lat } = spotAt(turn)
        const { x, y } = tileAt(lng, lat, z)
        expectData(await clients.viewer.rpc('hotspots_in_tile', { p_z: z, p_x: x, p_y: y, p_filter: { root } }))
      }),
    ),
    measure('detail of a hotspot', async ({ clients }, turn) => {
      expectData(await clients.viewer.rpc('hotspot_detail', { p_no: 501 + (turn % 400) }))
    }),
  ]
}
