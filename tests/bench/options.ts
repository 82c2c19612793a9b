import { parseArgs } from 'node:util'

export const PARTS = ['tiles', 'numbers', 'browser', 'writes', 'checks'] as const
export type Part = (typeof PARTS)[number]

export interface Options {
  /** Ascending. */
  sizes: number[]
  parts: Part[]
  rounds: number
  isFresh: boolean
}

export const HELP = `npm run bench -- [options]

Measures the product at several sizes in one run and judges the largest against the smallest. Needs some minutes and 4 GB of disk;
data are made once (an hour's quarter for a million) and kept under node_modules/.cache/bench.

  --sizes 1k,100k,1m   numbers of hotspots; targets are judged when the largest is a thousand times the smallest
  --only PARTS         some of ${PARTS.join(', ')}
  --browser            only the part in Chromium, like --only browser; needs the built app (npm run build)
  --rounds N           rounds of every measure (default 7)
  --fresh              make the data again
  --help

Exit code 1: a target was missed or a check failed. The figures are written to node_modules/.cache/bench/report.json as well.
`

/**
 * Reads the command line.
 *
 * @returns 'help' when asked for it
 * @throws {Error} with one sentence for people
 */
export function readOptions(argv: readonly string[]): Options | 'help' {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      sizes: { type: 'string', default: '1k,100k,1m' },
      only: { type: 'string' },
      browser: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '7' },
      fresh: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds ${values.rounds} is not a number of rounds.`)
  const only = values.browser ? 'browser' : values.only
  return {
    sizes: [...new Set(values.sizes.split(',').map(sizeOf))].sort((a, b) => a - b),
    parts: only === undefined ? [...PARTS] : only.split(',').map(partOf),
    rounds,
    isFresh: values.fresh,
  }
}

/** The new street alone has 500. */
const SMALLEST = 1000

function sizeOf(text: string): number {
  const [, digits, unit = ''] = /^(\d+)([km]?)$/i.exec(text.trim()) ?? []
  const size = Number(digits) * { '': 1, k: 1000, m: 1_000_000 }[unit.toLowerCase() as '' | 'k' | 'm']
  if (!(size >= SMALLEST)) throw new Error(`--sizes ${text} is not a number of hotspots from ${SMALLEST} on.`)
  return size
}

function partOf(text: string): Part {
  const part = PARTS.find((each) => each === text.trim())
  if (!part) throw new Error(`--only ${text}: there are ${PARTS.join(', ')}.`)
  return part
}
