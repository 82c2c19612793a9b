import { describe, expect, it } from 'vitest'
import { generateTown } from '../../../supabase/demo/town/generate-town.ts'
import { areaCases } from './area-cases.ts'
import { buildingCases } from './building-cases.ts'
import { placeCases } from './place-cases.ts'
import { roadCases } from './road-cases.ts'

/** The demo's own town and another: what holds for both is no accident. */
const towns = [1, 2].map((seed) => ({ seed, town: generateTown(seed) }))

const again = JSON.stringify(generateTown(1))

for (const town of towns) {
  areaCases(town)
  roadCases(town)
  buildingCases(town)
  placeCases(town)
}

describe('a town made twice', () => {
  const [one, two] = towns.map(({ town }) => JSON.stringify(town))

  it('is the same, byte for byte', () => {
    expect(again === one).toBe(true)
  })

  it('is another with another seed', () => {
    expect(one).not.toBe(two)
  })
})
