import { createRootArea, fetchRootOf, importPort } from '../../../../src/data/imports.ts'
import type { AccountRoot } from '../../../../src/domain/account.ts'
import { judgeFile } from '../../../../src/importing/judging/judge-file.ts'
import { judgeOfAreas } from '../../../../src/importing/judging/judge-of-areas.ts'
import type { AreaMapping } from '../../../../src/importing/mapping/area-mapping.ts'
import { parseMapping } from '../../../../src/importing/mapping/parse-mapping.ts'
import { reassignAll, runAreas } from '../../../../src/importing/running/run-areas.ts'
import { UsageError } from './arguments.ts'
import { chosenRoot, rootCalled } from './choose-root.ts'
import { granted, mustPass, reading, reportVerdict, type Context } from './context.ts'
import { enter, type Entered } from './enter.ts'
import { mappingIn } from './mapping-file.ts'
import { refusedOutput } from './refused-output.ts'

/** Imports a file of areas as the command line says, and lets the hotspots there find their areas again. */
export async function importAreas(context: Context): Promise<void> {
  const { given, source, format, say, progress, report, signal } = context
  const mapping = await mappingIn(given.mapping, (text) => parseMapping(text, 'areas'), say)
  const entered = given.check ? null : await enter(given, say)
  const place = entered && (await placeFor(context, mapping, entered))
  const judge = judgeOfAreas(mapping, place?.known?.bbox ?? null)
  const verdict = await judgeFile(source, format, judge, reading(context))
  mustPass(verdict, context)
  if (!entered || !place) return reportVerdict(verdict, context)

  const parent = place.parent ?? (await makeRoot(context, mapping, entered))
  // A tree that is yet to be made cannot be asked: everything in it would be new.
  if (parent === null) return reportVerdict(verdict, context)
  const port = importPort(entered.client)
  const refused = given.refused === null ? undefined : await refusedOutput(given.refused, format, judge.columns, say)
  try {
    const run = { source, format, report, dryRun: given.dryRun, refusedSink: refused, signal }
    const onProgress = () => progress.show(say('command.importing', { done: report.rows, total: verdict.rows }))
    granted(await runAreas({ ...run, onProgress, mapping, parent, port }), say)
  } finally {
    await refused?.end()
  }
  if (!given.dryRun) {
    const root = granted(await fetchRootOf(entered.client, parent), say)
    const onAssigned = ({ processed, total }: { processed: number; total: number }) =>
      progress.show(say('command.assigning', { done: processed, total }))
    granted(await reassignAll(port, root, onAssigned, signal), say)
  }
}

/** The parent of the areas; null when its tree has to be made first. */
async function placeFor(
  { given, say }: Context,
  { newRoot }: AreaMapping,
  { client, roots }: Entered,
): Promise<{ parent: number | null; known: AccountRoot | undefined }> {
  if (given.parent !== null) {
    const rootId = granted(await fetchRootOf(client, given.parent), say)
    return { parent: given.parent, known: roots.find(({ id }) => id === rootId) }
  }
  if (given.root !== null && given.root !== newRoot?.name) {
    const root = chosenRoot(roots, given.root, say)
    return { parent: root.id, known: root }
  }
  if (!newRoot) throw new UsageError(say('command.parentNeeded'))
  const known = rootCalled(roots, newRoot.name)
  return { parent: known?.id ?? null, known }
}

async function makeRoot({ given, say, progress }: Context, { newRoot }: AreaMapping, { client }: Entered) {
  if (!newRoot || given.dryRun) return null
  const id = granted(await createRootArea(client, { ...newRoot, nameEn: newRoot.nameEn ?? null }), say)
  progress.say(say('command.newRoot', { name: newRoot.name, id }))
  return id
}
