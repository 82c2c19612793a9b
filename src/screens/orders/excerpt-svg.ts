import type { MapExcerpt } from '../../documents/map-excerpt.ts'

/** Paper's colours: a document is light whatever the theme, and may be printed without colour. */
export const EXCERPT_INK = { ground: '#ffffff', area: '#f1f4f0', outline: '#8d9691', label: '#5b6761', mark: '#b3200f' }

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Width of a mark that holds a text, in pixels. */
const widthOf = (text: string) => Math.max(22, text.length * 7 + 10)

/** A map excerpt as the text of an SVG picture. */
export function excerptSvg({ width, height, areas, labels, marks, scale }: MapExcerpt): string {
  const { ground, area, outline, label, mark } = EXCERPT_INK
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    ` font-family="'PingFang SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif">`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    ...areas.map(
      (path) => `<path d="${path}" fill="${area}" fill-opacity="0.7" stroke="${outline}" fill-rule="evenodd"/>`,
    ),
    ...labels.map(
      ({ x, y, text }) =>
        `<text x="${x}" y="${y}" font-size="13" fill="${label}" stroke="${ground}" stroke-width="3" paint-order="stroke" text-anchor="middle">${escaped(text)}</text>`,
    ),
    ...marks.map(({ x, y, text }) => {
      const w = widthOf(text)
      return (
        `<rect x="${x - w / 2}" y="${y - 11}" width="${w}" height="22" rx="11" fill="${mark}" stroke="${ground}" stroke-width="2"/>` +
        `<text x="${x}" y="${y + 4}" font-size="12" font-weight="600" fill="${ground}" text-anchor="middle">${escaped(text)}</text>`
      )
    }),
    `<path d="M16 ${height - 22}v6h${scale.lengthPx}v-6" fill="none" stroke="${label}"/>`,
    `<text x="${16 + scale.lengthPx / 2}" y="${height - 22}" font-size="11" fill="${label}" text-anchor="middle">${escaped(scale.text)}</text>`,
    `<path d="M${width - 24} 40V18m-5 7 5-8 5 8" fill="none" stroke="${label}" stroke-width="1.5"/>`,
    `<text x="${width - 24}" y="54" font-size="11" fill="${label}" text-anchor="middle">N</text>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="none" stroke="${outline}"/>`,
    '</svg>',
  ].join('')
}
