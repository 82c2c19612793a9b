import { byUrgency, isOfOrders, wordsOf } from './digest-words.ts'
import type { NoticeGroup, Recipient } from './notices.ts'

/** A mail without its addresses. */
export interface Mail {
  subject: string
  text: string
  html: string
}

/** More would be cut off by the list of a mailbox. */
const MOST_IN_SUBJECT = 3

/** An address in plain text is read by people; with more numbers it would be a page of them. */
const MOST_IN_TEXT = 20

/**
 * The daily mail of a person: a subject that says how many of what, then each group with its newest cases and where to open them.
 *
 * @param groups at least one
 * @param url where people open the product, without a slash at the end
 * @param now is told as the instant of the numbers, by the clock of the root
 */
export function composeDigest(
  { rootName, zone }: Pick<Recipient, 'rootName' | 'zone'>,
  groups: readonly NoticeGroup[],
  url: string,
  now: Date,
): Mail {
  const sorted = byUrgency(groups)
  const place = oneLine(rootName)
  const moment = (instant: Date) => momentIn(zone, instant)
  const first = sorted.slice(0, MOST_IN_SUBJECT).map(wordsOf).join('，')
  const intro = `截至 ${moment(now)}，${place}有以下事项等您处理：`
  const parts = sorted.map((group) => partOf(group, url, moment))
  return {
    subject: `【环境整治一张图】${place}：${first}${sorted.length > MOST_IN_SUBJECT ? '等' : ''}`,
    text: ['您好：', intro, ...parts.map(textOf), `打开系统：${url}/`, CLOSING].join('\n\n') + '\n',
    html: page([
      paragraph('您好：'),
      paragraph(escaped(intro)),
      ...parts.map(htmlOf),
      paragraph(link(`${url}/`, '打开系统')),
      paragraph(`<span style="color:#666">${CLOSING}</span>`),
    ]),
  }
}

const CLOSING = '本邮件由系统在工作日自动发出，请勿回复；办完的事项不会再出现。'

interface Part {
  heading: string
  lines: { no: string; title: string; due: string; href: string }[]
  /** The cases of the group on one page, `most` of them at most; null for orders. */
  view: ((most?: number) => { words: string; href: string }) | null
}

function partOf(group: NoticeGroup, url: string, moment: (instant: Date) => string): Part {
  const ofOrders = isOfOrders(group)
  const viewOf = (most = Infinity) => {
    const isAll = group.nos.length >= group.n && !group.isMore && group.nos.length <= most
    const nos = [...new Set(group.nos)].slice(0, most) // a case may wait for two revisits
    return { words: isAll ? '查看全部' : `查看最近 ${nos.length} 件`, href: casesAt(nos) }
  }
  const casesAt = (nos: readonly string[]) => `${url}/cases?nos=${nos.map(encodeURIComponent).join(',')}`
  return {
    heading: wordsOf(group),
    lines: group.newest.map(({ no, id, title, dueAt }) => ({
      no: oneLine(no ?? ''),
      title: oneLine(title ?? ''),
      due: dueAt === null ? '' : `（期限 ${moment(new Date(dueAt))}）`,
      href: ofOrders ? `${url}/orders/${encodeURIComponent(id)}` : casesAt(no === null ? [] : [no]),
    })),
    view: ofOrders || group.nos.length === 0 ? null : viewOf,
  }
}

function textOf({ heading, lines, view }: Part): string {
  const shown = view?.(MOST_IN_TEXT)
  const listed = lines.map(({ no, title, due, href: own }) => {
    const line = `  · ${no} ${title}${due}`
    return shown ? line : `${line}\n    ${own}`
  })
  return [heading, ...listed, ...(shown ? [`  ${shown.words}：${shown.href}`] : [])].join('\n')
}

function htmlOf({ heading, lines, view }: Part): string {
  const listed = lines.map(
    ({ no, title, due, href: own }) => `<li>${link(own, no)} ${escaped(title)}${escaped(due)}</li>`,
  )
  if (view) listed.push(`<li>${link(view().href, view().words)}</li>`)
  return `<h3 style="margin:20px 0 4px;font-size:16px">${escaped(heading)}</h3><ul style="margin:0">${listed.join('')}</ul>`
}

const page = (parts: readonly string[]) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body style="font:14px/1.7 sans-serif">${parts.join('')}</body></html>`
const paragraph = (html: string) => `<p>${html}</p>`
const link = (href: string, words: string) => `<a href="${escaped(href)}">${escaped(words)}</a>`

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)

/** Whoever writes a title may not write lines of the mail. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

function momentIn(zone: string, instant: Date): string {
  const format = { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat('zh-CN', { ...format, timeZone: zone }).format(instant)
}
