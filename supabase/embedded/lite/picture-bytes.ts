/** How the bytes of each kind of picture begin; null stands for any byte. */
const BEGINNINGS: Record<string, (number | null)[]> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/webp': [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
}

/** Whether bytes that are called a JPEG, PNG or WebP begin like one. Of other types nothing is known: true. */
export function isWhatItIsCalled(mimetype: string, bytes: Uint8Array): boolean {
  const beginning = BEGINNINGS[mimetype]
  return !beginning || beginning.every((byte, at) => byte === null || bytes[at] === byte)
}
