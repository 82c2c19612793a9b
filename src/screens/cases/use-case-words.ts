import { useI18n } from 'vue-i18n'
import { useClockWords } from '../../composables/use-clock-words.ts'
import { useFormat } from '../../composables/use-format.ts'
import type { CaseRow } from '../../domain/case-row.ts'
import { dueStand } from '../../domain/clock.ts'
import { CLOSED_PER_SOURCE, statusOf } from '../../domain/status.ts'
import { useCatalogueStore } from '../../stores/catalogue.ts'
import type { CaseColumn } from './case-columns.ts'

/** What the cells of a case say, on the screen and in an exported file. */
export function useCaseWords() {
  const { t } = useI18n()
  const catalogue = useCatalogueStore()
  const format = useFormat()
  const clock = useClockWords()
  const nameOf = (named: { name: string; nameEn: string | null } | undefined, without: string) =>
    named ? format.name(named) : without

  const category = ({ categoryId }: CaseRow) => nameOf(catalogue.categoryById.get(categoryId), String(categoryId))
  const title = (row: CaseRow) => row.title ?? category(row)
  const status = ({ state }: CaseRow) =>
    state === CLOSED_PER_SOURCE ? t('status.closedPerSource') : t(`status.name.${statusOf(state)}`)
  const area = ({ areaId }: CaseRow) =>
    areaId === null ? t('common.noArea') : nameOf(catalogue.areaById.get(areaId), t('cases.elsewhere'))
  const campaign = ({ campaignId }: CaseRow) =>
    campaignId === null ? t('common.noCampaign') : nameOf(catalogue.campaignById.get(campaignId), String(campaignId))
  /** A unit that is only proposed stands in brackets. */
  const unit = ({ unitId, proposedUnitId }: CaseRow) => {
    if (unitId !== null) return nameOf(catalogue.unitById.get(unitId), t('cases.elsewhere'))
    if (proposedUnitId === null) return t('cases.nobody')
    return t('cases.proposed', { unit: nameOf(catalogue.unitById.get(proposedUnitId), t('cases.elsewhere')) })
  }
  const history = (row: CaseRow) =>
    [
      row.isRelapse ? t('cases.history.relapse') : '',
      ...(['urged', 'returned', 'reworked', 'extended'] as const).map((what) =>
        row[`${what}Count`] > 0 ? t(`cases.history.${what}`, { n: row[`${what}Count`] }) : '',
      ),
    ]
      .filter((words) => words !== '')
      .join(t('common.listComma'))

  /** How long a case has, or how long it is late; null without a running clock. `tone` is what the eye shall find. */
  function due({ dueAt, endReason }: CaseRow, now: number): { words: string; tone: 'late' | 'soon' | 'calm' } | null {
    if (dueAt === null || endReason !== null) return null
    const { kind } = dueStand(dueAt, new Date(now))
    const tone = kind === 'overdue' ? 'late' : kind === 'soon' ? 'soon' : 'calm'
    return { words: clock.due(dueAt, new Date(now)), tone }
  }

  /** A cell as text; the due date as an instant. */
  function text(row: CaseRow, column: CaseColumn): string {
    const words: Record<CaseColumn, () => string> = {
      status: () => status(row),
      due: () => (row.dueAt === null || row.endReason !== null ? '' : format.instant(row.dueAt)),
      category: () => category(row),
      area: () => area(row),
      unit: () => unit(row),
      address: () => row.address ?? '',
      campaign: () => campaign(row),
      reported: () => format.instant(row.reportedAt, row.reportedPrecision),
      updated: () => format.instant(row.updatedAt),
      source: () => t(`source.name.${row.source}`),
      closed: () => (row.closedAt === null ? '' : format.instant(row.closedAt, row.closedPrecision ?? 'second')),
      history: () => history(row),
    }
    return words[column]()
  }

  /** A cell of the table: the day is enough where the eye runs down a column. */
  function cell(row: CaseRow, column: CaseColumn): string {
    if (column === 'reported') return format.instant(row.reportedAt, 'day')
    if (column === 'closed') return row.closedAt === null ? '' : format.instant(row.closedAt, 'day')
    return text(row, column)
  }

  return { cell, title, category, status, area, unit, due, text }
}
