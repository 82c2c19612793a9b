import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asksForScreen, sendStartingPage } from '../../supabase/embedded/http/starting-page.ts'
import type { StartStep } from '../../supabase/embedded/engine/start-step.ts'

let step: StartStep | null = null
let server: Server
let url = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    if (asksForScreen(request, request.url ?? '/')) sendStartingPage(response, 'demo', step)
    else response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const page = { headers: { accept: 'text/html,application/xhtml+xml' } }

describe('the page of a server that starts', () => {
  it('says what is being made, in both languages, and asks again by itself', async () => {
    step = 'cases'
    const answer = await fetch(`${url}/map`, page)
    const body = await answer.text()
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'no-store'])
    expect(body).toContain('演示镇正在准备')
    expect(body).toContain('写入乡镇和问题点位')
    expect(body).toContain('Writing the township and its hotspots')
    expect(body).toMatch(/http-equiv="refresh" content="\d+"/)
  })

  it('promises no township when none is being made', async () => {
    step = null
    const body = await (await fetch(url, page)).text()
    expect(body).toContain('服务正在启动')
    expect(body).not.toContain('演示镇')
  })

  it('stands in for screens alone, not for what a program or a page asks for', async () => {
    expect((await fetch(`${url}/map`, { headers: { accept: '*/*' } })).status).toBe(204)
    expect((await fetch(`${url}/assets/app.js`, page)).status).toBe(204)
    expect((await fetch(url, { ...page, method: 'POST' })).status).toBe(204)
  })
})
