import type { ByteSource } from './byte-source.ts'
import { isBlank, tableCells, TableRow } from './csv-rows.ts'
import { textOf } from './encoding.ts'
import { FeatureRow } from './feature-row.ts'
import type { FileFormat, TableFormat } from './file-format.ts'
import { geojsonFeatures } from './geojson-features.ts'
import type { SourceRow } from './source-row.ts'

/**
 * The rows of a file from its beginning, some at a time; blank rows of a table are left out but counted as lines.
 * Holds one chunk of the file in memory. Throws `FileRefused` where the file cannot be read on.
 */
export function rowsOf(source: ByteSource, format: FileFormat): AsyncGenerator<SourceRow[]> {
  const text = textOf(source, format.encoding)
  return format.kind === 'csv' ? rowsOfTable(text, format) : rowsOfFeatures(text)
}

async function* rowsOfTable(text: AsyncIterable<string>, format: TableFormat): AsyncGenerator<SourceRow[]> {
  const places = new Map(format.columns.map((column, i) => [column, i]))
  let line = 0
  for await (const rows of tableCells(text, format.dialect)) {
    const some: SourceRow[] = []
    for (const cells of rows)
      if (++line > format.headerRow && !isBlank(cells)) some.push(new TableRow(line, cells, places))
    if (some.length > 0) yield some
  }
}

async function* rowsOfFeatures(text: AsyncIterable<string>): AsyncGenerator<SourceRow[]> {
  let number = 0
  for await (const found of geojsonFeatures(text))
    if (found.length > 0) yield found.map(({ feature }) => new FeatureRow(++number, feature))
}
