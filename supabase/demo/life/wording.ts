import { dayOf } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { PastCase } from './past-cases.ts'
import { fitting } from './topics/fitting.ts'
import type { SiteKind, Topic } from './topics/topic.ts'

const REMARKS = [
  '',
  '',
  '',
  '',
  '现场已拍照。',
  '周边住户多次反映。',
  '建议加密巡查。',
  '涉及两户，已当面告知。',
  '需错峰处置。',
  '前期已口头提醒。',
]

/** How a case is told: what was seen, and that it came back if it did. */
export function wording(
  topic: Topic,
  kind: SiteKind,
  repeats: { readonly kind: 'duplicate' | 'relapse'; readonly past: PastCase } | null,
  chance: Chance,
): { title: string; description: string } {
  const title = chance.pick(fitting(topic.titles, kind))
  const description = chance.pick(fitting(topic.descriptions, kind)) + chance.pick(REMARKS)
  if (repeats?.kind !== 'relapse' || repeats.past.fixedAt === null) return { title, description }
  const [, month = '', day = ''] = dayOf(repeats.past.fixedAt).split('-')
  return { title, description: `反弹：此处 ${Number(month)} 月 ${Number(day)} 日结案后再次出现。${description}` }
}
