/** The functions that the other side offers. Arguments and results must survive `postMessage`. */
export type Functions = Record<string, (...given: never[]) => Promise<unknown>>

/** The half of a worker or of its parent port that messages go through. */
export interface Port {
  postMessage: (message: unknown, transfer?: ArrayBuffer[]) => void
  on: (event: 'message', listener: (message: unknown) => void) => unknown
}

interface Call {
  kind: 'call'
  id: number
  name: string
  given: never[]
}
interface Answer {
  kind: 'answer'
  id: number
  value?: unknown
  error?: object
}

/** Lets the other side call these functions. */
export function offer<F extends Functions>(port: Port, functions: F): void {
  port.on('message', (message) => {
    if (isCall(message)) void answer(port, functions, message)
  })
}

async function answer(port: Port, functions: Functions, { id, name, given }: Call): Promise<void> {
  try {
    const value = await functions[name]?.(...given)
    port.postMessage({ kind: 'answer', id, value } satisfies Answer, buffersOf(value))
  } catch (error) {
    port.postMessage({ kind: 'answer', id, error: packed(error) } satisfies Answer)
  }
}

/** Calls the functions that the other side offers. */
export class Caller<F extends Functions> {
  private readonly pending = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  private lastId = 0
  private ended: Error | null = null

  constructor(private readonly port: Port) {
    port.on('message', (message) => {
      if (isAnswer(message)) this.settle(message)
    })
  }

  /** How many calls wait for their answer. */
  get waiting(): number {
    return this.pending.size
  }

  /**
   * Calls a function of the other side.
   *
   * @throws what it threw (an Error with PostgreSQL's fields if it had them), or the reason given to `end`
   */
  call<N extends keyof F & string>(name: N, ...given: Parameters<F[N]>): ReturnType<F[N]> {
    const result = new Promise<never>((resolve, reject) => {
      if (this.ended) return reject(this.ended)
      const id = ++this.lastId
      this.pending.set(id, { resolve, reject })
      this.port.postMessage({ kind: 'call', id, name, given } satisfies Call, given.flatMap(buffersOf))
    })
    return result as ReturnType<F[N]>
  }

  /** Rejects everything that waits and everything to come: the other side is gone. */
  end(reason: Error): void {
    this.ended = reason
    for (const { reject } of this.pending.values()) reject(reason)
    this.pending.clear()
  }

  private settle({ id, value, error }: Answer): void {
    const waiting = this.pending.get(id)
    this.pending.delete(id)
    if (error) waiting?.reject(unpacked(error))
    else waiting?.resolve(value as never)
  }
}

/** A body travels without being copied. */
function buffersOf(value: unknown): ArrayBuffer[] {
  const body = typeof value === 'object' && value !== null && 'body' in value ? value.body : null
  return body instanceof ArrayBuffer ? [body] : []
}

function packed(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const fields = ['code', 'detail', 'hint', 'constraint', 'table', 'column', 'schema', 'where', 'position'] as const
  const given = error as unknown as Record<string, unknown>
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    ...Object.fromEntries(fields.flatMap((field) => (typeof given[field] === 'string' ? [[field, given[field]]] : []))),
  }
}

const unpacked = (fields: object): Error => Object.assign(new Error(), fields)
const isKind = (message: unknown, kind: string) =>
  typeof message === 'object' && message !== null && 'kind' in message && message.kind === kind
const isCall = (message: unknown): message is Call => isKind(message, 'call')
const isAnswer = (message: unknown): message is Answer => isKind(message, 'answer')
