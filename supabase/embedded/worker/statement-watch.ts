/** Memory that both threads see: one cell, the instant (ms) at which the running statement began, 0 when none runs. */
export type WatchedMemory = SharedArrayBuffer

export function makeWatchedMemory(): WatchedMemory {
  return new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT)
}

/** How long the running statement has been at it, in ms; 0 when none runs. Read from the main thread, while the worker is blocked. */
export function statementAgeMs(memory: WatchedMemory): number {
  const startedAt = Number(Atomics.load(new BigInt64Array(memory), 0))
  return startedAt === 0 ? 0 : Date.now() - startedAt
}

/**
 * Writes down when a statement begins and ends. The database blocks its thread while it works, so only shared memory can tell the main thread
 * that it is still at it.
 */
export class StatementWatch {
  private readonly cell: BigInt64Array

  /**
   * @param memory shared with the thread that watches
   * @param broken is told when not a statement but the engine itself has failed: after that nothing works until it is opened again
   */
  constructor(
    memory: WatchedMemory,
    private readonly broken: (reason: string) => void = () => {},
  ) {
    this.cell = new BigInt64Array(memory)
  }

  async during<T>(statement: () => Promise<T>): Promise<T> {
    Atomics.store(this.cell, 0, BigInt(Date.now()))
    try {
      return await statement()
    } catch (error) {
      if (isEngineFailure(error)) this.broken(String(error))
      throw error
    } finally {
      Atomics.store(this.cell, 0, 0n)
    }
  }
}

/** PostgreSQL refuses with an SQLSTATE; a trap or an exit of the WebAssembly module is something else. */
function isEngineFailure(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || (error instanceof Error && error.name === 'ExitStatus')
}
