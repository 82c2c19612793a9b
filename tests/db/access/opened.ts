import { afterAll, beforeAll } from 'vitest'
import type { Door } from './door.ts'
import type { Setting } from './setting.ts'

/** The open door and what stands behind it; only inside a test or a hook. */
export type Opened = () => { door: Door; setting: Setting }

/** Opens a door for all tests of the suite it is called in, and closes it after them. */
export function openedOnce(open: () => Promise<{ door: Door; setting: Setting }>): Opened {
  let opened: { door: Door; setting: Setting } | undefined

  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened?.door.close())

  return () => {
    if (!opened) throw new Error('The door is not open yet.')
    return opened
  }
}
