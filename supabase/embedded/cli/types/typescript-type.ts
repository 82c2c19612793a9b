import type { Catalogue, TypeName } from './catalogue.ts'

/** What a value of a catalogue type is once it came through the API as JSON. Any type that is not named travels as text. */
const IN_JSON: Record<string, string> = {
  bool: 'boolean',
  float4: 'number',
  float8: 'number',
  geography: 'unknown',
  geometry: 'unknown',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  json: 'Json',
  jsonb: 'Json',
  numeric: 'number',
  oid: 'number',
  record: 'Record<string, unknown>',
  void: 'undefined',
}

/**
 * The TypeScript type of a catalogue type: `_int8` → `number[]`, a table → its Row, an enum → its member of Enums.
 *
 * @param catalogue knows which names are tables and enums
 */
export function typescriptType({ schema, name }: TypeName, catalogue: Pick<Catalogue, 'relations' | 'enums'>): string {
  if (name.startsWith('_')) return `${typescriptType({ schema, name: name.slice(1) }, catalogue)}[]`
  if (schema === 'public') {
    const relation = catalogue.relations.find((each) => each.name === name)
    if (relation) return `Database['public']['${relation.isView ? 'Views' : 'Tables'}']['${name}']['Row']`
    if (catalogue.enums.some((each) => each.name === name)) return `Database['public']['Enums']['${name}']`
  }
  return IN_JSON[name] ?? 'string'
}
