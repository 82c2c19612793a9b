/** Smooth noise over the plane: from -1 to 1, the same place always the same value. */
export type Noise = (x: number, y: number) => number

/**
 * Gradient-free value noise with bumps about `sizeM` metres wide; `octaves` adds finer bumps of half the size and half the
 * strength each.
 */
export function valueNoise(seed: number, sizeM: number, octaves = 1): Noise {
  const key = Math.imul(seed + 0x9e37, 0x85ebca6b)
  return (x, y) => {
    let sum = 0
    let strength = 1
    let total = 0
    let scale = 1 / sizeM
    for (let octave = 0; octave < octaves; octave++) {
      sum += strength * latticeValue(key + octave * 7919, x * scale, y * scale)
      total += strength
      strength /= 2
      scale *= 2
    }
    return sum / total
  }
}

function latticeValue(key: number, x: number, y: number): number {
  const column = Math.floor(x)
  const row = Math.floor(y)
  const u = eased(x - column)
  const v = eased(y - row)
  const south = mixed(corner(key, column, row), corner(key, column + 1, row), u)
  const north = mixed(corner(key, column, row + 1), corner(key, column + 1, row + 1), u)
  return mixed(south, north, v)
}

const eased = (t: number) => t * t * t * (t * (t * 6 - 15) + 10)
const mixed = (a: number, b: number, t: number) => a + (b - a) * t

function corner(key: number, column: number, row: number): number {
  let hash = key ^ Math.imul(column, 0x27d4eb2d) ^ Math.imul(row, 0x165667b1)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return ((hash ^ (hash >>> 15)) >>> 0) / 2147483648 - 1
}
