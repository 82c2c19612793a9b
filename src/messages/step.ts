import type { EventStep, Step } from '../domain/step.ts'
import { defineMessages, type Messages } from './define-messages.ts'

type StepWords = { does: Record<Step, string>; done: Record<EventStep, string> }

/** `step.does.<step>` is the verb on a button, `step.done.<step>` the line in a history. */
export const step: Messages<StepWords> = defineMessages({
  'zh-CN': {
    does: {
      report: '上报',
      accept: '立案',
      reject: '不予立案',
      assign: '派遣',
      return: '回退',
      take: '接单处置',
      hand_in: '提交核查',
      rework: '返工',
      verify: '核查通过',
    },
    done: {
      report: '上报',
      accept: '立案',
      reject: '不予立案',
      assign: '派遣',
      return: '回退',
      take: '接单处置',
      hand_in: '提交核查',
      rework: '要求返工',
      verify: '核查通过',
      mark_duplicate: '标为重复',
      transfer: '移交',
      suspend: '挂账',
      resume: '恢复处置',
      pass_revisit: '回头看未反弹',
      imported: '导入',
      source_updated: '来源有更新',
    },
  },
  en: {
    does: {
      report: 'Report',
      accept: 'Accept',
      reject: 'Reject',
      assign: 'Assign',
      return: 'Return',
      take: 'Take',
      hand_in: 'Hand in',
      rework: 'Send back',
      verify: 'Verify',
    },
    done: {
      report: 'Reported',
      accept: 'Accepted',
      reject: 'Rejected',
      assign: 'Assigned',
      return: 'Returned',
      take: 'Taken',
      hand_in: 'Handed in',
      rework: 'Sent back',
      verify: 'Verified',
      mark_duplicate: 'Marked as duplicate',
      transfer: 'Transferred',
      suspend: 'Suspended',
      resume: 'Resumed',
      pass_revisit: 'Revisit passed',
      imported: 'Imported',
      source_updated: 'Updated by its source',
    },
  },
})
