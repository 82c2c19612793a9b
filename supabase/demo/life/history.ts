import type { Chance } from './chance.ts'
import { DAY_MS, workingMoment } from './calendar.ts'
import type { DemoEvent } from './demo-hotspot.ts'
import type { NamedTopic } from './topics/all-topics.ts'

/** Accounts of those who act on a case. */
export interface Hands {
  readonly reporter: string
  readonly reporterRole: string
  /** Who goes there again after 90 days. */
  readonly officer: string | null
  /** The handler of a unit. */
  readonly handlerOf: (unitKey: string) => string
}

/** What decides the way of a case. */
export interface CaseStart {
  readonly topic: NamedTopic
  readonly reportedAt: number
  /** Nothing happens at or after this instant. */
  readonly untilMs: number
  readonly unitKey: string
  /** Who it is sent to by mistake. */
  readonly wrongUnitKey: string
  /** How slow the village is: 1 is usual, 2 takes twice as long. */
  readonly pace: number
  /** The case that this one repeats, if it does. */
  readonly originalNo: number | null
  readonly hands: Hands
}

const SLOW_REASONS = ['等待线路迁改计划', '涉及产权纠纷需协调', '纳入下阶段工程统一实施', '待专项资金下达']
const REJECTIONS = ['现场核查未发现问题', '属于正常施工围挡', '已由相关单位先行处理', '位置描述不清，无法核实']
const REWORKS = ['清理不彻底', '仍有残留', '整改未达标准', '周边未一并清理']
const DELAYS = ['连续阴雨无法施工', '需协调住户时间', '材料未到货', '夜间停电施工需报批']
const URGES = ['群众多次反映，请尽快办理', '临近检查，请本周内完成', '已影响通行，请优先处置']
const RECEIVERS = ['县公路管理中心', '县水利局', '县交通运输局', '县生态环境分局']

/** Days within which a step usually follows, and within which it does when it is overlooked, which happens to a share of cases. */
const PATIENCE = {
  accept: { usual: 1.3, overlooked: 14, share: 0.09 },
  assign: { usual: 1, overlooked: 12, share: 0.08 },
  take: { usual: 1.8, overlooked: 22, share: 0.14 },
  verify: { usual: 3, overlooked: 18, share: 0.15 },
}

/** The steps of a case from its report until `untilMs`, each where the transition table allows it. Starts with the report. */
export function historyOf(start: CaseStart, chance: Chance): DemoEvent[] {
  const way = new Way(start, chance)
  way.step('report', 'reported', 0, { actor: start.hands.reporter, role: start.hands.reporterRole })
  if (start.originalNo !== null) {
    way.later('mark_duplicate', 'duplicate', 0.1, 1, {
      ...way.supervisor(),
      reason: '与已有点位为同一问题',
      originalNo: start.originalNo,
    })
    return way.events
  }
  const fate = chance.next()
  if (fate < 0.05) {
    way.later('reject', 'rejected', 0.1, 1.6, { ...way.supervisor(), reason: chance.pick(REJECTIONS) })
    return way.events
  }
  way.later('accept', 'accepted', 0.04, way.patience('accept'), way.supervisor())
  if (fate < 0.07) {
    way.later('transfer', 'transferred', 0.3, 3, {
      ...way.supervisor(),
      reason: '权属不在本镇，移交主管单位办理',
      receiver: chance.pick(RECEIVERS),
    })
    return way.events
  }
  if (chance.happens(0.06)) {
    way.assign(start.wrongUnitKey)
    way.later('return', 'accepted', 0.2, 1.8, {
      ...way.handler(start.wrongUnitKey),
      reason: chance.pick(['不属于本单位职责范围', '现场权属为其他单位']),
    })
  }
  way.assign(start.unitKey)
  if (chance.happens(0.035)) way.pause()
  way.later('take', 'in_progress', 0.05, way.patience('take'), way.handler(start.unitKey))
  if (chance.happens(0.03)) way.pause()
  if (chance.happens(0.06)) way.askForTime()
  way.work(1)
  if (chance.happens(0.06 + 0.06 * start.pace)) {
    way.later('rework', 'in_progress', 0.2, 1.8, { ...way.supervisor(), reason: chance.pick(REWORKS) })
    way.work(0.5)
  }
  way.later('verify', 'closed', 0.15, way.patience('verify'), { ...way.supervisor(), note: '现场核查，整改到位' })
  if (chance.happens(0.88)) {
    const { officer } = start.hands
    // 7, 30 and 90 days after it was closed, each within a week; the last one holds it.
    for (const [to, after] of [
      ['closed', 7],
      ['closed', 23],
      ['held', 60],
    ] as const)
      way.later('pass_revisit', to, after, after + (to === 'held' ? 5 : 1), {
        ...(officer ? { actor: officer, role: 'officer' } : way.supervisor()),
        note: '回头看未反弹',
      })
  }
  return way.events
}

