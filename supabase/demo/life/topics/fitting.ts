import type { SiteKind } from './topic.ts'

/** Words that only make sense at some sites. */
const BOUND: readonly (readonly [word: RegExp, kinds: readonly SiteKind[]])[] = [
  [/校|学生|放学|接送|培训/, ['school']],
  [/站牌/, ['bus_stop']],
  [/市场/, ['market']],
  [/河|塘|水面|打捞/, ['bank']],
  [/沟渠/, ['bank', 'field']],
  [/楼道|单元|小区|楼间/, ['estate']],
  [/屋|柴草/, ['house']],
  [/田|秸秆/, ['field']],
  [/店/, ['street', 'lane']],
  [/村道/, ['lane', 'county_road']],
  [/巷/, ['lane']],
  [/路灯杆/, ['street', 'lane', 'bus_stop']],
  [/广场|草坪|步道/, ['park', 'bank', 'estate']],
  [/桥面/, ['county_road']],
  [/绿化/, ['estate', 'park', 'street']],
]

const known = new WeakMap<readonly string[], Map<SiteKind, readonly string[]>>()

/** The sentences that can be said of a kind of site; all of them when none can. Remembered: it is asked for every case. */
export function fitting(sentences: readonly string[], kind: SiteKind): readonly string[] {
  const byKind = known.get(sentences) ?? new Map<SiteKind, readonly string[]>()
  known.set(sentences, byKind)
  const fit = byKind.get(kind) ?? chosen(sentences, kind)
  byKind.set(kind, fit)
  return fit
}

function chosen(sentences: readonly string[], kind: SiteKind): readonly string[] {
  const fit = sentences.filter((sentence) =>
    BOUND.every(([word, kinds]) => kinds.includes(kind) || !word.test(sentence)),
  )
  return fit.length > 0 ? fit : sentences
}
