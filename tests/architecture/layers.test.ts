import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult, type IConfiguration, type IFlattenedRuleSet } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const require = createRequire(import.meta.url)
const layers = require('./layers.cjs') as Record<string, string[]>
const configuration = require('./dependency-cruiser.cjs') as IConfiguration & IFlattenedRuleSet
const names = Object.keys(layers)
const pairs = names.flatMap((from) => names.filter((to) => to !== from).map((to) => [from, to] as const))

/** One planted import: who imports what, how it is written, and the rule that has to fire. */
type Planted = { rule: string; from: string; to: string; how?: string; alsoWrites?: Record<string, string> }

const PLANTED: Planted[] = [
  { rule: 'maplibre-belongs-to-map', from: 'src/screens/map/maplibre.ts', to: 'maplibre-gl' },
  { rule: 'maplibre-belongs-to-map', from: 'src/ui/style-of-maplibre.ts', to: 'maplibre-gl/dist/maplibre-gl.css' },
  { rule: 'supabase-belongs-to-data', from: 'src/stores/supabase.ts', to: '@supabase/supabase-js' },
  { rule: 'turf-belongs-to-geo', from: 'src/domain/turf.ts', to: '@turf/turf' },
  { rule: 'exifr-belongs-to-evidence', from: 'src/data/exifr.ts', to: 'exifr' },
  { rule: 'docx-belongs-to-documents', from: 'src/screens/orders/docx.ts', to: 'docx' },
  { rule: 'element-plus-belongs-to-the-desk', from: 'src/map/element-plus.ts', to: 'element-plus' },
  { rule: 'vue-stays-out-of-the-pure-rooms', from: 'src/data/vue.ts', to: 'vue' },
  { rule: 'vue-stays-out-of-the-pure-rooms', from: 'src/map/pinia.ts', to: 'pinia' },
  { rule: 'screens-apart', from: 'src/screens/progress/neighbour.ts', to: 'src/screens/map/part.ts' },
  { rule: 'no-loose-files-in-src', from: 'src/loose.ts', to: 'src/geo/room.ts' },
  { rule: 'nobody-imports-main', from: 'src/app/main.ts', to: 'src/main.ts' },
  { rule: 'src-stands-alone', from: 'src/app/backend.ts', to: 'supabase/embedded/room.ts' },
  { rule: 'src-stands-alone', from: 'src/app/tests.ts', to: 'tests/support/room.ts' },
  { rule: 'src-runs-in-a-browser', from: 'src/importing/node.ts', to: 'node:fs' },
  { rule: 'backend-stands-alone', from: 'supabase/embedded/app.ts', to: 'src/domain/room.ts' },
  { rule: 'demo-shares-the-words', from: 'supabase/demo/life.ts', to: 'src/importing/room.ts' },
  { rule: 'command-line-shares-the-pure-rooms', from: 'supabase/embedded/cli/store.ts', to: 'src/stores/room.ts' },
  { rule: 'no-unresolvable', from: 'src/geo/nowhere.ts', to: 'src/geo/does-not-exist.ts' },
  { rule: 'no-undeclared-package', from: 'src/geo/undeclared.ts', to: 'undeclared' },
  { rule: 'no-tools-in-the-product', from: 'supabase/embedded/tool.ts', to: 'vitest' },
]

/** How a bad import may be dressed; the layer rules see through each. */
const DRESSED: (Planted & { dress: string })[] = [
  {
    dress: 'of a type',
    rule: 'layer-geo',
    from: 'src/geo/of-a-type.ts',
    to: 'src/domain/room.ts',
    how: 'import type { room } from',
  },
  {
    dress: 'that waits',
    rule: 'layer-geo',
    from: 'src/geo/that-waits.ts',
    to: 'src/domain/room.ts',
    how: 'void import',
  },
  {
    dress: 'passed on',
    rule: 'layer-geo',
    from: 'src/geo/passed-on.ts',
    to: 'src/domain/room.ts',
    how: 'export { room } from',
  },
  { dress: 'of a component', rule: 'layer-ui', from: 'src/ui/a-ts-file.ts', to: 'src/screens/map/Part.vue' },
  { dress: 'in a component', rule: 'layer-ui', from: 'src/ui/InAComponent.vue', to: 'src/stores/room.ts' },
]

const ALLOWED: Planted[] = [
  { rule: '', from: 'src/map/allowed.ts', to: 'maplibre-gl' },
  { rule: '', from: 'src/data/allowed.ts', to: '@supabase/supabase-js' },
  { rule: '', from: 'src/geo/allowed.ts', to: '@turf/turf' },
  { rule: '', from: 'src/evidence/allowed.ts', to: 'exifr' },
  { rule: '', from: 'src/documents/allowed.ts', to: 'docx' },
  { rule: '', from: 'src/screens/map/Allowed.vue', to: 'src/screens/map/part.ts' },
  { rule: '', from: 'supabase/embedded/cli/allowed.ts', to: 'src/importing/room.ts' },
  { rule: '', from: 'supabase/embedded/type-of-a-tool.ts', to: 'vitest', how: 'import type { room } from' },
  { rule: '', from: 'tests/unit/allowed.ts', to: 'src/geo/room.ts' },
]

