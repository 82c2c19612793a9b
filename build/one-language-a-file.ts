import { resolve, sep } from 'node:path'
import { runnerImport, type Plugin } from 'vite'

/** The files that put all sentences of a language together, and what each exports. */
const LANGUAGES = new Map([
  ['zh-CN.ts', 'zhCN'],
  ['en.ts', 'en'],
])

/**
 * Makes a file of each language that holds its sentences and nothing else. The sources keep both side by side, subject by subject, so
 * that a missing one does not compile; without this, whoever loads one language loads both.
 */
export function oneLanguageAFile(): Plugin {
  const folder = resolve(import.meta.dirname, '../src/messages')
  return {
    name: 'one-language-a-file',
    apply: 'build',
    async load(id) {
      const name = LANGUAGES.get(id.split('/').at(-1) ?? '')
      if (!name || !resolve(id).startsWith(folder + sep)) return
      const { module } = await runnerImport<Record<string, unknown>>(id, { configFile: false, logLevel: 'error' })
      return `export const ${name} = ${JSON.stringify(module[name])}`
    },
  }
}
