// @ts-check

/**
 * What `npm start` was asked for.
 *
 * @typedef {object} StartOptions
 * @property {number} port
 * @property {string} host
 * @property {string} dataDir
 * @property {'demo' | 'empty'} mode
 * @property {boolean} forceExposedDemo
 * @property {boolean} behindProxy
 * @property {number} hotspots how many cases a new demo township gets
 */

export const helpText = `环境整治一张图
用法:npm start -- [选项]

  --port <端口>            监听端口(默认 8787)
  --host <地址>            监听地址(默认 127.0.0.1,只有本机能访问)
  --data-dir <目录>        数据目录(默认 ./data)
  --demo                   演示:虚构的乡镇和公开的演示账号(默认)
  --hotspots <数量>        新建演示数据时的问题点位数(默认 12000,最多 10000000)
  --empty                  正式使用:空数据库,自动生成密钥,打印首位管理员的一次性链接
  --behind-proxy           本机有反向代理在前:按它写的 X-Forwarded-For 分辨来访地址
  --force-exposed-demo     允许在他人可访问的地址上提供演示账号
  --help                   显示本说明

环境变量(也可写在 .env.local 中,见 .env.example):
  SMTP_URL                 邮件服务器 smtp[s]://用户:密码@主机:端口;设置后每个工作日给每个人发一封待办邮件,不设置就不发
  MAIL_FROM                发件地址,设了 SMTP_URL 就必须有
  MAIL_AT                  发送时刻,按各镇的时区(默认 08:00)
  PUBLIC_URL               邮件中链接的网址(默认本服务自己的地址)

Environment remediation map
Usage: npm start -- [options]

  --port <port>            port to listen on (default 8787)
  --host <address>         address to listen on (default 127.0.0.1: this machine alone)
  --data-dir <folder>      data folder (default ./data)
  --demo                   demo: an invented township and accounts everybody knows (default)
  --hotspots <number>      how many hotspots a new demo begins with (default 12000, at most 10000000)
  --empty                  real use: an empty database with fresh keys; prints a one-time link for the first admin
  --behind-proxy           a reverse proxy on this machine stands before it: who asks is told by its X-Forwarded-For
  --force-exposed-demo     offer demo accounts on an address that others can reach
  --help                   show this text

Environment (or a file .env.local, see .env.example):
  SMTP_URL                 mail server, smtp[s]://user:password@host:port: everybody gets a mail of what waits, each working day; none without it
  MAIL_FROM                address that the mail comes from, needed with SMTP_URL
  MAIL_AT                  when it is sent, by the clock of each township (default 08:00)
  PUBLIC_URL               address that links in it lead to (default the server's own)

健康检查 / health address: GET /healthz`

/** A city. */
const MOST_HOTSPOTS = 10_000_000

/**
 * Reads the command line. Values may follow after a blank or after `=`.
 *
 * @param {readonly string[]} given without node and the script
 * @returns {{ kind: 'run', options: StartOptions } | { kind: 'help' } | { kind: 'error', message: string }}
 */
export function parseOptions(given) {
  /** @type {StartOptions} */
  const options = {
    port: 8787,
    host: '127.0.0.1',
    dataDir: 'data',
    mode: 'demo',
    forceExposedDemo: false,
    behindProxy: false,
    hotspots: 12_000,
  }
  /** @type {Set<string>} */
  const seen = new Set()
  const rest = given.flatMap((word) =>
    /^--[^=]+=/.test(word) ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word],
  )
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    seen.add(word)
    if (word === '--help' || word === '-h') return { kind: 'help' }
    else if (word === '--demo') options.mode = 'demo'
    else if (word === '--empty') options.mode = 'empty'
    else if (word === '--force-exposed-demo') options.forceExposedDemo = true
    else if (word === '--behind-proxy') options.behindProxy = true
    else if (word === '--port' || word === '--host' || word === '--data-dir' || word === '--hotspots') {
      const value = rest.shift()
      if (!value || value.startsWith('--')) return refusal(`${word} 后面缺少值。`, `${word} needs a value.`)
      if (word === '--host') options.host = value
      else if (word === '--data-dir') options.dataDir = value
      else if (word === '--hotspots') {
        if (!/^\d{1,8}$/.test(value) || Number(value) < 1 || Number(value) > MOST_HOTSPOTS) {
          return refusal(
            `${value} 不是点位数(1 到 10000000)。`,
            `${value} is not a number of hotspots (1 to 10000000).`,
          )
        }
        options.hotspots = Number(value)
      } else if (/^\d{1,5}$/.test(value) && Number(value) <= 65535) options.port = Number(value)
      else return refusal(`${value} 不是端口号(0 到 65535)。`, `${value} is not a port (0 to 65535).`)
    } else return refusal(`未知选项 ${word}:--help 列出全部选项。`, `Unknown option ${word}: --help lists them all.`)
  }
  if (seen.has('--demo') && seen.has('--empty')) {
    return refusal('--demo 与 --empty 只能选一个。', 'Choose either --demo or --empty.')
  }
  if (seen.has('--hotspots') && options.mode === 'empty') {
    return refusal(
      '--hotspots 只用于演示,不能与 --empty 同用。',
      '--hotspots is for the demo and cannot go with --empty.',
    )
  }
  return { kind: 'run', options }
}

/**
 * @param {string} chinese
 * @param {string} english
 * @returns {{ kind: 'error', message: string }}
 */
const refusal = (chinese, english) => ({ kind: 'error', message: `${chinese}\n${english}` })
