import { describe, expect, it } from 'vitest'
import { basemapChoices, choiceInForce, chosenBasemap, type Basemap } from '../../../src/domain/basemap.ts'

const tianditu: Basemap = { kind: 'tianditu', layer: 'img', token: '0123456789abcdef' }

describe('the choices of a viewer', () => {
  it('are the basemap of the township, or none', () => {
    expect(basemapChoices({ kind: 'demo' })).toEqual(['own', 'none'])
    expect(basemapChoices({ kind: 'none' })).toEqual(['none'])
  })

  it('are both sides of 天地图, the one that is set first', () => {
    expect(basemapChoices(tianditu)).toEqual(['img', 'vec', 'none'])
  })

  it('hold where the township offers them, and only there', () => {
    expect(choiceInForce(tianditu, 'vec')).toBe('vec')
    expect(choiceInForce({ kind: 'demo' }, 'vec')).toBe('own')
    expect(choiceInForce(tianditu, 'own')).toBe('img')
    expect(choiceInForce({ kind: 'none' }, 'own')).toBe('none')
    expect(choiceInForce({ kind: 'demo' }, 'what an older version stored')).toBe('own')
  })

  it('turn into what is drawn', () => {
    expect(chosenBasemap(tianditu, 'vec')).toEqual({ ...tianditu, layer: 'vec' })
    expect(chosenBasemap(tianditu, 'none')).toEqual({ kind: 'none' })
    expect(chosenBasemap({ kind: 'demo' }, 'own')).toEqual({ kind: 'demo' })
  })
})
