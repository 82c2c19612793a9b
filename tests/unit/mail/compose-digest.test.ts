import { describe, expect, it } from 'vitest'
import { NOTICE_KINDS } from '../../../src/domain/notice.ts'
import { composeDigest } from '../../../supabase/embedded/mail/compose-digest.ts'
import type { NoticeGroup } from '../../../supabase/embedded/mail/notices.ts'

const town = { rootName: '禾溪镇', zone: 'Asia/Shanghai' }
const now = new Date('2026-11-23T00:00:30Z')

function group(kind: string, given: Partial<NoticeGroup> = {}): NoticeGroup {
  return {
    kind,
    n: 1,
    isMore: false,
    newest: [{ no: '7', id: 'id-7', title: '路边垃圾', dueAt: null }],
    nos: ['7'],
    ...given,
  }
}
const mailOf = (...groups: NoticeGroup[]) => composeDigest(town, groups, 'https://map.example', now)

describe('the daily mail', () => {
  it('says in its subject how many of what, the most pressing first', () => {
    const { subject } = mailOf(group('to_verify', { n: 2 }), group('overdue', { n: 3 }))
    expect(subject).toBe('【环境整治一张图】禾溪镇：3 件逾期，2 件待核查')
  })

  it('names three kinds in its subject and says that there are more', () => {
    const kinds = ['order_received', 'to_revisit', 'to_accept', 'overdue'].map((kind) => group(kind))
    const { subject, text } = mailOf(...kinds)
    expect(subject).toBe('【环境整治一张图】禾溪镇：1 件逾期，1 件待立案，1 件待回头看等')
    expect(text).toContain('1 份文书待签收')
  })

  it('says of a group that is only counted to a thousand that there are more', () => {
    expect(mailOf(group('overdue', { n: 1000, isMore: true })).subject).toMatch(/：超过 1000 件逾期$/)
  })

  it('lists the newest with number, title and deadline by the clock of the township, and leads to all of them', () => {
    const newest = [
      { no: '12', id: 'a', title: '河道漂浮物', dueAt: '2026-11-20T16:30:00+00:00' },
      { no: '9', id: 'b', title: null, dueAt: null },
    ]
    expect(mailOf(group('overdue', { n: 5, newest, nos: ['12', '9', '8', '7', '5'] })).text).toBe(
      `您好：

截至 11月23日 08:00，禾溪镇有以下事项等您处理：

5 件逾期
  · 12 河道漂浮物（期限 11月21日 00:30）
  · 9 
  查看全部：https://map.example/cases?nos=12,9,8,7,5

打开系统：https://map.example/

本邮件由系统在工作日自动发出，请勿回复；办完的事项不会再出现。
`,
    )
  })

  it('leads to the newest where there are more than a link holds, to fewer in plain text, and to none twice', () => {
    const nos = ['300', '300', ...Array.from({ length: 198 }, (_, i) => String(299 - i))]
    const { text, html } = mailOf(group('to_revisit', { n: 711, nos }))
    expect(text).toMatch(/ {2}查看最近 20 件：https:\/\/map\.example\/cases\?nos=300,299,[\d,]+,281\n/)
    expect(html).toMatch(/nos=300,299,[\d,]+,102">查看最近 199 件<\/a>/)
    const few = mailOf(group('overdue', { n: 30, nos: nos.slice(1, 31) }))
    expect(few.text).toContain('查看最近 20 件：')
    expect(few.html).toContain('>查看全部</a>')
  })

  it('leads to each order by itself', () => {
    const newest = [{ no: '禾环督〔2026〕3号', id: 'order-3', title: '关于河道的督办函', dueAt: null }]
    const { text, html } = mailOf(group('order_to_reply', { newest, nos: [] }))
    expect(text).toContain('  · 禾环督〔2026〕3号 关于河道的督办函\n    https://map.example/orders/order-3\n')
    expect(text).not.toContain('/cases')
    expect(html).toContain('<a href="https://map.example/orders/order-3">禾环督〔2026〕3号</a>')
  })

  it('shows a title as text and never as a page of its own', () => {
    const title = `<img src=x onerror="alert('1')"> & 垃圾`
    const { html, text } = mailOf(group('overdue', { newest: [{ no: '7', id: 'a', title, dueAt: null }] }))
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; 垃圾')
    expect(html).not.toContain('<img')
    expect(text).toContain(title)
  })

  it('keeps a title and the name of a township on their line', () => {
    const title = '垃圾\r\n\r\n您好：请点击\u2028https://evil.example'
    const groups = [group('overdue', { newest: [{ no: '7', id: 'a', title, dueAt: null }] })]
    const { text, subject } = composeDigest(
      { ...town, rootName: '禾溪镇\r\nBcc: x@evil.example' },
      groups,
      'https://map.example',
      now,
    )
    expect(text).toContain('\n  · 7 垃圾 您好：请点击 https://evil.example\n')
    expect(subject).not.toMatch(/[\r\n]/)
  })

  it('has words for every kind of notice, in the order of the app', () => {
    const { text } = mailOf(...NOTICE_KINDS.toReversed().map((kind, i) => group(kind, { n: NOTICE_KINDS.length - i })))
    const headings = [...text.matchAll(/^(\d+) (.+)$/gm)]
    expect(headings.map(([, n]) => Number(n))).toEqual(NOTICE_KINDS.map((_kind, i) => i + 1))
    expect(text).not.toContain('项待处理')
  })

  it('tells of a kind that it has no words for, after all others', () => {
    expect(mailOf(group('toString'), group('order_answered')).subject).toMatch(/：1 份文书已有回复，1 项待处理$/)
  })
})
