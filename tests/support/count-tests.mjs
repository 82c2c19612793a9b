// @ts-check
import { readFileSync } from 'node:fs'

/**
 * @typedef {object} Count how many tests of one kind there were
 * @property {string} kind the folder under tests/
 * @property {number} passed
 * @property {number} skipped skipped, to do or expected to fail
 */

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

/**
 * Counts the tests in a report of Vitest's json reporter by kind.
 *
 * @param {string} report path of the file
 * @param {string[]} kinds that were to run
 * @returns {Count[]} one for each kind, zeros for a kind without tests
 */
export function countVitest(report, kinds) {
  /** @type {{ name: string, assertionResults: { status: string }[] }[]} */
  const files = readJson(report).testResults
  return kinds.map((kind) => {
    const tests = files.filter(({ name }) => name.split(/[\\/]/).join('/').includes(`/tests/${kind}/`))
    const states = tests.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status))
    const passed = states.filter((state) => state === 'passed').length
    return { kind, passed, skipped: states.length - passed }
  })
}

/**
 * Counts the tests in a report of Playwright's json reporter.
 *
 * @param {string} report path of the file
 * @returns {Count[]} one, of the kind `e2e`
 */
export function countPlaywright(report) {
  const { expected, skipped, flaky } = readJson(report).stats
  return [{ kind: 'e2e', passed: expected, skipped: skipped + flaky }]
}
