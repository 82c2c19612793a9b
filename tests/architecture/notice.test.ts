import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { repositoryRoot } from './repository-files.ts'

type Manifest = { dependencies: Record<string, string>; version: string; license: string }

const read = (file: string) => readFileSync(join(repositoryRoot, file), 'utf8')
const manifestOf = (folder: string) => JSON.parse(read(join(folder, 'package.json'))) as Manifest
const lines = read('NOTICE').split('\n')

/** name, version, licence of each line of the table of packages. */
const listed = lines
  .map((line) => /^[* ] (@?[\w./-]+)\s+(\d+\.\d+\.\d+)\s+(\S+)\s+\S/.exec(line))
  .filter((match) => match !== null)
  .map(([, name, version, licence]) => `${name} ${version} ${licence}`)

describe('NOTICE', () => {
  it('names every package that the product runs on, with its version and licence, and no other', () => {
    const installed = Object.keys(manifestOf('.').dependencies).map((name) => {
      const { version, license } = manifestOf(join('node_modules', name))
      return `${name} ${version} ${license}`
    })
    expect(listed).toEqual(installed)
  })

  it('says where the category codes come from', () => {
    expect(lines.join('\n')).toMatch(/GB\/T 47678\.5-2026, as a public repository transcribes them/)
  })
})
