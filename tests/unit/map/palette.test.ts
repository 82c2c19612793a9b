import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { STATUS_GROUPS, type StatusGroup } from '../../../src/domain/status-group.ts'
import { PALETTES, type MapTheme } from '../../../src/map/palette.ts'
import { contrast, leastDistance, lightness } from './colour-distance.ts'

const LOUD: readonly StatusGroup[] = ['todo', 'doing', 'review', 'done', 'paused']
const THEMES: readonly MapTheme[] = ['light', 'dark']

function leastOfPairs(theme: MapTheme, groups: readonly StatusGroup[]): number {
  const { status } = PALETTES[theme]
  const pairs = groups.flatMap((one, i) => groups.slice(0, i).map((other) => leastDistance(status[one], status[other])))
  return Math.min(...pairs)
}

/** The custom properties of one theme in tokens.css. */
function tokens(theme: MapTheme): Map<string, string> {
  const css = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8')
  const start = css.indexOf(theme === 'light' ? '\n:root {' : '\nhtml.dark {')
  const block = css.slice(start, css.indexOf('\n}', start))
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!]))
}

describe('a colour test that knows what it looks for', () => {
  it('tells that red and green of one lightness fall together for some eyes', () => {
    expect(leastDistance('#52c41a', '#faad14')).toBeLessThan(0.05)
  })

  it('knows the contrast of black on white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  })
})

describe.each(THEMES)('the status colours of the %s theme', (theme) => {
  it('stay apart for every kind of colour vision', () => {
    expect(leastOfPairs(theme, LOUD)).toBeGreaterThanOrEqual(theme === 'light' ? 0.11 : 0.13)
  })

  it('stay apart with the two quiet ones, which have their marks besides', () => {
    expect(leastOfPairs(theme, STATUS_GROUPS)).toBeGreaterThanOrEqual(0.075)
  })

  it.each(STATUS_GROUPS)('%s stands out from paper and surface with 3:1', (group) => {
    const { paper, surface, status } = PALETTES[theme]
    expect(contrast(status[group], paper)).toBeGreaterThanOrEqual(3)
    expect(contrast(status[group], surface)).toBeGreaterThanOrEqual(3)
  })
})

describe.each(THEMES)('the ring of what is overdue in the %s theme', (theme) => {
  it('is no status to anybody, and stands out with 3:1', () => {
    const { overdue, paper, surface, status } = PALETTES[theme]
    for (const group of LOUD) expect(leastDistance(overdue, status[group]), group).toBeGreaterThanOrEqual(0.06)
    expect(contrast(overdue, paper)).toBeGreaterThanOrEqual(3)
    expect(contrast(overdue, surface)).toBeGreaterThanOrEqual(3)
  })
})

describe.each(THEMES)('the progress ramp of the %s theme', (theme) => {
  it('goes in even steps of lightness', () => {
    const steps = PALETTES[theme].ramp.map(lightness).map((value, i, all) => (i === 0 ? 0 : value - all[i - 1]!))
    const sizes = steps.slice(1).map(Math.abs)
    expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThan(1.4)
    expect(new Set(steps.slice(1).map(Math.sign)).size).toBe(1)
  })

  it('lets the names of areas be read on it, with their halo on the darkest', () => {
    const { ink, ramp, surface } = PALETTES[theme]
    expect(contrast(ink, ramp[0])).toBeGreaterThanOrEqual(4.5)
    expect(contrast(ink, surface)).toBeGreaterThanOrEqual(7)
  })
})

describe.each(THEMES)('tokens.css of the %s theme', (theme) => {
  it('has the same colours as the map', () => {
    const palette = PALETTES[theme]
    const expected = new Map([
      ['paper', palette.paper],
      ['surface', palette.surface],
      ['line', palette.line],
      ['ink', palette.ink],
      ['ink-2', palette.ink2],
      ['jade', palette.jade],
      ['water', palette.water],
      ['overdue', palette.overdue],
      ...STATUS_GROUPS.map((group): [string, string] => [`status-${group.replace('_', '-')}`, palette.status[group]]),
      ...palette.ramp.map((colour, i): [string, string] => [`ramp-${i}`, colour]),
    ])
    const found = tokens(theme)
    for (const [name, colour] of expected) expect([name, found.get(name)]).toEqual([name, colour])
  })
})
