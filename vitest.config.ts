import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** Not a measure of speed: a busy machine takes ten times as long as an idle one. */
const PATIENCE_MS = 60_000

/** A database that has to be made from nothing on a busy machine is the slowest thing a test waits for. */
const DATABASE_PATIENCE_MS = 120_000

/** They ask a server, whose engine is PGlite whatever TEST_DATABASE_URL says: a second run of them shows nothing new. */
const DATABASE_TESTS_OF_A_SERVER = ['tests/db/import-command.test.ts', 'tests/db/**/through-api.test.ts']

export default defineConfig({
  test: {
    pool: 'forks',
    allowOnly: false,
    restoreMocks: true,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          testTimeout: PATIENCE_MS,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [vue()],
        test: {
          name: 'component',
          environment: 'happy-dom',
          include: ['tests/component/**/*.test.ts'],
          // Element Plus ships ES modules that import CSS, which only Vite understands.
          server: { deps: { inline: ['element-plus'] } },
          testTimeout: PATIENCE_MS,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'architecture',
          environment: 'node',
          include: ['tests/architecture/**/*.test.ts'],
          testTimeout: PATIENCE_MS,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'db',
          environment: 'node',
          include: ['tests/db/**/*.test.ts'],
          exclude: process.env.TEST_DATABASE_URL ? DATABASE_TESTS_OF_A_SERVER : [],
          testTimeout: DATABASE_PATIENCE_MS,
          hookTimeout: DATABASE_PATIENCE_MS,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'embedded',
          environment: 'node',
          include: ['tests/embedded/**/*.test.ts'],
          testTimeout: DATABASE_PATIENCE_MS,
          hookTimeout: DATABASE_PATIENCE_MS,
          // Whole servers, some of them killed under load: one at a time keeps their clocks honest.
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
