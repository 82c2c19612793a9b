import type { TileAddress } from '../../geo/tile-address.ts'
import type { TileColumns } from './columns.ts'
import { encodeTile } from './encode-tile.ts'

/** What the main thread asks for, and the answer under the same number. */
export interface EncodeRequest {
  id: number
  tile: TileAddress
  columns: TileColumns
}

export interface EncodeResponse {
  id: number
  tile: ArrayBuffer
}

addEventListener('message', ({ data }: MessageEvent<EncodeRequest>) => {
  const tile = encodeTile(data.tile, data.columns).slice().buffer
  const response: EncodeResponse = { id: data.id, tile }
  postMessage(response, { transfer: [tile] })
})
