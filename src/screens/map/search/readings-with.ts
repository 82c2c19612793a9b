import type { ReadText, Readings } from '../../../domain/search/readings.ts'

/** The part of pinyin-pro that is used here. */
type Pinyin = (text: string, options: { type: 'array'; toneType: 'none'; multiple: true; v: true }) => string[]

const CHINESE = /\p{Script=Han}/u

/** Reads texts with pinyin-pro, every reading of every character; ü is given as `v` and as `u`, for people type both. */
export function readingsWith(pinyin: Pinyin): ReadText {
  const known = new Map<string, readonly string[]>()
  const read = (sign: string): readonly string[] => {
    if (!CHINESE.test(sign)) return [sign.toLowerCase()]
    const sounds = pinyin(sign, { type: 'array', toneType: 'none', multiple: true, v: true })
    return [...new Set(sounds.flatMap((sound) => [sound, sound.replace('v', 'u')]))]
  }
  return (text): Readings =>
    Array.from(text, (sign) => {
      const before = known.get(sign)
      if (before) return before
      const sounds = read(sign)
      known.set(sign, sounds)
      return sounds
    })
}
