import type { DataClient } from '../../../data/client.ts'
import { fetchReplayChunk, fetchReplayChunks, type ReplayQuestion } from '../../../data/replay.ts'
import type { Refusal } from '../../../domain/refusal.ts'
import type { ReplayChunk } from '../../../domain/replay/replay-chunk.ts'
import { ok, type Result } from '../../../domain/result.ts'
import type { CellRange } from '../../../geo/cell-ranges.ts'

/**
 * Reads what a replay asks of some ranges, one chunk after the other: the embedded database does one thing at a time, and others are
 * served between two chunks. `onRead` is told the share that has been read.
 */
export async function readChunks(
  client: DataClient,
  question: ReplayQuestion,
  ranges: readonly CellRange[],
  signal: AbortSignal,
  onRead: (share: number) => void,
): Promise<Result<ReplayChunk[], Refusal>> {
  const planned = await fetchReplayChunks(client, question.filter, ranges, signal)
  if (!planned.ok) return planned
  const read: ReplayChunk[] = []
  for (const range of planned.value) {
    const chunk = await fetchReplayChunk(client, question, range, signal)
    if (!chunk.ok) return chunk
    read.push(chunk.value)
    onRead(read.length / planned.value.length)
  }
  return ok(read)
}
