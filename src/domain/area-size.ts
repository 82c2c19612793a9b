/** One 亩 in square metres, as land is measured in China (1 亩 = 666.67 m²). */
export const M2_PER_MU = 2000 / 3
/** One hectare (公顷) in square metres. */
export const M2_PER_HECTARE = 10_000

/** An area in the three units that plans are written in. */
export function areaSizes(sizeM2: number): { m2: number; mu: number; hectares: number } {
  return { m2: sizeM2, mu: sizeM2 / M2_PER_MU, hectares: sizeM2 / M2_PER_HECTARE }
}
