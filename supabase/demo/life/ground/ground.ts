import type { Position, Town, TownArea } from '../../town/town.ts'
import { BandedPolygon } from './banded-polygon.ts'

/** Whose land it is, and where there is water: for choosing places of cases. Which area a case belongs to is the database's to say. */
export class Ground {
  /** Villages and communities: what has a committee and an officer. */
  readonly homes: readonly TownArea[]
  private readonly borders: readonly BandedPolygon[]
  private readonly waters: readonly BandedPolygon[]

  constructor(town: Town) {
    this.homes = town.areas.filter(({ level }) => level === 'village' || level === 'community')
    this.borders = this.homes.map(({ boundary }) => new BandedPolygon(boundary))
    this.waters = town.water.map(({ polygon }) => new BandedPolygon(polygon))
  }

  /** Index in `homes` of the village or community at a position; -1 outside the township. */
  homeAt([lng, lat]: Position): number {
    for (let i = 0; i < this.borders.length; i++) if (this.borders[i]?.contains(lng, lat)) return i
    return -1
  }

  isWater([lng, lat]: Position): boolean {
    for (let i = 0; i < this.waters.length; i++) if (this.waters[i]?.contains(lng, lat)) return true
    return false
  }

  /** On land, in the township. */
  isDry(position: Position): boolean {
    return !this.isWater(position) && this.homeAt(position) >= 0
  }
}
