import { FileRefused } from './file-refusal.ts'

/** A piece of JSON text that is one value, and the line of the text where it begins. */
export interface JsonPiece {
  readonly text: string
  readonly line: number
}

/** What was found since the last call: elements of `features` arrays, and the other members of ended top objects. */
export interface Found {
  readonly features: JsonPiece[]
  readonly tops: TopObject[]
}

/** A top-level object at its end: its members but `features`, those of `KEPT_MEMBERS` with their text. */
export interface TopObject {
  readonly members: ReadonlyMap<string, JsonPiece>
  readonly hasFeatures: boolean
  readonly line: number
}

/** Members that say what a top object is, or that make up a feature standing alone. */
const KEPT_MEMBERS: ReadonlySet<string> = new Set(['type', 'crs', 'id', 'geometry', 'properties'])

/** One feature longer than this (a boundary of some 400,000 vertices) is refused rather than held. */
const LONGEST_VALUE_CHARACTERS = 16_000_000

const enum Char {
  Tab = 0x09,
  LineFeed = 0x0a,
  Return = 0x0d,
  RecordSeparator = 0x1e,
  Space = 0x20,
  Quote = 0x22,
  Comma = 0x2c,
  Colon = 0x3a,
  OpenArray = 0x5b,
  Backslash = 0x5c,
  CloseArray = 0x5d,
  OpenObject = 0x7b,
  CloseObject = 0x7d,
}

type Expecting =
  'top' | 'key-or-end' | 'key' | 'colon' | 'value' | 'member-end' | 'element-or-end' | 'element' | 'element-end'

/** What ends a value that is being read: a bracket that closes it, its second quote, or what follows a bare word. */
type Scan = 'container' | 'string' | 'word'

/**
 * Takes GeoJSON text apart while it arrives, in chunks cut anywhere, without ever holding more than one feature: the
 * elements of `features` of one or more top objects, whatever the order of their members, and the members of top
 * objects without `features` (a feature standing alone, or one a line). Values are only delimited here; whoever parses
 * a piece finds what is wrong inside it. Throws `FileRefused`: `json_broken` with the line, `not_geojson`,
 * `value_too_long`.
 */
export class FeatureSplitter {
  private expecting: Expecting = 'top'
  private scan: Scan | null = null
  private depth = 0
  private inString = false
  private escaped = false
  private line = 1
  private startLine = 1
  private topLine = 1
  private parts: string[] = []
  private partsLength = 0
  private key: string | null = null
  private members = new Map<string, JsonPiece>()
  private hasFeatures = false
  private found: { features: JsonPiece[]; tops: TopObject[] } = { features: [], tops: [] }

  /** Takes the next chunk of text. */
  push(text: string): Found {
    let at = 0
    while (at < text.length) at = this.scan === null ? this.step(text, at) : this.scanOn(text, at)
    return this.taken()
  }

  /** Says that the text has ended. */
  end(): Found {
    if (this.expecting !== 'top' || this.scan !== null) throw new FileRefused('json_broken', { line: this.line })
    return this.taken()
  }

  private taken(): Found {
    const found = this.found
    this.found = { features: [], tops: [] }
    return found
  }

  /** Reads one character between values; returns where to go on. */
  private step(text: string, at: number): number {
    const char = text.charCodeAt(at)
    if (char === Char.LineFeed) this.line++
    if (isSpace(char)) return at + 1
    switch (this.expecting) {
      case 'top':
        if (char === Char.RecordSeparator) return at + 1
        if (char !== Char.OpenObject) throw new FileRefused('not_geojson', { line: this.line })
        this.topLine = this.line
        this.expecting = 'key-or-end'
        return at + 1
      case 'key-or-end':
        if (char === Char.CloseObject) return this.closeTop(at)
        return this.openKey(char, text, at)
      case 'key':
        return this.openKey(char, text, at)
      case 'colon':
        if (char !== Char.Colon) throw this.broken()
        this.expecting = 'value'
        return at + 1
      case 'value':
        if (this.key !== 'features') return this.open(char, text, at)
        if (char !== Char.OpenArray) throw new FileRefused('not_geojson', { line: this.line })
        this.hasFeatures = true
        this.expecting = 'element-or-end'
        return at + 1
      case 'member-end':
        if (char === Char.CloseObject) return this.closeTop(at)
        if (char !== Char.Comma) throw this.broken()
        this.expecting = 'key'
        return at + 1
      case 'element-or-end':
        if (char !== Char.CloseArray) return this.open(char, text, at)
        this.expecting = 'member-end'
        return at + 1
      case 'element':
        return this.open(char, text, at)
      case 'element-end':
        if (char !== Char.Comma && char !== Char.CloseArray) throw this.broken()
        this.expecting = char === Char.Comma ? 'element' : 'member-end'
        return at + 1
    }
  }

