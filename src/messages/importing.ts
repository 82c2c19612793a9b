import { defineMessages } from './define-messages.ts'
import { importCommand } from './importing-command.ts'
import { importMapping } from './importing-mapping.ts'
import { boundaryFlaw, conflictReason, fileReason, rowOutcome, rowReason, rowWarning } from './importing-reasons.ts'
import { importWizard } from './importing-wizard.ts'

/** Words of the import, in the wizard and on the command line. */
export const importing = defineMessages({
  'zh-CN': {
    title: '导入',
    listComma: '、',
    double: '{key}（第 {lines} 行）',
    rowBecause: '{sentence}：{detail}。',
    rowFound: '{sentence}：{found}',
    flawAt: '{flaw}（{lng}, {lat}）',
    file: fileReason['zh-CN'],
    row: rowReason['zh-CN'],
    flaw: boundaryFlaw['zh-CN'],
    warning: rowWarning['zh-CN'],
    conflict: conflictReason['zh-CN'],
    outcome: rowOutcome['zh-CN'],
    ...importMapping['zh-CN'],
    ...importWizard['zh-CN'],
    ...importCommand['zh-CN'],
  },
  en: {
    title: 'Import',
    listComma: ', ',
    double: '{key} (rows {lines})',
    rowBecause: '{sentence}: {detail}.',
    rowFound: '{sentence}: {found}',
    flawAt: '{flaw} ({lng}, {lat})',
    file: fileReason.en,
    row: rowReason.en,
    flaw: boundaryFlaw.en,
    warning: rowWarning.en,
    conflict: conflictReason.en,
    outcome: rowOutcome.en,
    ...importMapping.en,
    ...importWizard.en,
    ...importCommand.en,
  },
})
