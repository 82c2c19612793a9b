import { describe, expect, it } from 'vitest'
import { cameraForExtent } from '../../../src/map/camera-for-extent.ts'
import type { Extent } from '../../../src/map/town-map-types.ts'

const NONE = { top: 0, right: 0, bottom: 0, left: 0 }
const TOWN: Extent = [117.9, 30.93, 117.98, 31.01]
/** Pixels from the centre of the camera to a position, as Web Mercator has it. */
function offset({ lng, lat, zoom }: { lng: number; lat: number; zoom: number }, at: [number, number]) {
  const world = 512 * 2 ** zoom
  const row = (degrees: number) => 0.5 - Math.asinh(Math.tan((degrees * Math.PI) / 180)) / (2 * Math.PI)
  return { x: ((at[0] - lng) / 360) * world, y: (row(at[1]) - row(lat)) * world }
}

describe('the camera for an extent', () => {
  it('shows all of it, as large as fits beside the panels', () => {
    const padding = { top: 56, right: 440, bottom: 0, left: 320 }
    const camera = cameraForExtent(TOWN, { width: 1440, height: 844 }, padding, 17)
    const corner = offset(camera, [117.98, 30.93])
    const opposite = offset(camera, [117.9, 31.01])
    const free = { x: (1440 - 760) / 2 - 32, y: (844 - 56) / 2 - 32 }
    expect(corner.x).toBeCloseTo(-opposite.x, 6)
    expect(corner.y).toBeCloseTo(-opposite.y, 6)
    expect(corner.x).toBeLessThanOrEqual(free.x + 1e-6)
    expect(corner.y).toBeLessThanOrEqual(free.y + 1e-6)
    expect(Math.max(corner.x / free.x, corner.y / free.y)).toBeCloseTo(1, 6)
  })

  it('comes no closer than asked to a point, and goes no farther than the world', () => {
    const at: Extent = [117.94, 30.97, 117.94, 30.97]
    expect(cameraForExtent(at, { width: 800, height: 600 }, NONE, 17)).toEqual({
      lng: 117.94,
      lat: expect.closeTo(30.97, 9),
      zoom: 17,
    })
    expect(cameraForExtent([-180, -80, 180, 80], { width: 10, height: 10 }, NONE, 17).zoom).toBe(0)
  })
})
