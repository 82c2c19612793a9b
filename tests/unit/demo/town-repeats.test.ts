import { describe, expect, it } from 'vitest'
import { generateTown } from '../../../supabase/demo/town/generate-town.ts'
import { TOWNS } from './towns.ts'

describe('a town made twice', () => {
  it('is the same, byte for byte', () => {
    expect(JSON.stringify(generateTown(1)) === JSON.stringify(TOWNS[0]!.town)).toBe(true)
  }, 60_000)

  it('is another with another seed', () => {
    expect(JSON.stringify(TOWNS[0]!.town.areas)).not.toBe(JSON.stringify(TOWNS[1]!.town.areas))
  })
})
