import { demoAccounts } from '../http/demo-accounts.ts'
import type { RunningServer, ServerOptions } from '../server.ts'

/** What the console shows when the server is ready: where it is, and who can sign in. */
export function banner({ url, firstAdminToken }: RunningServer, { mode }: ServerOptions): string {
  const where = `\n环境整治一张图已启动,按 Ctrl-C 停止:\nThe environment remediation map is running, Ctrl-C stops it:\n\n    ${url}\n`
  if (mode === 'demo') return `${where}\n${accounts()}\n`
  if (firstAdminToken === null) return where
  const link = `${url}/welcome?token=${encodeURIComponent(firstAdminToken)}`
  return `${where}\n请用此一次性链接建立首位管理员(重启后旧链接失效):\nMake the first admin with this one-time link (a restart replaces it):\n\n    ${link}\n`
}

function accounts(): string {
  const rows = [
    ['账号 account', '密码 password', '角色 role'],
    ...demoAccounts.map(({ email, password, zh, en }) => [email, password, `${zh} ${en}`]),
  ]
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => width(row[column] ?? ''))))
  const lines = rows.map(([email = '', password = '', role = '']) =>
    `    ${padded(email, widths[0])}  ${padded(password, widths[1])}  ${role}`.trimEnd(),
  )
  return [
    '演示数据全部为虚构,密码公开:请勿录入真实数据。',
    'Everything in it is invented and the passwords are public: enter no real data.',
    '',
    ...lines,
  ].join('\n')
}

/** A Chinese character takes two columns of a console. */
const width = (text: string) => [...text].reduce((sum, character) => sum + (character > '⺀' ? 2 : 1), 0)
const padded = (text: string, columns = 0) => text + ' '.repeat(Math.max(0, columns - width(text)))
