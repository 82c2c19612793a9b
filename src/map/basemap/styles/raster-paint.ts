import type { RasterLayerSpecification } from 'maplibre-gl'
import type { BasemapLook } from '../drawing.ts'

/** A layer of pictures, turned down until data stands out on it; a drawn map is turned to night on the dark theme. */
export function rasterPaint(
  source: string,
  nature: 'drawn' | 'photo',
  { theme }: BasemapLook,
): RasterLayerSpecification {
  const isNight = theme === 'dark'
  const paint = {
    'raster-saturation': nature === 'photo' ? -0.35 : -0.45,
    'raster-contrast': nature === 'photo' ? -0.1 : 0,
    // Bright and dark ends swapped turn a light map into a dark one; photographs are only dimmed.
    'raster-brightness-min': isNight && nature === 'drawn' ? 0.72 : 0,
    'raster-brightness-max': isNight ? (nature === 'drawn' ? 0.1 : 0.55) : 1,
    'raster-hue-rotate': isNight && nature === 'drawn' ? 180 : 0,
    'raster-fade-duration': 0,
  }
  return { id: source, type: 'raster', source, paint }
}
