import type { Point } from '../plane/point.ts'
import type { Terrain } from './terrain.ts'

/** How steep the land is at a place, metres a metre. */
export const slopeAt = ({ elevation }: Terrain, p: Point): number => Math.hypot(...elevation.gradient(p))