const isFile = (target: string) => /^(src|supabase|tests)\//.test(target)

function importLine({ from, to, how = 'import { room } from' }: Planted): string {
  const specifier = isFile(to) ? `${'../'.repeat(from.split('/').length - 1)}${to}` : to
  const line = how.endsWith('import') ? `${how}('${specifier}')` : `${how} '${specifier}'`
  return from.endsWith('.vue')
    ? `<script setup lang="ts">\n${line}\nvoid room\n</script>\n`
    : `${line}\nexport const user = 1\n`
}

function smallHouse(): Record<string, string> {
  const declared = [
    'maplibre-gl',
    '@supabase/supabase-js',
    '@turf/turf',
    'exifr',
    'docx',
    'element-plus',
    'vue',
    'pinia',
  ]
  const packages = [...declared, 'vitest', 'undeclared']
  return {
    'package.json': JSON.stringify({
      dependencies: Object.fromEntries(declared.map((name) => [name, '1.0.0'])),
      devDependencies: { vitest: '1.0.0' },
    }),
    'tsconfig.app.json': '{}',
    ...Object.fromEntries(
      packages.flatMap((name) => [
        [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
        [`node_modules/${name}/index.js`, 'module.exports = { room: 1 }'],
        [`node_modules/${name}/dist/${name}.css`, ''],
      ]),
    ),
    ...Object.fromEntries(names.map((name) => [`src/${name}/room.ts`, 'export const room = 1\n'])),
    'src/main.ts': 'export const room = 1\n',
    'src/screens/map/part.ts': 'export const room = 1\n',
    'src/screens/map/Part.vue': '<script setup lang="ts">\nconst room = 1\nvoid room\n</script>\n',
    'supabase/embedded/room.ts': 'export const room = 1\n',
    'tests/support/room.ts': 'export const room = 1\n',
    'src/geo/circle-a.ts': "import type { B } from './circle-b.ts'\nexport type A = B | 1\n",
    'src/geo/circle-b.ts': "import type { A } from './circle-a.ts'\nexport type B = A | 2\n",
    ...Object.fromEntries(
      pairs.map(([from, to]) => {
        const file = `src/${from}/to-${to}.ts`
        return [file, importLine({ rule: '', from: file, to: `src/${to}/room.ts` })]
      }),
    ),
    ...Object.fromEntries([...PLANTED, ...DRESSED, ...ALLOWED].map((planted) => [planted.from, importLine(planted)])),
  }
}

describe('the direction of imports, in a house where every rule is broken', () => {
  let root: string
  let fired: { rule: string; from: string; to: string }[]

  const rulesFiredFor = (from: string) => fired.filter((each) => each.from === from).map((each) => each.rule)

  beforeAll(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'layers-')))
    for (const [file, text] of Object.entries(smallHouse())) {
      await mkdir(dirname(join(root, file)), { recursive: true })
      await writeFile(join(root, file), text)
    }
    const { forbidden, options = {} } = configuration
    const { tsConfig: _ours, enhancedResolveOptions, ...cruiseOptions } = options
    const { output } = await cruise(
      ['src', 'supabase', 'tests'],
      { ...cruiseOptions, baseDir: root, validate: true, ruleSet: { forbidden } },
      enhancedResolveOptions,
    )
    fired = (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
  }, 60_000)

  afterAll(() => rm(root, { recursive: true, force: true }))

  it.each(PLANTED)('$rule fires when $from imports $to', ({ rule, from }) => {
    expect(rulesFiredFor(from)).toContain(rule)
  })

  it.each(DRESSED)('sees an import $dress', ({ rule, from }) => {
    expect(rulesFiredFor(from)).toContain(rule)
  })

  it.each(ALLOWED)('lets $from import $to', ({ from }) => {
    expect(rulesFiredFor(from)).toEqual([])
  })

  it('finds a cycle that only types make', () => {
    expect(rulesFiredFor('src/geo/circle-a.ts')).toContain('no-cycles')
  })

  it.each(pairs)('%s may import %s only if the table says so', (from, to) => {
    const expected = layers[from]?.includes(to) ? [] : [`layer-${from}`]
    expect(rulesFiredFor(`src/${from}/to-${to}.ts`)).toEqual(expected)
  })

  it('has planted something for every rule there is', () => {
    const rules = configuration.forbidden?.map(({ name }) => name) ?? []
    const untested = rules.filter((rule) => !fired.some((each) => each.rule === rule))
    expect(untested).toEqual([])
  })
})
