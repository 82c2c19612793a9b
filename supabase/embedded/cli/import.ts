import { Outage } from '../../../src/data/errors.ts'
import { formatOf } from '../../../src/importing/files/file-format.ts'
import { FileRefused } from '../../../src/importing/files/file-refusal.ts'
import { emptyReport } from '../../../src/importing/running/import-report.ts'
import { tellFileRefusal } from '../../../src/importing/telling/tell-refusal.ts'
import { HELP, readArguments, UsageError, type ImportArguments } from './importing/arguments.ts'
import { closingSentences, countsLine } from './importing/end-of-report.ts'
import { Failure } from './importing/failure.ts'
import { importAreas } from './importing/import-areas.ts'
import { importHotspots } from './importing/import-hotspots.ts'
import { openFile } from './importing/open-file.ts'
import { ProgressLine } from './importing/progress-line.ts'
import { sayIn } from './importing/say-in.ts'

/** Runs the import that the command line asks for; the exit status. */
async function run(given: ImportArguments): Promise<number> {
  const say = sayIn(given.lang)
  const progress = new ProgressLine()
  const stop = new AbortController()
  const report = emptyReport()
  process.once('SIGINT', () => stop.abort())
  try {
    const source = await openFile(given.file, say)
    const format = await formatOf(source)
    const context = { given, source, format, say, progress, report, signal: stop.signal }
    await (given.kind === 'areas' ? importAreas(context) : importHotspots(context))
    if (stop.signal.aborted) progress.say(say('command.stopped'))
    end()
    return stop.signal.aborted ? 1 : 0
  } catch (error) {
    if (error instanceof UsageError) throw error
    progress.say(sentenceOf(error))
    if (report.rows > 0) {
      progress.say(say('command.stopped'))
      end()
    }
    return 1
  }

  function end(): void {
    closingSentences(report, given, say).forEach((sentence) => progress.say(sentence))
    if (given.json) process.stdout.write(`${countsLine(report)}\n`)
  }

  function sentenceOf(error: unknown): string {
    if (error instanceof Failure) return error.message
    if (error instanceof FileRefused)
      return say('command.wholeRefused', { sentence: tellFileRefusal(error.refusal, say) })
    if (error instanceof Outage)
      return error.reason === 'unreachable'
        ? say('command.serverUnreachable', { url: given.url })
        : say('command.serverFailed', { detail: error.reason })
    if (stop.signal.aborted && error === stop.signal.reason) return say('command.stopped')
    throw error
  }
}

async function main(): Promise<number> {
  try {
    const given = readArguments(process.argv.slice(2))
    if (given) return await run(given)
    process.stdout.write(HELP)
    return 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`${error.message}\n\n${HELP}`)
    return 2
  }
}

process.exit(await main())
