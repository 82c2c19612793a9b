import { fromVectorTileJs, GeoJSONWrapper, type Feature } from '@maplibre/vt-pbf'
import { STATUS_GROUPS, groupOfState } from '../../domain/status-group.ts'
import type { HotspotState } from '../../domain/status.ts'
import type { TileAddress } from '../../geo/tile-address.ts'
import { cellsOf } from '../cells/cell-grid.ts'
import { ringKey } from '../cells/ring-key.ts'
import type { CellColumns, PointColumns, TileColumns } from './columns.ts'

/** The position of a state's status group in `STATUS_GROUPS`: what tiles, expressions and feature state carry. */
export function groupIndexOf(state: HotspotState): number {
  return STATUS_GROUPS.indexOf(groupOfState(state))
}

function pointFeatures(columns: PointColumns): Feature[] {
  return columns.no.map((no, i) => ({
    type: 1,
    id: no,
    geometry: [[columns.x[i]!, columns.y[i]!]],
    tags: {
      state: columns.state[i]!,
      group: groupIndexOf(columns.state[i]!),
      category: columns.category[i]!,
      urgent: columns.urgent[i] ?? false,
      ...(columns.due[i] && { due: columns.due[i] }),
    },
  }))
}

function cellFeatures(tile: TileAddress, columns: CellColumns): Feature[] {
  return cellsOf(tile, columns).map(({ address, x, y, total, counts }) => ({
    type: 1,
    geometry: [[x, y]],
    tags: {
      n: total,
      ring: ringKey(counts, total),
      about: columns.scale > 1,
      z: address.z,
      column: address.x,
      row: address.y,
    },
  }))
}

/**
 * A vector tile with one layer: `points` (id = no; state, group, category, urgent, due where a clock runs) or `cells` (n, ring, about and the
 * tile z/column/row that holds the same hotspots).
 */
export function encodeTile(tile: TileAddress, columns: TileColumns): Uint8Array {
  const features = columns.kind === 'points' ? pointFeatures(columns) : cellFeatures(tile, columns)
  if (features.length === 0) return new Uint8Array(0)
  const layer = new GeoJSONWrapper(features, { version: 2, extent: 4096 })
  layer.name = columns.kind
  return fromVectorTileJs({ layers: { [columns.kind]: layer } })
}
