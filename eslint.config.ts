import vitest from '@vitest/eslint-plugin'
import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import prettier from 'eslint-config-prettier/flat'
import oxlint from 'eslint-plugin-oxlint'
import playwright from 'eslint-plugin-playwright'
import vue from 'eslint-plugin-vue'

/** Every relative import names its file, so that Vite, tsx and Node agree on what it is. */
const EXTENSION_MISSING = [
  'ImportDeclaration[source.value=/^\\.{1,2}\\u002f(.*\\u002f)?[^.\\u002f]+$/]',
  'ImportExpression[source.value=/^\\.{1,2}\\u002f(.*\\u002f)?[^.\\u002f]+$/]',
].map((selector) => ({ selector, message: 'Write the file extension of a relative import.' }))

/** A file that only passes names on ties the whole tree into one knot of imports. */
const BARREL = ['ExportAllDeclaration', 'ExportNamedDeclaration[source]'].map((selector) => ({
  selector,
  message: 'No barrels: import from the file that owns the name.',
}))

/** A promise that only waits for a clock makes a test slow on good days and red on bad ones. */
const FIXED_SLEEP = {
  selector:
    'NewExpression[callee.name="Promise"] > ArrowFunctionExpression[params.length=1] CallExpression[callee.name="setTimeout"]',
  message: 'No fixed sleeps: wait for the state itself (expect.poll, vi.waitFor, expect(locator)).',
}

/** Signs and digits are the same in every language; words belong to src/messages. */
const SAME_IN_EVERY_LANGUAGE = [...'(),.&+-=*/#%!?:;[]{}<>|~·•‐–—−×…→←↑↓▲▼△▽○●✓✕°：，。、（）']

export default defineConfigWithVueTs(
  {
    name: 'house/not-ours',
    ignores: ['dist/**', 'data/**', 'test-results/**', 'playwright-report/**', 'src/data/database.types.ts'],
  },
  { name: 'house/files', files: ['**/*.{ts,vue,mjs,cjs}'], linterOptions: { reportUnusedDisableDirectives: 'error' } },

  ...vue.configs['flat/strongly-recommended'],
  vueTsConfigs.recommended,

  {
    name: 'house/promises',
    files: ['src/**/*.{ts,vue}', 'supabase/**/*.ts', 'tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    name: 'house/code',
    files: ['**/*.{ts,vue,mjs,cjs}'],
    rules: {
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-syntax': ['error', ...EXTENSION_MISSING, ...BARREL],
      '@typescript-eslint/no-explicit-any': 'error',
      // The way to add to a library's types: `declare module` with an interface that only extends.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'all' }],
    },
  },
  { name: 'house/common-js', files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { name: 'house/product-code-is-silent', files: ['src/**/*.{ts,vue}'], rules: { 'no-console': 'error' } },
  {
    name: 'house/vue',
    files: ['**/*.vue'],
    rules: {
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-name-in-template-casing': ['error', 'PascalCase'],
      'vue/custom-event-name-casing': ['error', 'camelCase'],
      'vue/define-macros-order': ['error', { order: ['defineOptions', 'defineProps', 'defineEmits', 'defineSlots'] }],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/enforce-style-attribute': ['error', { allow: ['scoped'] }],
      'vue/multi-word-component-names': ['error', { ignores: ['App'] }],
      'vue/no-bare-strings-in-template': ['error', { allowlist: SAME_IN_EVERY_LANGUAGE }],
      'vue/no-static-inline-styles': ['error', { allowBinding: true }],
      'vue/no-unused-refs': 'error',
      'vue/no-v-html': 'error',
      'vue/prefer-define-options': 'error',
      'vue/require-default-prop': 'off',
      'vue/require-explicit-emits': 'error',
    },
  },
  {
    name: 'house/tests',
    files: ['tests/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...EXTENSION_MISSING, FIXED_SLEEP],
      'no-restricted-imports': ['error', { paths: [{ name: 'node:timers/promises', message: FIXED_SLEEP.message }] }],
    },
  },
  {
    name: 'house/vitest',
    files: ['tests/{unit,component,db,embedded,architecture}/**/*.ts'],
    plugins: { vitest },
    rules: {
      'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'assert*', 'fc.assert'] }],
      'vitest/no-commented-out-tests': 'error',
      'vitest/no-disabled-tests': 'error',
      'vitest/no-focused-tests': 'error',
      'vitest/no-identical-title': 'error',
      'vitest/no-standalone-expect': 'error',
      'vitest/valid-expect': ['error', { maxArgs: 2 }], // a message may say which of many cases it was
      'vitest/warn-todo': 'error',
    },
  },
  {
    name: 'house/playwright',
    files: ['tests/e2e/**/*.ts'],
    plugins: { playwright },
    rules: {
      'playwright/expect-expect': ['error', { assertFunctionPatterns: ['^expect.*'] }],
      'playwright/missing-playwright-await': 'error',
      'playwright/no-commented-out-tests': 'error',
      'playwright/no-element-handle': 'error',
      'playwright/no-focused-test': 'error',
      'playwright/no-networkidle': 'error',
      'playwright/no-page-pause': 'error',
      'playwright/no-skipped-test': ['error', { disallowFixme: true }],
      'playwright/no-useless-not': 'error',
      'playwright/no-wait-for-selector': 'error',
      'playwright/no-wait-for-timeout': 'error',
      'playwright/prefer-web-first-assertions': 'error',
      'playwright/valid-expect': 'error',
    },
  },

  ...oxlint.buildFromOxlintConfigFile('./.oxlintrc.json'),
  prettier,
)
