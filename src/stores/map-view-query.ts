import type { LayerView } from '../domain/layer-view.ts'
import { GROUPS_SHOWN_BY_DEFAULT, STATUS_GROUPS, type StatusGroup } from '../domain/status-group.ts'
import { layersOfText, textOfLayers } from './layers-query.ts'
import { isDay, type Day } from '../domain/zoned-day.ts'

/** What a person looks at on the map, as far as a link can carry it; null is "not restricted" and "not chosen". */
export interface MapView {
  camera: { lng: number; lat: number; zoom: number } | null
  /** 0 is "in no area". */
  area: number | null
  /** 0 is "no campaign". */
  campaign: number | null
  categories: number[]
  groups: StatusGroup[]
  from: Day | null
  /** The last day that is included. */
  to: Day | null
  /** Only what is overdue. */
  overdue: boolean
  hotspot: number | null
  layers: LayerView
  /** The day that a replay stands at; null while none is open. */
  replay: Day | null
}

/** Query values as the router hands them out. */
export type Query = Record<string, string | null | (string | null)[] | undefined>

export const VIEW_KEYS = [
  'm',
  'area',
  'campaign',
  'cats',
  'states',
  'from',
  'to',
  'overdue',
  'sel',
  'layers',
  'replay',
] as const

/** A view without any choice. */
export function emptyView(): MapView {
  return {
    camera: null,
    area: null,
    campaign: null,
    categories: [],
    groups: [...GROUPS_SHOWN_BY_DEFAULT],
    from: null,
    to: null,
    overdue: false,
    hotspot: null,
    layers: {},
    replay: null,
  }
}

/** The view of an address; a part that cannot be read is left at its default, so that an old link still opens. */
export function viewOfQuery(query: Query): MapView {
  const text = (key: string) => [query[key]].flat()[0] ?? ''
  const groups = text('states').split(',')
  const day = (key: string) => (isDay(text(key)) ? text(key) : null)
  return {
    camera: cameraOf(text('m')),
    area: wholeNumber(text('area')),
    campaign: wholeNumber(text('campaign')),
    categories: text('cats')
      .split(',')
      .flatMap((each) => wholeNumber(each) ?? []),
    groups:
      query['states'] === undefined
        ? [...GROUPS_SHOWN_BY_DEFAULT]
        : STATUS_GROUPS.filter((each) => groups.includes(each)),
    from: day('from'),
    to: day('to'),
    overdue: text('overdue') === '1',
    hotspot: wholeNumber(text('sel')),
    layers: layersOfText(text('layers')),
    replay: day('replay'),
  }
}

/** The address of a view; defaults are left out, so that the link stays short. `viewOfQuery` reads it back. */
export function queryOfView(view: MapView): Partial<Record<(typeof VIEW_KEYS)[number], string>> {
  const layers = textOfLayers(view.layers)
  const isDefault = GROUPS_SHOWN_BY_DEFAULT.join() === view.groups.join()
  return {
    ...(view.camera && {
      m: `${view.camera.zoom.toFixed(2)}/${view.camera.lat.toFixed(5)}/${view.camera.lng.toFixed(5)}`,
    }),
    ...(view.area !== null && { area: String(view.area) }),
    ...(view.campaign !== null && { campaign: String(view.campaign) }),
    ...(view.categories.length > 0 && { cats: view.categories.join(',') }),
    ...(!isDefault && { states: view.groups.join(',') }),
    ...(view.from !== null && { from: view.from }),
    ...(view.to !== null && { to: view.to }),
    ...(view.overdue && { overdue: '1' }),
    ...(view.hotspot !== null && { sel: String(view.hotspot) }),
    ...(layers !== '' && { layers }),
    ...(view.replay !== null && { replay: view.replay }),
  }
}

function wholeNumber(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

function cameraOf(text: string): MapView['camera'] {
  const numbers = text.split('/').map(Number)
  const [zoom, lat, lng] = numbers
  if (numbers.length !== 3 || zoom === undefined || lat === undefined || lng === undefined) return null
  const isCamera = text !== '' && zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 90 && Math.abs(lng) <= 180
  return isCamera ? { zoom, lat, lng } : null
}
