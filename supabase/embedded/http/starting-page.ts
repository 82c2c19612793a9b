import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { startSteps, type StartStep } from '../engine/start-step.ts'
import type { Mode } from '../folder/instance.ts'

/** How often the page asks whether the database is ready. */
const AGAIN_S = 1

/** Whether a browser asks for a screen, and not for a file of it. */
export const asksForScreen = ({ method, headers }: IncomingMessage, path: string): boolean =>
  method === 'GET' && extname(path) === '' && /\btext\/html\b/.test(headers.accept ?? '')

/** Answers with a page that says what is being prepared and asks again until the product is there (503, as long as it is not). */
export function sendStartingPage(response: ServerResponse, mode: Mode, step: StartStep | null): void {
  const body = pageOf(mode, step)
  response.writeHead(503, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'retry-after': String(AGAIN_S),
  })
  response.end(body)
}

function pageOf(mode: Mode, step: StartStep | null): string {
  const isMaking = mode === 'demo' && step !== null
  const [zh, en] = isMaking
    ? ['演示镇正在准备', 'The demo township is being prepared']
    : ['服务正在启动', 'The server is starting']
  const names = Object.keys(startSteps)
  const bar = isMaking ? `<progress max="${names.length}" value="${names.indexOf(step) + 0.5}"></progress>` : ''
  const words = step ? `<p>${startSteps[step].zh}…<br /><span lang="en">${startSteps[step].en}…</span></p>` : ''
  const wait = isMaking ? '<small>约半分钟，只在第一次 · <span lang="en">About half a minute, once</span></small>' : ''
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="UTF-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta http-equiv="refresh" content="${AGAIN_S}" />
<title>环境整治一张图</title>
<style>
:root { color-scheme: light dark; --paper: light-dark(#f7f8f6, #0b1e33); --ink: light-dark(#17231f, #eaf2f7); --jade: light-dark(#0f7a5c, #7efeb9) }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink);
  font: 16px/1.6 'PingFang SC', 'HarmonyOS Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', system-ui, sans-serif; text-align: center }
main { padding: 24px; min-height: 260px }
h1 { margin: 0; font-size: 24px; font-weight: 600 }
h1 span { display: block; font-size: 16px; font-weight: 400 }
progress { width: 280px; max-width: 80vw; margin: 24px 0 8px; accent-color: var(--jade) }
small, p [lang='en'], h1 [lang='en'] { opacity: 0.75 }
</style>
</head>
<body>
<main role="status"><h1>${zh}<span lang="en">${en}</span></h1>${bar}${words}${wait}</main>
</body>
</html>
`
}
