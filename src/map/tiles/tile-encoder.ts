import type { TileAddress } from '../../geo/tile-address.ts'
import type { TileColumns } from './columns.ts'
import type { EncodeRequest, EncodeResponse } from './tile-encoder.worker.ts'

/** Turns columns into vector tiles off the main thread. */
export interface TileEncoder {
  encode(tile: TileAddress, columns: TileColumns): Promise<ArrayBuffer>
  destroy(): void
}

/** Starts the worker; `encode` rejects when the worker fails or is destroyed first. */
export function createTileEncoder(): TileEncoder {
  const worker = new Worker(new URL('./tile-encoder.worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, { resolve: (tile: ArrayBuffer) => void; reject: (error: Error) => void }>()
  let last = 0

  function rejectAll(message: string) {
    for (const { reject } of waiting.values()) reject(new Error(message))
    waiting.clear()
  }

  worker.addEventListener('message', ({ data }: MessageEvent<EncodeResponse>) => {
    waiting.get(data.id)?.resolve(data.tile)
    waiting.delete(data.id)
  })
  worker.addEventListener('error', (event) => rejectAll(`The tile worker failed: ${event.message}`))

  return {
    encode(tile, columns) {
      const request: EncodeRequest = { id: ++last, tile, columns }
      return new Promise((resolve, reject) => {
        waiting.set(request.id, { resolve, reject })
        worker.postMessage(request)
      })
    },
    destroy() {
      worker.terminate()
      rejectAll('The map is gone.')
    },
  }
}