type By = Pick<DemoEvent, 'actor' | 'role'> &
  Partial<Pick<DemoEvent, 'unitKey' | 'reason' | 'note' | 'originalNo' | 'receiver' | 'days'>>

/** A case on its way: once a step would lie after the end, nothing follows. */
class Way {
  readonly events: DemoEvent[] = []
  private at: number
  private status: string | null = null
  private isOver = false
  /** A stubborn case needs money, talks or a plan: weeks instead of days. */
  private readonly stubbornness: number

  constructor(
    private readonly start: CaseStart,
    private readonly chance: Chance,
  ) {
    this.at = start.reportedAt
    const isStubborn = chance.happens(0.15 * start.pace * Math.sqrt(start.topic.effort))
    this.stubbornness = isStubborn ? chance.between(5, 40) : 1
  }

  /** A step after a number of days between the two, moved to working hours. */
  later(step: string, to: string, least: number, most: number, by: By): void {
    const days = least + (most - least) * this.chance.next() ** 1.6
    const moment = workingMoment(this.at + days * DAY_MS, this.chance.next())
    this.step(step, to, moment - this.at, by)
  }

  step(step: string, to: string, afterMs: number, by: By): void {
    const at = Math.floor((this.at + afterMs) / 1000) * 1000
    if (this.isOver || at >= this.start.untilMs) {
      this.isOver = true
      return
    }
    const version = this.events.length + 1
    const {
      actor,
      role,
      unitKey = null,
      reason = null,
      note = null,
      originalNo = null,
      receiver = null,
      days = null,
    } = by
    this.events.push({
      at,
      step,
      from: this.status,
      to,
      version,
      actor,
      role,
      unitKey,
      reason,
      note,
      originalNo,
      receiver,
      days,
    })
    this.at = at
    this.status = to
  }

  assign(unitKey: string): void {
    const by = this.chance.happens(0.3) ? { actor: 'planner', role: 'planner' } : this.supervisor()
    this.later('assign', 'assigned', 0.02, this.patience('assign'), { ...by, unitKey })
  }

  /** The days within which a step follows: a few, or weeks when it is overlooked, which slow villages see more of. */
  patience(step: keyof typeof PATIENCE): number {
    const { usual, overlooked, share } = PATIENCE[step]
    return this.chance.happens(share * this.start.pace) ? overlooked : usual * this.start.pace
  }

  /** The work itself, until it is handed in. */
  work(share: number): void {
    const { topic, pace, unitKey } = this.start
    const usual = (0.4 + 4.2 * this.chance.next() ** 2) * topic.effort * pace * this.stubbornness * share
    if (usual > 12 && this.chance.happens(0.45))
      this.later('urge', 'in_progress', 6, 11, { ...this.urging(), note: this.chance.pick(URGES) })
    this.later('hand_in', 'handed_in', usual * 0.8, usual * 1.2, {
      ...this.handler(unitKey),
      note: this.chance.pick(topic.done),
    })
  }

  /** Suspended, and in most cases taken up again where it was. */
  pause(): void {
    const before = this.status
    if (before === null) return
    this.later('suspend', 'suspended', 0.5, 6, { ...this.supervisor(), reason: this.chance.pick(SLOW_REASONS) })
    if (this.chance.happens(0.35)) {
      this.isOver = true
      return
    }
    this.later('resume', before, 15, 110, { ...this.supervisor(), reason: '条件具备，恢复处置' })
  }

  /** More days, asked for with a reason and in most cases granted. */
  askForTime(): void {
    const days = this.chance.pick([2, 3, 3, 5, 10])
    this.later('ask_extension', 'in_progress', 0.5, 2.5, {
      ...this.handler(this.start.unitKey),
      reason: this.chance.pick(DELAYS),
      days,
    })
    const isGranted = this.chance.happens(0.8)
    const answer = isGranted ? 'grant_extension' : 'refuse_extension'
    this.later(answer, 'in_progress', 0.05, 1.5, {
      ...this.supervisor(),
      ...(isGranted ? { days } : { reason: '请加派人手，按原期限完成' }),
    })
  }

  /** Whoever urges: now and then the leader. */
  urging(): By {
    return this.chance.happens(0.25) ? { actor: 'leader', role: 'viewer' } : this.supervisor()
  }

  supervisor(): By {
    return { actor: this.chance.happens(0.6) ? 'supervisor' : 'supervisor2', role: 'supervisor' }
  }

  handler(unitKey: string): By {
    return { actor: this.start.hands.handlerOf(unitKey), role: 'handler', unitKey }
  }
}
