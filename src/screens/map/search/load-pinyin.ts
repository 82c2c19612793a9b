import type { ReadText } from '../../../domain/search/readings.ts'
import { readingsWith } from './readings-with.ts'

let loading: Promise<ReadText> | null = null

/** Fetches the dictionary of sounds, once; it is large, so nobody waits for it. Rejects when it cannot be fetched, and may be asked again. */
export function loadPinyin(): Promise<ReadText> {
  loading ??= import('pinyin-pro').then(({ pinyin }) => readingsWith(pinyin))
  loading.catch(() => (loading = null))
  return loading
}
