import * as v from 'valibot'

/** Whose map it is and what it is worth, in both languages. */
export interface MapSource {
  'zh-CN': string
  en: string | null
}

const Sentence = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(400))
const MapSourceShape = v.union([
  v.object({ 'zh-CN': Sentence, en: v.optional(v.nullable(Sentence), null) }),
  v.pipe(
    Sentence,
    v.transform((sentence) => ({ 'zh-CN': sentence, en: null })),
  ),
])

/** Reads the setting `map_source`; null where it says nothing. */
export function parseMapSource(value: unknown): MapSource | null {
  const read = v.safeParse(MapSourceShape, value)
  return read.success ? read.output : null
}
