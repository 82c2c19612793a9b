const POINTS_PER_MM = 72 / 25.4
const text = (content: string) => new TextEncoder().encode(content)

/**
 * A PDF of one page that a JPEG picture fills from edge to edge. The sheet is a picture with its text drawn in, so no font has to come along and
 * Chinese stays as it was drawn.
 *
 * @param jpeg baseline or progressive, in RGB
 */
export function pdfOfJpeg(
  jpeg: Uint8Array<ArrayBuffer>,
  picture: { widthPx: number; heightPx: number; widthMm: number; heightMm: number; title: string },
): Blob {
  const width = (picture.widthMm * POINTS_PER_MM).toFixed(2)
  const height = (picture.heightMm * POINTS_PER_MM).toFixed(2)
  const drawing = text(`q ${width} 0 0 ${height} 0 0 cm /Sheet Do Q`)
  const objects: Uint8Array<ArrayBuffer>[][] = [
    [text('<< /Type /Catalog /Pages 2 0 R >>')],
    [text('<< /Type /Pages /Kids [3 0 R] /Count 1 >>')],
    [
      text(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R ` +
          '/Resources << /XObject << /Sheet 5 0 R >> >> >>',
      ),
    ],
    [text(`<< /Length ${drawing.length} >>\nstream\n`), drawing, text('\nendstream')],
    [
      text(
        `<< /Type /XObject /Subtype /Image /Width ${picture.widthPx} /Height ${picture.heightPx} ` +
          `/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      ),
      jpeg,
      text('\nendstream'),
    ],
    [text(`<< /Title ${utf16(picture.title)} >>`)],
  ]

  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const put = (...more: Uint8Array<ArrayBuffer>[]) => {
    for (const part of more) {
      parts.push(part)
      length += part.length
    }
  }
  // Bytes above 127 in the second line tell programs that carry it that this is no text.
  put(text('%PDF-1.4\n%'), new Uint8Array([0xe2, 0xe3, 0xcf, 0xd3]), text('\n'))
  const offsets = objects.map((content, index) => {
    const offset = length
    put(text(`${index + 1} 0 obj\n`), ...content, text('\nendobj\n'))
    return offset
  })
  const table = length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  put(
    text(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}` +
        `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${table}\n%%EOF\n`,
    ),
  )
  return new Blob(parts, { type: 'application/pdf' })
}

/** A text string as PDF writes any language: UTF-16 with its mark, in hexadecimal. */
function utf16(content: string): string {
  const units = Array.from({ length: content.length }, (_, index) => content.charCodeAt(index))
  return `<FEFF${units.map((unit) => unit.toString(16).padStart(4, '0').toUpperCase()).join('')}>`
}
