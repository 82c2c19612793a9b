import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installationRefusal, nodeRefusal } from '../../supabase/embedded/cli/ensure-installed.mjs'

describe('a fresh clone', () => {
  let root: string

  const write = (file: string, content: unknown) => writeFile(join(root, file), JSON.stringify(content))
  const installed = (packages: object) => write('node_modules/.package-lock.json', { packages })

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'clone-'))
    await write('package.json', { engines: { node: '>=20.19' } })
    await write('package-lock.json', {
      packages: {
        '': { version: '0.1.0' },
        'node_modules/vue': { version: '3.5.0' },
        'node_modules/binding-for-another-system': { version: '1.0.0', optional: true },
      },
    })
  })

  afterEach(() => rm(root, { recursive: true, force: true }))

  it('has no packages yet', () => {
    expect(installationRefusal(root)).toBe('node_modules is missing.')
  })

  describe('once installed', () => {
    beforeEach(() => mkdir(join(root, 'node_modules')))

    it('is ready, though a package for another system is missing', async () => {
      await installed({ 'node_modules/vue': { version: '3.5.0' } })
      expect(installationRefusal(root)).toBeNull()
    })

    it('is not ready with another version of a package', async () => {
      await installed({ 'node_modules/vue': { version: '3.4.0' } })
      expect(installationRefusal(root)).toBe('node_modules does not match package-lock.json (node_modules/vue).')
    })

    it('is not ready when a package is missing', async () => {
      await installed({})
      expect(installationRefusal(root)).toContain('node_modules/vue')
    })
  })

  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('runs on Node %s', (version) => {
    expect(nodeRefusal(root, version)).toBeNull()
  })

  it.each(['20.18.9', '18.20.0'])('does not run on Node %s and says what is needed', (version) => {
    expect(nodeRefusal(root, version)).toContain(`\nNode.js 20.19 or newer is needed; this is ${version}.`)
  })
})
