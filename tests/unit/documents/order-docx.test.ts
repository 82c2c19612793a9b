import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { orderDocument } from '../../../src/documents/order-document.ts'
import { orderDocx } from '../../../src/documents/order-docx.ts'
import { orderContent, plainWords } from './content.ts'

/** The smallest JPEG file headers: what is in it is told apart by its last byte. */
const picture = (mark: number) => ({
  type: 'jpg' as const,
  bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xd9, mark]),
  width: 400,
  height: 300,
})

describe('an order as a Word file', () => {
  let files: Record<string, Uint8Array>
  let xml: string
  let words: string

  beforeAll(async () => {
    const paper = orderDocument(orderContent(), plainWords)
    const pictures = new Map([
      ['a.jpg', picture(1)],
      ['c.jpg', picture(2)],
    ])
    const map = { type: 'png' as const, bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 3]), width: 1280, height: 760 }
    files = unzipSync(new Uint8Array(await orderDocx(paper, pictures, map)))
    xml = strFromU8(files['word/document.xml']!)
    words = xml.replaceAll(/<[^>]+>/g, '')
  })

  it('says everything that the paper says', () => {
    expect(words).toContain('禾溪督〔2026〕12号')
    expect(words).toContain('关于占道堆放问题的督办函')
    expect(words).toContain('环卫所、市场监管所：')
    expect(words).toContain('请抓紧整改。')
    expect(words).toContain('期限 2026-11-27T10:00:00Z')
    for (const no of [101, 102, 103]) expect(words).toContain(`占道堆放${no}（${no} 号）`)
    expect(words).toContain('备注 已两次提醒')
    expect(words).toContain('2026年11月22日')
  })

  it('holds the map and the photos that could be had, and no place for those that could not', () => {
    const media = Object.entries(files).filter(([name]) => name.startsWith('word/media/'))
    expect(media.map(([, bytes]) => bytes.at(-1)).sort()).toEqual([1, 2, 3])
    expect(xml.match(/<w:drawing>/g)).toHaveLength(3)
    expect(words).toContain('1. 101 号')
    expect(words).not.toContain('3. 103 号')
  })

  it('is an A4 page in the types of an official document, the head of the list on every page', () => {
    expect(xml).toMatch(/<w:pgSz[^>]*w:w="11906"[^>]*w:h="16838"/)
    expect(xml).toContain('w:eastAsia="仿宋"')
    expect(xml).toContain('w:eastAsia="SimSun"')
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(xml.match(/<w:tr>/g)).toHaveLength(1 + 3 + 1)
  })

  it('names its annex before the signature, and says over everything that it was withdrawn', async () => {
    expect(words.indexOf('照片')).toBeLessThan(words.indexOf('（印章）'))
    expect(words).not.toContain('已撤回')
    const paper = orderDocument(orderContent(), plainWords, '已撤回')
    const withdrawn = unzipSync(new Uint8Array(await orderDocx(paper, new Map(), null)))
    const said = strFromU8(withdrawn['word/document.xml']!).replaceAll(/<[^>]+>/g, '')
    expect(said.startsWith('已撤回')).toBe(true)
    expect(said).not.toContain('照片')
  })

  it('without cases has no list', async () => {
    const bare = orderDocument(orderContent({ cases: [] }), plainWords)
    const zipped = unzipSync(new Uint8Array(await orderDocx(bare, new Map(), null)))
    expect(strFromU8(zipped['word/document.xml']!)).not.toContain('<w:tbl>')
  })
})
