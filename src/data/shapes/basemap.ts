import * as v from 'valibot'
import type { Basemap, BasemapProblem } from '../../domain/basemap.ts'
import { ok, refused, type Result } from '../../domain/result.ts'

const Text = v.pipe(v.string(), v.trim(), v.maxLength(400))

/** An address of the web, or a path on the product's own server. */
const Address = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(2000),
  v.check((url) => /^\/(?!\/)/.test(url) || (/^https?:\/\//.test(url) && URL.canParse(url))),
)

const credit = {
  attribution: v.optional(Text),
  approvalNumber: v.optional(Text),
}

const BasemapShape: v.GenericSchema<unknown, Basemap> = v.variant('kind', [
  v.object({ kind: v.literal('demo'), ...credit }),
  v.object({
    kind: v.literal('pmtiles'),
    url: Address,
    flavor: v.optional(v.picklist(['light', 'dark'])),
    ...credit,
  }),
  v.object({
    kind: v.literal('tianditu'),
    layer: v.picklist(['vec', 'img']),
    token: v.pipe(v.string(), v.trim(), v.regex(/^[\w-]{8,128}$/)),
    ...credit,
  }),
  v.object({ kind: v.literal('style'), url: Address, ...credit }),
  v.object({ kind: v.literal('none'), ...credit }),
])

/** WGS 84 and CGCS2000 are one within centimetres; everything else lies hundreds of metres beside the data. */
const CrsShape = v.object({ crs: v.optional(v.picklist(['wgs84', 'cgcs2000']), 'wgs84') })

/**
 * Reads the setting `basemap`; none set is plain paper.
 *
 * @returns refused `shifted` where it names GCJ-02, BD-09 or another coordinate system, `unreadable` for anything else
 */
export function parseBasemap(value: unknown): Result<Basemap, BasemapProblem> {
  if (value === undefined || value === null) return ok({ kind: 'none' })
  if (v.is(v.object({}), value) && !v.is(CrsShape, value)) return refused('shifted')
  const read = v.safeParse(BasemapShape, value)
  return read.success ? ok(read.output) : refused('unreadable')
}
