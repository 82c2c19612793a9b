import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { helpText, parseOptions } from '../../supabase/embedded/cli/options.mjs'
import { demoAccounts } from '../../supabase/embedded/http/demo-accounts.ts'
import { addressOf, serveFixture, type Child } from './support/child.ts'
import { fixture, makeFolder } from './support/fixture.ts'

let folder: string

beforeAll(() => {
  folder = makeFolder()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const inFolder = (name: string) => join(folder, name)

/** Starts, waits for the end that has to come by itself, and gives what was said. */
async function refusalOf(options: object): Promise<{ code: number | null; said: string }> {
  const child: Child = serveFixture(options)
  return { code: await child.ended, said: child.output() }
}

describe('the command line', () => {
  it('lists every option in its help, and works before anything is installed', () => {
    const bare = mkdtempSync(join(tmpdir(), 'bare-'))
    const cli = join(import.meta.dirname, '..', '..', 'supabase', 'embedded', 'cli')
    cpSync(cli, join(bare, 'supabase', 'embedded', 'cli'), { recursive: true })
    const { stdout, status } = spawnSync(process.execPath, ['supabase/embedded/cli/start.mjs', '--help'], { cwd: bare })
    rmSync(bare, { recursive: true })
    expect([status, stdout.toString().trim()]).toEqual([0, helpText])
    for (const option of [
      '--port',
      '--host',
      '--data-dir',
      '--demo',
      '--empty',
      '--hotspots',
      '--behind-proxy',
      '--force-exposed-demo',
      '--help',
      'SMTP_URL',
      'MAIL_FROM',
      'MAIL_AT',
      'PUBLIC_URL',
    ]) {
      expect(helpText).toContain(option)
    }
  })

  it('begins with a demo on this machine alone', () => {
    expect(parseOptions([])).toEqual({
      kind: 'run',
      options: {
        port: 8787,
        host: '127.0.0.1',
        dataDir: 'data',
        mode: 'demo',
        forceExposedDemo: false,
        behindProxy: false,
        hotspots: 12_000,
      },
    })
  })

  it('reads values after a blank and after an equals sign', () => {
    const options = {
      port: 80,
      host: '::1',
      dataDir: '/d',
      mode: 'demo',
      forceExposedDemo: false,
      behindProxy: true,
      hotspots: 500,
    }
    const given = ['--port', '80', '--host=::1', '--data-dir=/d', '--behind-proxy', '--hotspots=500']
    expect(parseOptions(given)).toEqual({
      kind: 'run',
      options,
    })
  })

  it.each([
    [['--prot', '80'], /Unknown option --prot/],
    [['stray'], /Unknown option stray/],
    [['--port'], /--port needs a value/],
    [['--host', '--empty'], /--host needs a value/],
    [['--port', '70000'], /70000 is not a port/],
    [['--demo', '--empty'], /either --demo or --empty/],
    [['--hotspots', 'many'], /many is not a number of hotspots/],
    [['--hotspots', '10000001'], /10000001 is not a number of hotspots/],
    [['--empty', '--hotspots', '5'], /--hotspots is for the demo/],
  ])('refuses %j in one sentence', (given, sentence) => {
    expect(parseOptions(given)).toEqual({ kind: 'error', message: expect.stringMatching(sentence) as string })
  })
})

describe('starting', () => {
  it('is refused for demo accounts on an address that others reach, unless that is forced', async () => {
    const options = { dataDir: inFolder('exposed'), host: '0.0.0.0' }
    const { code, said } = await refusalOf(options)
    expect(code).toBe(1)
    expect(said).toMatch(/演示账号.*\n.*not offered on 0\.0\.0\.0/)
    expect(readdirSync(folder)).not.toContain('exposed')

    const forced = serveFixture({ ...options, forceExposedDemo: true })
    await forced.says(/http:\/\/localhost:\d+/)
    forced.process.kill('SIGTERM')
    expect(await forced.ended).toBe(0)
  })

  it('is refused for demo accounts behind a proxy as well', async () => {
    const { code, said } = await refusalOf({ dataDir: inFolder('proxied'), behindProxy: true })
    expect(code).toBe(1)
    expect(said).toMatch(/演示账号.*反向代理.*\n.*not offered behind a proxy/)
  })

  it('prints where it is and who can sign in, and that all of it is invented', async () => {
    const child = serveFixture({ dataDir: inFolder('demo') })
    await addressOf(child)
    await child.says(/stranger@demo\.example/)
    for (const { email } of demoAccounts) expect(child.output()).toContain(email)
    expect(child.output()).toMatch(/演示数据全部为虚构[^]*Everything in it is invented/)
    child.process.kill('SIGTERM')
    await child.ended
  })

  it('is refused in the other mode than the folder was made in', async () => {
    const { code, said } = await refusalOf({ dataDir: inFolder('demo'), mode: 'empty' })
    expect([code, said]).toEqual([1, expect.stringMatching(/holds demo data and cannot be opened with --empty/)])
  })

  it('is refused in a folder with other files, which stay', async () => {
    const { code, said } = await refusalOf({ dataDir: folder })
    expect([code, said]).toEqual([1, expect.stringMatching(/holds other files/)])
    expect(readdirSync(folder)).toContain('demo')
  })

  it('is refused at a port that somebody has', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const { code, said } = await refusalOf({ dataDir: inFolder('port'), port })
    other.close()
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(new RegExp(`端口 ${port} 已被占用.*\n.*Port ${port} is in use`)),
    ])
  })

  it('prints a one-time link for the first admin, a new one at every start', async () => {
    const links: string[] = []
    for (const _start of [1, 2]) {
      const child = serveFixture({ dataDir: inFolder('own'), mode: 'empty' })
      links.push((await child.says(/http:\/\/127\.0\.0\.1:\d+\/welcome\?token=(\S+)/))[1] ?? '')
      expect(child.output()).not.toContain('demo.example')
      child.process.kill('SIGTERM')
      await child.ended
    }
    expect(new Set(links).size).toBe(2)
    expect(readFileSync(inFolder('own/instance.json'), 'utf8')).toContain('"empty"')
    const asDemo = await refusalOf({ dataDir: inFolder('own') })
    expect([asDemo.code, asDemo.said]).toEqual([1, expect.stringMatching(/cannot be opened as a demo/)])
  })

  it('ends with the file and line of a migration that fails, and keeps nothing of it', async () => {
    const migrationsDir = inFolder('migrations')
    cpSync(fixture.migrationsDir, migrationsDir, { recursive: true })
    const failing = join(migrationsDir, '20260102000000_fail_half_way.sql')
    writeFileSync(failing, 'create table public.half (id int);\n\nselect nonsense;\n')
    const options = { dataDir: inFolder('demo'), migrationsDir }
    const { code, said } = await refusalOf(options)
    expect(code).toBe(1)
    expect(said).toMatch(/20260102000000_fail_half_way\.sql, line 3: column "nonsense" does not exist/)

    writeFileSync(failing, 'create table public.half (id int);\n')
    const mended = serveFixture(options)
    await addressOf(mended)
    mended.process.kill('SIGTERM')
    expect(await mended.ended).toBe(0)
  })
})
