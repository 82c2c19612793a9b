import type { Feature, Geometry } from 'geojson'
import type { SourceRow } from './source-row.ts'

/** A feature of a GeoJSON file as a row: its properties are the columns. */
export class FeatureRow implements SourceRow {
  readonly line: number
  readonly original: Feature

  constructor(line: number, feature: Feature) {
    this.line = line
    this.original = feature
  }

  get geometry(): Geometry | null {
    return this.original.geometry ?? null
  }

  /** The id of the feature is the column `id` unless a property has that name. */
  value(column: string): string {
    const value: unknown = this.original.properties?.[column]
    if (value === undefined || value === null) return column === 'id' ? String(this.original.id ?? '') : ''
    return typeof value === 'object' ? JSON.stringify(value) : String(value).trim()
  }
}
