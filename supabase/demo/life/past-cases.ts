import type { Chance } from './chance.ts'
import type { Site } from './ground/site.ts'
import type { Found } from './ground/find-spot.ts'
import type { NamedTopic } from './topics/all-topics.ts'
import { DAY_MS } from './calendar.ts'

/** What is remembered of an earlier case so that a later one may be about the same thing. */
export interface PastCase {
  readonly no: number
  readonly topic: NamedTopic
  readonly site: Site
  readonly found: Found
  readonly address: string
  readonly reportedAt: number
  /** When it was closed as fixed; null when it never was. */
  readonly fixedAt: number | null
  readonly isOpenUntil: number
}

const RECENT = 64
const FIXED = 512
/** How long a fixed case stays in mind on average: most relapses come within weeks. */
const KEPT_DAYS = 55

/** A little of what happened lately: as much for ten million cases as for ten. */
export class PastCases {
  private readonly recent: PastCase[] = []
  private readonly fixed: PastCase[] = []

  /** @param perDay cases a day: how quickly old ones are forgotten */
  constructor(private readonly perDay: number) {}

  remember(past: PastCase, chance: Chance): void {
    this.recent[past.no % RECENT] = past
    if (past.fixedAt === null) return
    const share = FIXED / (this.perDay * KEPT_DAYS)
    if (this.fixed.length < FIXED) this.fixed.push(past)
    else if (chance.happens(Math.min(1, share))) this.fixed[chance.whole(0, FIXED - 1)] = past
  }

  /** A case that is still open, for a second report of it; null when none comes to mind. */
  open(at: number, chance: Chance): PastCase | null {
    const past = this.recent[chance.whole(0, RECENT - 1)]
    return past && past.isOpenUntil > at && past.reportedAt < at - 600_000 ? past : null
  }

  /** A case that was fixed two weeks to half a year ago, for its relapse; null when none comes to mind. */
  relapsing(at: number, chance: Chance): PastCase | null {
    for (let attempt = 0; attempt < 3; attempt++) {
      const past = this.fixed[chance.whole(0, FIXED - 1)]
      if (past?.fixedAt && past.fixedAt < at - 14 * DAY_MS && past.fixedAt > at - 170 * DAY_MS) return past
    }
    return null
  }
}
