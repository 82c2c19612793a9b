import { describe, expect, it } from 'vitest'
import { fileProblem } from '../../../src/evidence/file-problem.ts'
import { pictureKind } from '../../../src/evidence/picture-kind.ts'
import { pictureSize } from '../../../src/evidence/picture-size.ts'
import { jpegHead, pngHead, webpHead } from './heads.ts'

const text = (words: string) => new TextEncoder().encode(words)
const ftyp = (brand: string) => text(`\0\0\0\x18ftyp${brand}\0\0\0\0`)

describe('the kind of a file by its first bytes', () => {
  it.each([
    ['jpeg', jpegHead(4, 3)],
    ['png', pngHead(4, 3)],
    ['webp', webpHead(4, 3)],
    ['heic', ftyp('heic')],
    ['heic', ftyp('mif1')],
    ['tiff', new Uint8Array([0x49, 0x49, 0x2a, 0, 8])],
    ['tiff', new Uint8Array([0x4d, 0x4d, 0, 0x2a, 8])],
    ['gif', text('GIF89a')],
    ['markup', text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['other', text('<!doctype html><title>photo.jpg</title>')],
    ['other', ftyp('isom')],
    ['other', new Uint8Array([0xff, 0xd8])],
    ['other', new Uint8Array(0)],
  ] as const)('is %s', (kind, head) => {
    expect(pictureKind(head)).toBe(kind)
  })
})

describe('the size that a picture says it has', () => {
  it('is found behind whatever stands before it', () => {
    expect(pictureSize(jpegHead(4032, 3024))).toEqual({ width: 4032, height: 3024 })
    expect(pictureSize(jpegHead(4032, 3024, 60_000))).toEqual({ width: 4032, height: 3024 })
    expect(pictureSize(pngHead(800, 600))).toEqual({ width: 800, height: 600 })
    expect(pictureSize(webpHead(5000, 40))).toEqual({ width: 5000, height: 40 })
  })

  it.each([
    ['a JPEG that ends early', jpegHead(4032, 3024).subarray(0, 12)],
    ['a segment that is shorter than its own length', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['a PNG that ends early', pngHead(4, 3).subarray(0, 20)],
    ['no picture', text('hello')],
  ])('is not known of %s', (_, head) => {
    expect(pictureSize(head)).toBeNull()
  })
})

describe('a file that cannot become a photo', () => {
  it.each([
    ['heic', 3_000_000, ftyp('heic')],
    ['tiff', 50 * 1024 * 1024, new Uint8Array([0x49, 0x49, 0x2a, 0])],
    ['svg', 400, text('<svg onload="alert(1)"/>')],
    ['gif', 400, text('GIF89a')],
    ['not_a_picture', 400, text('<!doctype html><script>alert(1)</script>')],
    ['empty', 0, new Uint8Array(0)],
    ['too_large', 41 * 1024 * 1024, jpegHead(4032, 3024)],
    ['too_large', 70_000, pngHead(30_000, 30_000)],
  ] as const)('%s', (problem, size, head) => {
    expect(fileProblem(size, head)).toBe(problem)
  })

  it('is none that a phone has taken', () => {
    expect(fileProblem(6_000_000, jpegHead(4032, 3024))).toBeNull()
    expect(fileProblem(24_000_000, jpegHead(12_000, 8000))).toBeNull()
  })
})
