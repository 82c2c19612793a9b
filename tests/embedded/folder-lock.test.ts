import { mkdirSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockFolder } from '../../supabase/embedded/folder/lock.ts'
import { startChild, type Child } from './support/child.ts'
import { makeFolder } from './support/fixture.ts'

let folder: string
const children: Child[] = []

beforeEach(() => {
  folder = makeFolder()
})
afterEach(async () => {
  for (const { process } of children) process.kill('SIGKILL')
  await Promise.all(children.splice(0).map(({ ended }) => ended))
  rmSync(folder, { recursive: true, force: true })
})

function hold(): Child {
  const child = startChild('tests/embedded/support/hold-folder.ts', [folder])
  children.push(child)
  return child
}

describe('a data folder', () => {
  it('is refused to a second process, which is told who has it', async () => {
    const holder = hold()
    await holder.says(/held/)
    await expect(lockFolder(folder)).rejects.toThrow(new RegExp(`process ${holder.process.pid} `))
  })

  it('is refused under another name for the same folder', async () => {
    const unlock = await lockFolder(folder)
    mkdirSync(join(folder, 'inside'))
    await expect(lockFolder(join(folder, 'inside', '..'))).rejects.toThrow(/in use/)
    await unlock()
  })

  it('is free again after it was given back, and nothing of the lock stays', async () => {
    await (
      await lockFolder(folder)
    )()
    expect(readdirSync(folder)).toEqual([])
    await (
      await lockFolder(folder)
    )()
  })

  it('is free again after its holder was killed', async () => {
    const holder = hold()
    await holder.says(/held/)
    holder.process.kill('SIGKILL')
    await holder.ended
    const unlock = await lockFolder(folder)
    expect(readdirSync(folder)).toEqual(['lock.json'])
    await unlock()
  })

  it('goes to exactly one of several that come at once to a dead holder’s folder', async () => {
    const holder = hold()
    await holder.says(/held/)
    holder.process.kill('SIGKILL')
    await holder.ended
    const racers = Array.from({ length: 5 }, hold)
    const outcomes = await Promise.all(racers.map(async (racer) => (await racer.says(/held|StartError/))[0]))
    expect(outcomes.sort()).toEqual(['StartError', 'StartError', 'StartError', 'StartError', 'held'])
  })
})

describe('a lock that another machine left on a shared disk', () => {
  const foreign = { id: 'other', pid: 1, startedAt: '1', host: 'another-machine', since: '2026-01-01T00:00:00.000Z' }

  it('holds as long as that machine gives signs of life', async () => {
    writeFileSync(join(folder, 'lock.json'), JSON.stringify(foreign))
    await expect(lockFolder(folder)).rejects.toThrow(/another-machine/)
  })

  it('is taken over after a minute of silence', async () => {
    writeFileSync(join(folder, 'lock.json'), JSON.stringify(foreign))
    const before = new Date(Date.now() - 61_000)
    utimesSync(join(folder, 'lock.json'), before, before)
    const unlock = await lockFolder(folder)
    expect(JSON.parse(readFileSync(join(folder, 'lock.json'), 'utf8'))).toMatchObject({ pid: process.pid })
    await unlock()
  })
})
