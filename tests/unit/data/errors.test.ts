import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import { createDataClient } from '../../../src/data/client.ts'
import { isAbort, Outage, outcomeOf, refusalOf } from '../../../src/data/errors.ts'
import { fetchProgressByArea } from '../../../src/data/progress.ts'
import { REFUSAL_CODES } from '../../../src/domain/refusal.ts'

const answer = (data: unknown) => ({ data, error: null, status: 200 })

function thrownBy(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

describe('an answer of the API', () => {
  it('is a value when it has the shape that was asked for', () => {
    expect(outcomeOf(answer({ n: 3 }), v.object({ n: v.number() }))).toEqual({ ok: true, value: { n: 3 } })
  })

  it('is a defect when it has another shape', () => {
    expect(() => outcomeOf(answer({ n: 'three' }), v.object({ n: v.number() }))).toThrow(v.ValiError)
  })

  it.each(REFUSAL_CODES)('is a refusal when the database says %s', (code) => {
    const error = { code: 'PT422', message: code, details: null }
    expect(outcomeOf({ data: null, error, status: 422 }, v.unknown())).toEqual({ ok: false, error: { code } })
  })
})

describe('a refusal', () => {
  it('carries what the database added', () => {
    const error = { code: 'PT409', message: 'version_conflict', details: '{"no": 7, "version": 3}' }
    expect(refusalOf(error, 409)).toEqual({ code: 'version_conflict', detail: { no: 7, version: 3 } })
  })

  it('keeps an addition that is not JSON as it is', () => {
    expect(refusalOf({ code: 'PT422', message: 'wrong_status', details: 'closed' }, 422).detail).toBe('closed')
  })

  it('is what a missing right of the database becomes', () => {
    expect(refusalOf({ code: '42501', message: 'permission denied for table hotspots' }, 403)).toEqual({
      code: 'not_allowed',
    })
  })
})

describe('an error that nobody here caused', () => {
  it.each([
    ['unreachable', '', 0],
    ['timeout', '57014', 500],
    ['timeout', '', 504],
    ['server', '', 503],
    ['server', '', 429],
    ['server', '57P01', 500],
    ['server', '53300', 500],
    ['server', 'PGRST001', 503],
    ['signed_out', 'PGRST301', 401],
    ['signed_out', '', 401],
  ])('is the outage %s for code "%s" and status %i', (reason, code, status) => {
    const thrown = thrownBy(() => refusalOf({ code, message: 'no' }, status))
    expect(thrown).toBeInstanceOf(Outage)
    expect((thrown as Outage).reason).toBe(reason)
  })

  it('is a defect when it is neither refusal nor outage', () => {
    const thrown = thrownBy(() => refusalOf({ code: '42703', message: 'column "x" does not exist' }, 400))
    expect(thrown).not.toBeInstanceOf(Outage)
    expect((thrown as Error).message).toContain('42703')
  })

  it('is a defect when a code of ours has no sentence', () => {
    expect(thrownBy(() => refusalOf({ code: 'PT422', message: 'never_heard_of' }, 422))).not.toBeInstanceOf(Outage)
  })
})

describe('supabase-js over a real connection', () => {
  async function served(status: number, body: string): Promise<{ url: string; close: () => void }> {
    const server = createServer((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
  }

  function clientOf(url: string) {
    const realtime = { transport: vi.fn() as unknown as typeof WebSocket }
    return createDataClient({ url, key: 'publishable' }, { auth: { persistSession: false }, realtime })
  }

  it('gives a refusal for what the database refuses', async () => {
    const { url, close } = await served(403, '{"code":"PT403","message":"not_found","details":null,"hint":null}')
    const result = await fetchProgressByArea(clientOf(url), 1, null)
    close()
    expect(result).toEqual({ ok: false, error: { code: 'not_found' } })
  })

  it('throws an outage when nobody listens', async () => {
    const { url, close } = await served(200, '{}')
    close()
    await expect(fetchProgressByArea(clientOf(url), 1, null)).rejects.toMatchObject({ reason: 'unreachable' })
  })

  it('throws an abort, which is not shown, when the answer is no longer wanted', async () => {
    const { url, close } = await served(200, '{}')
    const aborted = new AbortController()
    aborted.abort()
    const thrown = await fetchProgressByArea(clientOf(url), 1, null, aborted.signal).catch((error: unknown) => error)
    close()
    expect(isAbort(thrown)).toBe(true)
  })
})
