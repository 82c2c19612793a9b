/**
 * The direction of imports, as src/README.md draws it, for `npm run layers`.
 *
 * A layer may import itself and what stands beside its name in layers.cjs; type imports count. layers.test.ts plants a
 * bad import for every rule and expects it to fire.
 */

const LAYERS = require('./layers.cjs')

/** A library that only the named rooms may speak to: [rule, pattern of the package, pattern of the rooms]. */
const OWNED_LIBRARIES = [
  ['maplibre-belongs-to-map', '(maplibre-gl|terra-draw[^/]*|@maplibre)', '^src/map/'],
  ['supabase-belongs-to-data', '@supabase', '^src/data/'],
  ['turf-belongs-to-geo', '@turf', '^src/geo/'],
  ['exifr-belongs-to-evidence', 'exifr', '^src/evidence/'],
  ['docx-belongs-to-documents', 'docx', '^src/documents/'],
  [
    'element-plus-belongs-to-the-desk',
    '(element-plus|@element-plus)',
    '^src/(ui|screens|app|composables)/|^src/main[.]ts$',
  ],
  [
    'vue-stays-out-of-the-pure-rooms',
    '(vue|@vue|@vueuse|pinia|vue-router|vue-i18n)',
    '^src/(ui|messages|stores|composables|screens|app)/|^src/main[.]ts$',
  ],
]

/** @param {string} rooms one or more folder names, joined by | */
const inSrc = (rooms) => `^src/(${rooms})/`

const layerRules = Object.entries(LAYERS).map(([layer, mayImport]) => ({
  name: `layer-${layer}`,
  comment: `src/${layer} may import ${mayImport.length > 0 ? mayImport.join(', ') : 'no other layer'}.`,
  severity: 'error',
  from: { path: inSrc(layer) },
  to: { path: '^src/', pathNot: inSrc([layer, ...mayImport].join('|')) },
}))

const ownerRules = OWNED_LIBRARIES.map(([name, library, owners]) => ({
  name,
  comment: `Inside src only ${owners} may import ${library}: ask that layer for what you need.`,
  severity: 'error',
  from: { path: '^src/', pathNot: owners },
  to: { path: `(^|/)node_modules/${library}/` },
}))

module.exports = {
  forbidden: [
    ...layerRules,
    ...ownerRules,
    {
      name: 'screens-apart',
      comment: 'A screen never imports another screen: what two screens share moves down a layer.',
      severity: 'error',
      from: { path: '^src/screens/([^/]+)/' },
      to: { path: '^src/screens/', pathNot: '^src/screens/$1/' },
    },
    {
      name: 'no-loose-files-in-src',
      comment:
        'Every module of src lives in a layer; only the composition root and the ambient types stand beside them.',
      severity: 'error',
      from: { path: '^src/', pathNot: [inSrc(Object.keys(LAYERS).join('|')), '^src/(main|env[.]d)[.]ts$'] },
      to: {},
    },
    {
      name: 'nobody-imports-main',
      comment: 'The composition root is started, never imported.',
      severity: 'error',
      from: {},
      to: { path: '^src/main[.]ts$' },
    },
    {
      name: 'src-stands-alone',
      comment: 'The app knows neither the backend that serves it nor the tests.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(supabase|tests)/' },
    },
    {
      name: 'src-runs-in-a-browser',
      comment: "The app may not import Node's own modules.",
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'backend-stands-alone',
      comment: 'The embedded backend serves the built app and shares no code with it; only its command line does.',
      severity: 'error',
      from: { path: '^supabase/', pathNot: '^supabase/(embedded/cli|demo)/' },
      to: { path: '^(src|tests)/' },
    },
    {
      name: 'demo-shares-the-words',
      comment: 'The demo township speaks of the domain and measures as the app does; it knows nothing else of it.',
      severity: 'error',
      from: { path: '^supabase/demo/' },
      to: { path: '^(src|tests)/', pathNot: inSrc('geo|domain') },
    },
    {
      name: 'command-line-shares-the-pure-rooms',
      comment:
        'The command line takes the same way as the wizard, sentences included: geo, domain, importing, data and messages, nothing with a face.',
      severity: 'error',
      from: { path: '^supabase/embedded/cli/' },
      to: { path: '^(src|tests)/', pathNot: inSrc('geo|domain|importing|data|messages') },
    },
    {
      name: 'no-cycles',
      comment: 'Modules that import each other cannot be read, tested or moved one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'The module cannot be found: a typing error, or a package that package.json does not name.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'no-undeclared-package',
      comment: 'What is imported stands in package.json; a package that came along with another one may leave with it.',
      severity: 'error',
      from: { path: '^(src|supabase)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-tools-in-the-product',
      comment: 'What runs at the user must not need a development dependency (a type of it is fine).',
      severity: 'error',
      from: { path: '^(src|supabase)/', pathNot: ['^supabase/embedded/cli/generate-types[.]ts$', '[.]d[.]ts$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'], pathNot: '/node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|test-results)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.cjs', '.vue', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'require', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
