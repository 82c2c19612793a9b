import type { Page } from '@playwright/test'

/** A step as the app sends it, taken from inside a page. */
export interface StepCall {
  url: string
  key: string
  token: string
  id: string
  step: string
  version: number
  input?: Record<string, unknown>
}

/** Takes a step from a page. @returns when it was sent and answered, in ms since 1970, and the hotspot's new version */
export function takeStep(page: Page, call: StepCall): Promise<{ sentAt: number; answeredAt: number; version: number }> {
  return page.evaluate(async ({ url, key, token, id, step, version, input }) => {
    const now = () => performance.timeOrigin + performance.now()
    const sentAt = now()
    const response = await fetch(`${url}/rest/v1/rpc/advance_hotspot`, {
      method: 'POST',
      headers: { apikey: key, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ p_id: id, p_step: step, p_version: version, p_input: input ?? {} }),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${step}: ${response.status} ${JSON.stringify(answer)}`)
    return { sentAt, answeredAt: now(), version: answer.version as number }
  }, call)
}
