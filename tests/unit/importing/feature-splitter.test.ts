import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { geojsonFeatures, type LocatedFeature } from '../../../src/importing/files/geojson-features.ts'
import { inPieces, refusalOf } from './in-memory.ts'

async function featuresOf(text: string, cuts: readonly number[] = []): Promise<LocatedFeature[]> {
  const all: LocatedFeature[] = []
  for await (const some of geojsonFeatures(inPieces(text, cuts))) all.push(...some)
  return all
}

const feature = fc.record({
  type: fc.constant('Feature' as const),
  properties: fc.oneof(fc.constant(null), fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }))),
  geometry: fc.oneof(
    fc.constant(null),
    fc.record({
      type: fc.constant('Point' as const),
      coordinates: fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true })),
    }),
  ),
})
const foreign = fc.dictionary(
  fc.string().filter((key) => !['features', 'type', 'crs', '__proto__'].includes(key)),
  fc.jsonValue({ maxDepth: 2 }),
)
const cuts = fc.array(fc.nat(5000), { maxLength: 40 })

describe('GeoJSON that arrives in pieces', () => {
  it('is taken apart into the features that JSON.parse sees, wherever it is cut and however its members are ordered', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(feature, { maxLength: 5 }),
        foreign,
        fc.boolean(),
        fc.nat(2),
        cuts,
        async (features, rest, isLast, indent, at) => {
          const members = isLast
            ? { ...rest, type: 'FeatureCollection', features }
            : { features, ...rest, type: 'FeatureCollection' }
          const text = JSON.stringify(members, null, indent)
          const parsed = (JSON.parse(text) as { features: unknown[] }).features
          expect((await featuresOf(text, at)).map((located) => located.feature)).toEqual(parsed)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('may be one feature alone, or one a line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(feature, { minLength: 1, maxLength: 4 }), cuts, async (features, at) => {
        const text = features.map((each) => JSON.stringify(each)).join('\n')
        expect((await featuresOf(text, at)).map((located) => located.feature)).toEqual(
          JSON.parse(`[${features.map((each) => JSON.stringify(each)).join()}]`),
        )
      }),
      { numRuns: 200 },
    )
  })

  it('may be a sequence with record separators', async () => {
    const one = '{"type":"Feature","properties":{},"geometry":null}'
    expect(await featuresOf(`\u001e${one}\n\u001e${one}\n`)).toHaveLength(2)
  })

  it('tells on which line a feature begins', async () => {
    const text =
      '{"type":"FeatureCollection",\n"features":[\n{"type":"Feature","properties":null,\n"geometry":null},\n{"type":"Feature"}]}'
    expect((await featuresOf(text)).map((located) => located.line)).toEqual([3, 5])
  })
})

describe('GeoJSON that cannot be read', () => {
  const feature = '{"type":"Feature","properties":{},"geometry":null}'
  it.each([
    [
      'ends in the middle',
      `{"type":"FeatureCollection","features":[${feature},\n{"type":"Fea`,
      { code: 'json_broken', line: 2 },
    ],
    ['lacks a comma between features', `{"features":[${feature}\n${feature}]}`, { code: 'json_broken', line: 2 }],
    [
      'lacks a quote inside a feature',
      `{"features":[\n{"type":"Feature,"properties":{}}]}`,
      { code: 'json_broken', line: 2 },
    ],
    ['has a comma too many', `{"features":[${feature},]}`, { code: 'json_broken', line: 1 }],
    ['is a list', `[${feature}]`, { code: 'not_geojson', line: 1 }],
    ['is another kind of JSON', '{"a":1}', { code: 'not_geojson', line: 1, found: 'undefined' }],
    ['is a bare geometry', '{"type":"Point","coordinates":[1,2]}', { code: 'not_geojson', line: 1, found: 'Point' }],
    ['has features that are none', '{"features":[5]}', { code: 'not_geojson', line: 1, found: 'number' }],
    ['has no list of features', '{"type":"FeatureCollection","features":null}', { code: 'not_geojson', line: 1 }],
    [
      'is in metres of another coordinate system',
      `{"features":[${feature}],"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4549"}}}`,
      { code: 'other_coordinate_system', found: 'urn:ogc:def:crs:EPSG::4549' },
    ],
  ])('is refused when it %s', async (_, text, refusal) => {
    expect(await refusalOf(featuresOf(text))).toEqual(refusal)
  })

  it.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4490'])(
    'is not refused for saying that its degrees are %s',
    async (name) => {
      const text = JSON.stringify({ crs: { type: 'name', properties: { name } }, features: [JSON.parse(feature)] })
      expect(await featuresOf(text)).toHaveLength(1)
    },
  )
})
