import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { transformWithOxc, type Plugin, type Rolldown } from 'vite'
import { LEFT_OUT, STANDS_IN } from './maplibre-left-out.ts'

const WORKER_URL = 'virtual:maplibre-worker-url'
/** MapLibre's second tile format. Its decoder weighs a tenth of the library, and sources that ask for it are not opened. */
const TILE_FORMAT = '@maplibre/mlt'

/**
 * Builds MapLibre from the source that its package carries, page and worker together: what both need is one file, downloaded once. The
 * package's own bundles hold it twice, which is a quarter of the whole. What no map of the product uses (maplibre-left-out.ts) is left out:
 * in its place stands a function that throws. A development server takes the bundles as they are.
 */
export function maplibreFromSource(): Plugin {
  const home = dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json'))
  const source = join(home, 'src')
  const leftOut: ReadonlySet<string> = new Set(LEFT_OUT)
  const unseen = new Set<string>([...LEFT_OUT, ...Object.keys(STANDS_IN)])
  let isBuild = false
  let worker = ''

  return {
    name: 'maplibre-from-source',
    enforce: 'pre',
    configResolved: ({ command }) => void (isBuild = command === 'build'),

    buildStart() {
      if (!isBuild) return
      const id = join(source, 'source/worker.ts')
      worker = this.emitFile({ type: 'chunk', id, name: 'maplibre-worker', preserveSignature: false })
    },

    resolveId(id) {
      if (id === WORKER_URL) return `\0${WORKER_URL}`
      if (!isBuild) return
      if (id === 'maplibre-gl') return join(source, 'index.ts')
      if (id === TILE_FORMAT) return `\0${TILE_FORMAT}`
    },

    async load(id) {
      if (id === `\0${WORKER_URL}`) {
        return isBuild
          ? `export default import.meta.ROLLUP_FILE_URL_${worker}`
          : `export { default } from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'`
      }
      if (id === `\0${TILE_FORMAT}`) return `export const GEOMETRY_TYPE = {}\n${absent('decodeTile')}`
      if (!isBuild) return
      // All that it wants of its package.json is the version, and JSON comes whole.
      if (id === join(home, 'package.json')) {
        const { version } = JSON.parse(await readFile(id, 'utf8')) as { version: string }
        return { code: JSON.stringify({ version }) }
      }
      const name = relative(source, id).replaceAll(sep, '/').replace(/\.ts$/, '')
      const instead = STANDS_IN[name]
      if (instead !== undefined) {
        unseen.delete(name)
        return instead
      }
      if (!leftOut.has(name)) return
      unseen.delete(name)
      const { code } = await transformWithOxc(await readFile(id, 'utf8'), id)
      return exportedNames(this.parse(code).body).map(absent).join('\n')
    },

    transform(code, id) {
      if (!id.startsWith(source) || !id.endsWith('.ts')) return
      // Written for TypeScript's older class fields: a declared field without a value is a type and nothing else.
      return transformWithOxc(code, id, { typescript: { removeClassFieldsWithoutInitializer: true } })
    },

    buildEnd(error) {
      if (isBuild && !error && unseen.size > 0) this.error(`MapLibre no longer has ${[...unseen].join(', ')}`)
    },
  }
}

/** What stands in the place of an export: shaders are empty, everything else throws when it is called or made. */
function absent(name: string): string {
  if (name === 'default') return `export default ''`
  return `export function ${name}() { throw new Error('MapLibre is built without this') }`
}

type Statement = ReturnType<Rolldown.PluginContext['parse']>['body'][number]

function exportedNames(body: readonly Statement[]): string[] {
  return body.flatMap((statement) => {
    if (statement.type === 'ExportDefaultDeclaration') return ['default']
    if (statement.type !== 'ExportNamedDeclaration') return []
    const { declaration, specifiers } = statement
    const named = specifiers.flatMap(({ exported }) => (exported.type === 'Identifier' ? [exported.name] : []))
    if (declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration')
      return [...named, ...(declaration.id ? [declaration.id.name] : [])]
    if (declaration?.type === 'VariableDeclaration')
      return [...named, ...declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))]
    return named
  })
}
