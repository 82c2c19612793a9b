/** The beginning of a JPEG of this size, with so many bytes of comment before the frame. */
export function jpegHead(width: number, height: number, commentBytes = 16): Uint8Array {
  const comment = new Uint8Array(commentBytes + 4)
  comment.set([0xff, 0xfe, (commentBytes + 2) >> 8, (commentBytes + 2) & 0xff])
  const frame = [0xff, 0xc0, 0, 17, 8, height >> 8, height & 0xff, width >> 8, width & 0xff, 3]
  return Uint8Array.from([0xff, 0xd8, ...comment, ...frame])
}

/** The beginning of a PNG of this size. */
export function pngHead(width: number, height: number): Uint8Array {
  const head = new Uint8Array(26)
  head.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  const view = new DataView(head.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return head
}

/** The beginning of an extended WebP of this size. */
export function webpHead(width: number, height: number): Uint8Array {
  const head = new Uint8Array(30)
  head.set(new TextEncoder().encode('RIFF\0\0\0\0WEBPVP8X'))
  const [w, h] = [width - 1, height - 1]
  head.set([w & 0xff, (w >> 8) & 0xff, w >> 16, h & 0xff, (h >> 8) & 0xff, h >> 16], 24)
  return head
}