  private broken(): FileRefused {
    return new FileRefused('json_broken', { line: this.line })
  }

  private closeTop(at: number): number {
    this.found.tops.push({ members: this.members, hasFeatures: this.hasFeatures, line: this.topLine })
    this.members = new Map()
    this.hasFeatures = false
    this.expecting = 'top'
    return at + 1
  }

  private openKey(char: number, text: string, at: number): number {
    if (char !== Char.Quote) throw this.broken()
    this.key = null
    return this.open(char, text, at)
  }

  private open(char: number, text: string, at: number): number {
    if (char === Char.Comma || char === Char.Colon || char === Char.CloseArray || char === Char.CloseObject)
      throw this.broken()
    this.startLine = this.line
    this.parts = []
    this.partsLength = 0
    this.inString = char === Char.Quote
    this.escaped = false
    this.depth = char === Char.OpenObject || char === Char.OpenArray ? 1 : 0
    this.scan = this.depth > 0 ? 'container' : this.inString ? 'string' : 'word'
    return this.scanOn(text, at, at + 1)
  }

  /** Reads on inside a value from `next`, its text beginning at `from`; returns where to go on. */
  private scanOn(text: string, from: number, next = from): number {
    for (let at = next; at < text.length; at++) {
      const char = text.charCodeAt(at)
      if (char === Char.LineFeed) this.line++
      if (this.inString) {
        if (this.escaped) this.escaped = false
        else if (char === Char.Backslash) this.escaped = true
        else if (char === Char.Quote) {
          this.inString = false
          if (this.scan === 'string') return this.close(text, from, at + 1)
        }
      } else if (this.scan === 'word') {
        if (char === Char.Comma || char === Char.CloseArray || char === Char.CloseObject || isSpace(char)) {
          if (char === Char.LineFeed) this.line--
          return this.close(text, from, at)
        }
      } else if (char === Char.Quote) this.inString = true
      else if (char === Char.OpenObject || char === Char.OpenArray) this.depth++
      else if (char === Char.CloseObject || char === Char.CloseArray) {
        if (--this.depth === 0) return this.close(text, from, at + 1)
      }
    }
    this.keep(text.slice(from))
    return text.length
  }

  private get isKept(): boolean {
    return this.expecting !== 'value' || KEPT_MEMBERS.has(this.key ?? '')
  }

  private keep(part: string): void {
    if (!this.isKept) return
    this.parts.push(part)
    this.partsLength += part.length
    if (this.partsLength > LONGEST_VALUE_CHARACTERS) throw new FileRefused('value_too_long', { line: this.startLine })
  }

  private close(text: string, from: number, to: number): number {
    this.keep(text.slice(from, to))
    this.scan = null
    const piece = { text: this.parts.join(''), line: this.startLine }
    this.parts = []
    if (this.expecting === 'value') {
      if (this.isKept) this.members.set(this.key ?? '', piece)
      this.expecting = 'member-end'
    } else if (this.expecting === 'key' || this.expecting === 'key-or-end') {
      this.key = parsedJson(piece) as string
      this.expecting = 'colon'
    } else {
      this.found.features.push(piece)
      this.expecting = 'element-end'
    }
    return to
  }
}

function isSpace(char: number): boolean {
  return char === Char.Space || char === Char.LineFeed || char === Char.Return || char === Char.Tab
}

/** The value of a piece; throws `FileRefused` with `json_broken` and the line where the piece begins. */
export function parsedJson(piece: JsonPiece): unknown {
  try {
    return JSON.parse(piece.text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new FileRefused('json_broken', { line: piece.line })
    throw error
  }
}
