import { readFile } from 'node:fs/promises'
import type { Result } from '../../../../src/domain/result.ts'
import type { MappingProblem } from '../../../../src/importing/mapping/mapping-problem.ts'
import type { Say } from '../../../../src/importing/telling/say.ts'
import { tellMappingProblem } from '../../../../src/importing/telling/tell-refusal.ts'
import { Failure } from './failure.ts'

/** The mapping in a file. Throws `Failure` with a sentence for everything that is wrong with it. */
export async function mappingIn<T>(
  path: string,
  parse: (text: string) => Result<T, MappingProblem[]>,
  say: Say,
): Promise<T> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Failure(say('command.fileUnreadable', { path, detail: error instanceof Error ? error.message : '' }))
  })
  return mappingOf(parse(text), say)
}

/** The value of a result about a mapping. Throws `Failure` with a sentence for every problem. */
export function mappingOf<T>(result: Result<T, MappingProblem[]>, say: Say): T {
  if (result.ok) return result.value
  throw new Failure(result.error.map((problem) => tellMappingProblem(problem, say)).join('\n'))
}
