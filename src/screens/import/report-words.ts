import type { RowReason, RowWarning } from '../../domain/import-reason.ts'
import type { ImportReport } from '../../importing/running/import-report.ts'
import type { Say } from '../../importing/telling/say.ts'

/** Reasons with their sentences and numbers of rows. */
export function reasonCounts(
  { refused }: { refused: Readonly<Partial<Record<RowReason, number>>> },
  say: Say,
): { sentence: string; n: number }[] {
  return Object.entries(refused).map(([reason, n]) => ({ sentence: say(`row.${reason}`), n }))
}

/** Warnings with their sentences and numbers of rows. */
export function warningCounts(
  { warnings }: { warnings: Readonly<Partial<Record<RowWarning, number>>> },
  say: Say,
): { sentence: string; n: number }[] {
  return Object.entries(warnings).map(([warning, n]) => ({ sentence: say(`warning.${warning}`), n }))
}

/** Outcomes as tiles: those that every import has, and conflicts and places where they mean something. */
export function tilesOfOutcomes(
  { outcomes, inArea, noArea }: ImportReport,
  hasPlaces: boolean,
  t: (key: string) => string,
) {
  const outcome = (key: keyof typeof outcomes, isBad = false) => ({
    key,
    label: t(`importing.outcome.${key}`),
    n: outcomes[key],
    isQuiet: outcomes[key] === 0,
    isBad: isBad && outcomes[key] > 0,
  })
  return [
    outcome('new'),
    outcome('updated'),
    outcome('unchanged'),
    ...(outcomes.conflict > 0 ? [outcome('conflict')] : []),
    outcome('refused', true),
    ...(hasPlaces
      ? [
          { key: 'inArea', label: t('importing.preview.inArea'), n: inArea, isQuiet: true },
          { key: 'noArea', label: t('importing.preview.noArea'), n: noArea, isQuiet: true },
        ]
      : []),
  ]
}
