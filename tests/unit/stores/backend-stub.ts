import { vi } from 'vitest'

/** What a path of the backend answers: a status and a body, or the network failing. */
export type StubbedAnswer = { status?: number; body?: unknown; headers?: Record<string, string> } | 'unreachable'

/**
 * Stands between the code and the network: `answers` says what a path gives, by the longest beginning that fits. Changing
 * it changes the next answer.
 */
export function stubBackend(answers: Record<string, StubbedAnswer>): { asked: string[] } {
  const asked: string[] = []
  vi.stubGlobal('location', { origin: 'http://app.test' })
  vi.stubGlobal('WebSocket', vi.fn())
  vi.stubGlobal('fetch', (input: string | URL | Request) => {
    const { pathname } = new URL(input instanceof Request ? input.url : String(input), 'http://app.test')
    asked.push(pathname)
    const fitting = Object.keys(answers).filter((path) => pathname.startsWith(path))
    const answer = answers[fitting.sort((a, b) => b.length - a.length)[0] ?? '']
    if (answer === undefined) throw new Error(`Nobody said what ${pathname} answers.`)
    if (answer === 'unreachable') return Promise.reject(new TypeError('fetch failed'))
    const { status = 200, body = {}, headers = {} } = answer
    if (status === 204) return Promise.resolve(new Response(null, { status }))
    return Promise.resolve(
      new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } }),
    )
  })
  return { asked }
}
