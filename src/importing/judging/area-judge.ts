import type { Geometry, MultiPolygon, Polygon } from 'geojson'
import { boundaryFlaw } from '../../geo/boundary-flaw.ts'
import { normalizedBoundary } from '../../geo/normalized-boundary.ts'
import type { AreaMapping } from '../mapping/area-mapping.ts'
import type { SourceRow } from '../files/source-row.ts'
import { no, type Judgement } from './judgement.ts'

/** An area of a file, its boundary checked and brought into one form. */
export interface JudgedArea {
  readonly key: string
  readonly name: string
  readonly nameEn?: string
  readonly geometry: MultiPolygon
}

/** The judge of the features of one mapping: key, name, boundary, in this order. */
export function areaJudge(mapping: AreaMapping): (row: SourceRow) => Judgement<JudgedArea> {
  return (row) => {
    const key = row.value(mapping.key)
    if (key === '') return no('key_required')
    const name = row.value(mapping.name)
    if (name === '') return no('name_required')
    const geometry = mapping.swapLatLng ? turned(row.geometry) : row.geometry
    const flaw = boundaryFlaw(geometry)
    if (flaw?.kind === 'outside_earth')
      return { ...no('outside_earth', flaw.at?.join(', ')), flaw, ...(flaw.at && { numbers: flaw.at }) }
    if (flaw) return { ...no('geometry_invalid', flaw.at?.join(', ')), flaw }
    const nameEn = mapping.nameEn ? row.value(mapping.nameEn) : ''
    const boundary = normalizedBoundary(geometry as Polygon | MultiPolygon)
    return { ok: true, warnings: [], row: { key, name, geometry: boundary, ...(nameEn && { nameEn }) } }
  }
}

function turned(geometry: Geometry | null | undefined): Geometry | null | undefined {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return geometry
  const turn = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value
    const [x, y, ...rest] = value as unknown[]
    return typeof x === 'number' ? [y, x, ...rest] : value.map(turn)
  }
  return { ...geometry, coordinates: turn(geometry.coordinates) } as Geometry
}
