import { pictureKind } from './picture-kind.ts'

/** Width and height in pixels. */
export interface PictureSize {
  width: number
  height: number
}

/**
 * Reads how large a JPEG, PNG or WebP says it is, without unpacking it: a small file may be a gigabyte of pixels.
 *
 * @returns null when the size is not among these bytes; orientation is not looked at
 */
export function pictureSize(head: Uint8Array): PictureSize | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const kind = pictureKind(head)
  if (kind === 'png' && view.byteLength >= 24) return { width: view.getUint32(16), height: view.getUint32(20) }
  if (kind === 'jpeg') return sizeOfJpeg(view)
  if (kind === 'webp' && view.byteLength >= 30) return sizeOfWebp(view)
  return null
}

/** Start-of-frame segments; C4, C8 and CC among their numbers are something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function sizeOfJpeg(view: DataView): PictureSize | null {
  let at = 2
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    // A marker may be filled up with FF, and a segment shorter than its own length field is none.
    const length = marker === 0xff ? -1 : view.getUint16(at + 2)
    if (length !== -1 && length < 2) return null
    at += 2 + length
  }
  return null
}

/** Three kinds of WebP: extended, lossless, lossy. */
function sizeOfWebp(view: DataView): PictureSize | null {
  const chunk = String.fromCharCode(view.getUint8(12), view.getUint8(13), view.getUint8(14), view.getUint8(15))
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
  if (chunk === 'VP8X') return { width: uint24(24) + 1, height: uint24(27) + 1 }
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
}
