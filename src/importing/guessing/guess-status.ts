import type { HotspotStatus } from '../../domain/status.ts'

/** What ledgers and open data call the states; in this order, so that 未结案 is not taken for 结案. */
const WORDS: readonly [RegExp, HotspotStatus][] = [
  [/^(重复|重复件|重复上报|duplicate[d]?)$/i, 'duplicate'],
  [
    /^(不予立案|不予受理|未立案|作废|已作废|取消|已取消|撤销|已撤销|驳回|cancel(l)?ed|rejected|invalid|void)$/i,
    'rejected',
  ],
  [/^(已?移交|已?转办|已?转交|referred( out)?|transferred)$/i, 'transferred'],
  [/^(已?挂账|暂缓|已?挂起|延期|suspended|on hold|deferred)$/i, 'suspended'],
  [/^(待核查|待复核|待验收|待审核|已整改待验收|pending review|in review)$/i, 'handed_in'],
  [
    /^(未结案|未办结|未完成|未整改|待整改|处置中|处理中|整改中|办理中|in progress|processing|pending|started)$/i,
    'in_progress',
  ],
  [/^(已?派遣|已?派单|已?分派|已?派发|待处置|待处理|assigned|dispatched)$/i, 'assigned'],
  [/^(已?立案|已?受理|accepted|acknowledged)$/i, 'accepted'],
  [/^(已?上报|待受理|待立案|新建|未处理|新增|open|new|reported|submitted|received)$/i, 'reported'],
  [
    /^(已?结案|已?办结|已?完成|已?整改|整改完成|已?销号|已?处置|已?处理|已解决|closed|resolved|completed?|done|fixed)$/i,
    'closed',
  ],
]

/** The status that a source's word means, if it is one of the usual ones. */
export function guessStatus(word: string): HotspotStatus | undefined {
  return WORDS.find(([pattern]) => pattern.test(word.trim()))?.[1]
}
