/** Whether a JPEG holds any application segment but JFIF's and a colour profile: EXIF and XMP stand in APP1. */
export function hasExif(jpeg: Uint8Array): boolean {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  let at = 2
  while (at + 4 <= jpeg.length && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xda) break // the picture itself
    if (marker === 0xe1 || (marker > 0xe2 && marker <= 0xef)) return true
    at += 2 + view.getUint16(at + 2)
  }
  return Buffer.from(jpeg).includes('Exif\0\0')
}
