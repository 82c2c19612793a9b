import { describe, expect, it } from 'vitest'
import { createRequestQueue } from '../../../src/map/tiles/request-queue.ts'

/** A job that ends when told to. */
function job(name: string, started: string[]) {
  let finish: () => void = () => {}
  const done = new Promise<string>((resolve) => (finish = () => resolve(name)))
  return {
    run: () => {
      started.push(name)
      return done
    },
    finish: () => finish(),
  }
}

const never = () => new AbortController().signal

describe('a queue of requests', () => {
  it('runs no more at once than it may, and the newest first', async () => {
    const started: string[] = []
    const queue = createRequestQueue(1)
    const [first, old, young] = ['first', 'old', 'young'].map((name) => job(name, started)) as [
      ReturnType<typeof job>,
      ReturnType<typeof job>,
      ReturnType<typeof job>,
    ]
    const results = [first, old, young].map((each) => queue.run(each.run, never()))
    expect(started).toEqual(['first'])
    first.finish()
    await results[0]
    await Promise.resolve()
    young.finish()
    await results[2]
    old.finish()
    expect(await Promise.all(results)).toEqual(['first', 'old', 'young'])
    expect(started).toEqual(['first', 'young', 'old'])
  })

  it('never starts what nobody wants any more', async () => {
    const started: string[] = []
    const queue = createRequestQueue(1)
    const [first, second] = [job('first', started), job('second', started)]
    const running = queue.run(first.run, never())
    const gone = new AbortController()
    const waiting = queue.run(second.run, gone.signal)
    gone.abort()
    await expect(waiting).rejects.toThrow('abort')
    first.finish()
    await running
    expect(started).toEqual(['first'])
  })

  it('goes on after a failure', async () => {
    const queue = createRequestQueue(1)
    await expect(queue.run(() => Promise.reject(new Error('no answer')), never())).rejects.toThrow('no answer')
    expect(await queue.run(() => Promise.resolve('next'), never())).toBe('next')
  })
})
