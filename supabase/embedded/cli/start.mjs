// @ts-check
// `npm start`. Plain JavaScript until the packages are there: it runs on a machine that has only Node and this repository.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { helpText, parseOptions } from './options.mjs'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const asked = parseOptions(process.argv.slice(2))

if (asked.kind === 'help') {
  console.log(helpText)
} else if (asked.kind === 'error') {
  console.error(asked.message)
  process.exitCode = 2
} else {
  try {
    ensureInstalled(root)
    ensureBuilt(root)
    const { register } = await import('tsx/esm/api')
    register()
    // What the environment says wins, then the first file.
    for (const file of ['.env.local', '.env']) if (existsSync(root + file)) process.loadEnvFile(root + file)
    const { serve } = await import('./serve.ts')
    const { hotspots, ...options } = asked.options
    await serve({ ...options, seed: { kind: 'demo', hotspots } })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
