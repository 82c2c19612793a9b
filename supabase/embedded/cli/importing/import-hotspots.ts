import { fetchReferences, importPort } from '../../../../src/data/imports.ts'
import { judgeOfHotspots } from '../../../../src/importing/judging/judge-of-hotspots.ts'
import { parseMapping } from '../../../../src/importing/mapping/parse-mapping.ts'
import { resolverOf } from '../../../../src/importing/references/resolver.ts'
import { runHotspots } from '../../../../src/importing/running/run-hotspots.ts'
import { surveyHotspots } from '../../../../src/importing/running/survey.ts'
import { chosenRoot } from './choose-root.ts'
import { granted, mustPass, reading, reportVerdict, type Context } from './context.ts'
import { enter } from './enter.ts'
import { mappingIn, mappingOf } from './mapping-file.ts'
import { refusedOutput } from './refused-output.ts'

/** Imports a file of hotspots as the command line says; fills the report of what became of its rows. */
export async function importHotspots(context: Context): Promise<void> {
  const { given, source, format, say, progress, report, signal } = context
  const mapping = await mappingIn(given.mapping, (text) => parseMapping(text, 'hotspots'), say)
  if (given.check) {
    const { verdict } = await surveyHotspots(source, format, mapping, null, reading(context))
    mustPass(verdict, context)
    return reportVerdict(verdict, context)
  }
  const { client, roots } = await enter(given, say)
  const root = chosenRoot(roots, given.root ?? mapping.root ?? null, say)
  const resolver = mappingOf(resolverOf(mapping, granted(await fetchReferences(client, root.id), say)), say)
  const { verdict, ownCategories } = await surveyHotspots(source, format, mapping, root.bbox, reading(context))
  mustPass(verdict, context)

  const { columns } = judgeOfHotspots(mapping, null)
  const refused = given.refused === null ? undefined : await refusedOutput(given.refused, format, columns, say)
  try {
    const run = { source, format, report, dryRun: given.dryRun, refusedSink: refused, signal }
    const onProgress = () => progress.show(say('command.importing', { done: report.rows, total: verdict.rows }))
    const port = importPort(client)
    granted(await runHotspots({ ...run, onProgress, mapping, root: root.id, port, resolver, ownCategories }), say)
  } finally {
    await refused?.end()
  }
}
