/** What a file is by its first bytes, whatever its name says. `markup` is SVG, `other` anything that is no picture. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'tiff' | 'gif' | 'markup' | 'other'

/** Brands of the ISO container that hold HEVC or AV1 pictures: what iPhones save. */
const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']

/**
 * Tells a picture by its first bytes.
 *
 * @param head the first bytes of a file, 512 or more where there are as many
 */
export function pictureKind(head: Uint8Array): PictureKind {
  const text = String.fromCharCode(...head.subarray(0, 512))
  const startsWith = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte)
  if (startsWith(0xff, 0xd8, 0xff)) return 'jpeg'
  if (startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp'
  if (text.slice(4, 8) === 'ftyp' && HEIC_BRANDS.includes(text.slice(8, 12))) return 'heic'
  if (startsWith(0x49, 0x49, 0x2a, 0) || startsWith(0x4d, 0x4d, 0, 0x2a)) return 'tiff'
  if (startsWith(0x49, 0x49, 0x2b, 0) || startsWith(0x4d, 0x4d, 0, 0x2b)) return 'tiff' // larger than 4 GB
  if (/^GIF8[79]a/.test(text)) return 'gif'
  return /<svg[\s>]/i.test(text) ? 'markup' : 'other'
}
