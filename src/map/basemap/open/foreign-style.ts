import type { SourceSpecification } from 'maplibre-gl'
import * as v from 'valibot'
import type { BasemapDrawing } from '../drawing.ts'
import { BasemapFailure } from '../failure.ts'
import type { TileProtocol } from '../tile-protocol.ts'
import { foreignLayers, foreignSourceId } from './foreign-layers.ts'
import { fetchJson, openForeignSource } from './foreign-source.ts'

const Properties = v.optional(v.record(v.string(), v.unknown()))
const StyleShape = v.object({
  version: v.literal(8),
  sources: v.record(v.string(), v.unknown()),
  layers: v.array(
    v.looseObject({
      id: v.string(),
      type: v.string(),
      source: v.optional(v.string()),
      layout: Properties,
      paint: Properties,
    }),
  ),
})

/**
 * Opens any MapLibre style as a basemap: its layers become ours, its tiles pass through our protocol, its fonts and pictures are not
 * asked for. A source that does not answer is left out with its layers.
 *
 * @throws {BasemapFailure} when there is no style, or none of its sources can be had
 */
export async function openForeignStyle(
  url: string,
  protocol: TileProtocol,
  signal: AbortSignal,
): Promise<BasemapDrawing> {
  const base = new URL(url, globalThis.location.href).href
  const read = v.safeParse(StyleShape, await fetchJson(base, signal))
  if (!read.success) throw new BasemapFailure('wrong', `${url} is no MapLibre style`)
  const sources: Record<string, SourceSpecification> = {}
  const found = new Set<string>()
  const attributions = new Set<string>()
  let failure: BasemapFailure | null = null
  await Promise.all(
    Object.entries(read.output.sources).map(async ([id, described]) => {
      try {
        const opened = await openForeignSource(described, base, protocol, signal)
        if (!opened) return
        sources[foreignSourceId(id)] = opened.source
        found.add(id)
        if (opened.attribution) attributions.add(plainText(opened.attribution))
      } catch (error) {
        if (!(error instanceof BasemapFailure)) throw error
        failure ??= error
      }
    }),
  )
  const layers = foreignLayers(read.output.layers, found)
  if (found.size === 0 || layers.length === 0) throw failure ?? new BasemapFailure('wrong', `${url} draws nothing`)
  return { sources, layers: () => layers, attribution: [...attributions].join(' · ') || null }
}

/** Attributions are often links; here they are words. */
function plainText(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent.trim()
}
