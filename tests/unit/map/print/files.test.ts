import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { pdfOfJpeg } from '../../../../src/map/print/pdf-of-jpeg.ts'
import { withResolution } from '../../../../src/map/print/png-resolution.ts'

describe('a PDF of a picture', () => {
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3, 0xff, 0xd9])
  const page = { widthPx: 4961, heightPx: 3508, widthMm: 420, heightMm: 297, title: '禾溪镇一张图 𠮷' }

  async function written(): Promise<{ text: string; bytes: Buffer }> {
    const bytes = Buffer.from(await pdfOfJpeg(jpeg, page).arrayBuffer())
    return { bytes, text: bytes.toString('latin1') }
  }

  it('has one page of the size of the paper, which the picture fills', async () => {
    const { text } = await written()
    expect(text).toMatch(/^%PDF-1\.4\n/)
    expect(text).toContain('/MediaBox [0 0 1190.55 841.89]')
    expect(text).toContain('q 1190.55 0 0 841.89 0 0 cm /Sheet Do Q')
    expect(text).toContain('/Width 4961 /Height 3508')
    expect(text).toContain('/Count 1')
  })

  it('carries the picture byte for byte', async () => {
    const { bytes } = await written()
    expect(bytes.includes(Buffer.from(jpeg))).toBe(true)
  })

  it('says in its table where each object begins, and where the table begins', async () => {
    const { text } = await written()
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
    expect(text.slice(start, start + 4)).toBe('xref')
    const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset))
    expect(offsets).toHaveLength(6)
    offsets.forEach((offset, index) => expect(text.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\n`)))
  })

  it('says how long its streams are', async () => {
    const { text } = await written()
    const streams = [...text.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g)]
    expect(streams.map(([, length, content]) => [Number(length), content?.length])).toEqual([
      [39, 39],
      [jpeg.length, jpeg.length],
    ])
  })

  it('has its title in any language', async () => {
    const { text } = await written()
    const hex = /\/Title <FEFF([0-9A-F]+)>/.exec(text)?.[1] ?? ''
    expect(Buffer.from(hex, 'hex').swap16().toString('utf16le')).toBe(page.title)
  })
})

describe('a PNG', () => {
  /** One red pixel, as a canvas would write it. */
  function onePixel(): Uint8Array<ArrayBuffer> {
    const part = (name: string, data: Buffer) => {
      const whole = Buffer.alloc(12 + data.length)
      whole.writeUInt32BE(data.length)
      whole.write(name, 4, 'latin1')
      data.copy(whole, 8)
      return whole
    }
    const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    const pixel = part('IDAT', deflateSync(Buffer.from([0, 255, 0, 0])))
    return new Uint8Array(Buffer.concat([signature, part('IHDR', header), pixel, part('IEND', Buffer.alloc(0))]))
  }

  it('says how many dots a metre has, right behind its header', () => {
    const before = onePixel()
    const after = Buffer.from(withResolution(before, 300))
    expect(after.length).toBe(before.length + 21)
    expect(after.toString('latin1', 37, 41)).toBe('pHYs')
    expect([after.readUInt32BE(33), after.readUInt32BE(41), after.readUInt32BE(45), after[49]]).toEqual([
      9, 11811, 11811, 1,
    ])
    // The check sum of these thirteen bytes as zlib has it.
    expect(after.readUInt32BE(50)).toBe(0x78a53f76)
    expect(after.subarray(0, 33)).toEqual(Buffer.from(before.subarray(0, 33)))
    expect(after.subarray(54)).toEqual(Buffer.from(before.subarray(33)))
  })
})
