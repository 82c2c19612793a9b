import { parseArgs } from 'node:util'

/** What the command was asked to do. */
export interface ImportArguments {
  readonly kind: 'areas' | 'hotspots'
  readonly file: string
  readonly mapping: string
  readonly url: string
  readonly email: string
  readonly passwordEnv: string
  readonly root: string | null
  readonly parent: number | null
  readonly refused: string | null
  readonly json: boolean
  readonly dryRun: boolean
  /** Judge the file and leave; no server is asked. */
  readonly check: boolean
  readonly lang: 'zh-CN' | 'en'
}

/** Wrong use of the command; the message says what is wrong. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The text of `--help`. */
export const HELP = `npm run import -- areas|hotspots FILE --mapping M.json --url URL --email EMAIL --password-env NAME

Imports a file of any size through a running server, as a person who may import there.
  areas            boundaries from GeoJSON
  hotspots         cases from CSV or GeoJSON

  --mapping FILE   how the file is to be understood; the wizard in the app makes and saves it
  --url URL        where the app is served, e.g. http://127.0.0.1:3000
  --email EMAIL    who imports
  --password-env N name of the environment variable that holds the password
  --root ID|NAME   the area tree (default: what the mapping names, or the only one)
  --parent ID      areas: the area they come to lie under (default: the root)
  --refused FILE   where to put the refused rows, with a column that says why
  --dry-run        ask the server what would happen; nothing is written
  --check          only judge the file; needs no server
  --json           end with one line of counts on standard output
  --lang LANG      zh-CN (default) or en
  --help           this text

Exit status: 0 done, also when single rows were refused; 1 the file was refused or something failed; 2 wrong use.
`

/** Reads the command line; null when it asks for help. Throws `UsageError`. */
export function readArguments(given: string[]): ImportArguments | null {
  const { values, positionals } = parsed(given)
  if (values.help) return null
  const [kind, file, ...rest] = positionals
  if (kind !== 'areas' && kind !== 'hotspots') throw new UsageError('Say first what to import: areas or hotspots.')
  if (!file || rest.length > 0) throw new UsageError('Name one file to import.')
  if (values.lang !== 'zh-CN' && values.lang !== 'en') throw new UsageError('--lang is zh-CN or en.')
  const parent = values.parent === undefined ? null : Number(values.parent)
  if (parent !== null && !(Number.isSafeInteger(parent) && parent > 0)) throw new UsageError('--parent is an id.')
  const needed = (name: 'mapping' | 'url' | 'email' | 'password-env', isNeeded = true): string => {
    const value = values[name]
    if (!value && isNeeded) throw new UsageError(`--${name} is missing.`)
    return value ?? ''
  }
  return {
    kind,
    file,
    mapping: needed('mapping'),
    url: needed('url', !values.check).replace(/\/+$/, ''),
    email: needed('email', !values.check),
    passwordEnv: needed('password-env', !values.check),
    root: values.root ?? null,
    parent,
    refused: values.refused ?? null,
    json: values.json,
    dryRun: values['dry-run'],
    check: values.check,
    lang: values.lang,
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        mapping: { type: 'string' },
        url: { type: 'string' },
        email: { type: 'string' },
        'password-env': { type: 'string' },
        root: { type: 'string' },
        parent: { type: 'string' },
        refused: { type: 'string' },
        json: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'zh-CN' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message)
    throw error
  }
}
