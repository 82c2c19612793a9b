import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DEMO_PASSWORD, demoEmail, type DemoAccount } from './actors.ts'
import { repositoryRoot } from './schema-files.ts'

/** What a run of the command left behind. */
export type CommandRun = {
  status: number | null
  stdout: string
  stderr: string
  /** The most memory that the process held, as the kernel counted it; null where it does not say. */
  peakMb: number | null
}

/** Runs `npm run import -- …` as npm would, without npm's own lines. */
export async function importCommand(args: readonly string[]): Promise<CommandRun> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(repositoryRoot, 'supabase/embedded/cli/import.ts'), ...args],
    { cwd: repositoryRoot, env: { ...process.env, NODE_OPTIONS: '', TEST_PASSWORD: DEMO_PASSWORD } },
  )
  let stdout = ''
  let stderr = ''
  let peakMb: number | null = null
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()))
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()))
  const watching = setInterval(() => void peakOf(child.pid).then((mb) => (peakMb = mb ?? peakMb)), 100)
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearInterval(watching)
  return { status, stdout, stderr, peakMb }
}

/** The flags that sign somebody in. */
export function as(account: DemoAccount, url: string): string[] {
  return ['--url', url, '--email', demoEmail(account), '--password-env', 'TEST_PASSWORD']
}

/** The counts in the last line; fails with what the command said when there is none. */
export function countsOf({ stdout, stderr }: CommandRun): unknown {
  if (stdout.trim() === '') throw new Error(`The command printed no counts: ${stderr}`)
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
}

async function peakOf(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(status)
  return peak ? Number(peak[1]) / 1024 : null
}
