import type { AccountRoot } from '../../../../src/domain/account.ts'
import type { Say } from '../../../../src/importing/telling/say.ts'
import { UsageError } from './arguments.ts'

/** The area tree with an id or a name, among those where the person may import; undefined when there is none. */
export function rootCalled(roots: readonly AccountRoot[], idOrName: string): AccountRoot | undefined {
  return roots.find(
    ({ id, name, nameEn }) => String(id) === idOrName || name === idOrName || (nameEn !== null && nameEn === idOrName),
  )
}

/** The area tree to import into: the one asked for, or the only one. Throws `UsageError` naming those there are. */
export function chosenRoot(roots: readonly AccountRoot[], asked: string | null, say: Say): AccountRoot {
  const names = roots.map(({ id, name }) => `${name} (${id})`).join(say('listComma'))
  if (asked === null) {
    const [only, ...others] = roots
    if (only && others.length === 0) return only
    throw new UsageError(say('command.rootNeeded', { names }))
  }
  const root = rootCalled(roots, asked)
  if (!root) throw new UsageError(say('command.rootUnknown', { name: asked, names }))
  return root
}
