/** Levels of the area tree from the root down. */
export const AREA_LEVELS = ['county', 'township', 'village', 'community', 'grid'] as const

export type AreaLevel = (typeof AREA_LEVELS)[number]

/** A name on the way from the root to an area. */
export interface AreaName {
  id: number
  name: string
  nameEn: string | null
}

/** Stands for "in no area" wherever an area id is asked for. */
export const NO_AREA = 0
