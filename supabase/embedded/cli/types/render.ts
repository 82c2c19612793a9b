import type { Argument, Catalogue, Column, Relation, Relationship, SqlFunction } from './catalogue.ts'
import { typescriptType } from './typescript-type.ts'

const HEADER = `// Written by \`npm run types\` from the migrated database: change a migration, not this file.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]
`

/** Lines of an object type, indented one step deeper than the braces around them. */
const block = (lines: string[]) =>
  lines.length === 0 ? '{ [_ in never]: never }' : `{\n${indent(lines.join('\n'))}\n}`
const indent = (text: string) => text.replace(/^(?=.)/gm, '  ')
const quoted = (names: string[]) => `[${names.map((name) => `'${name}'`).join(', ')}]`

/**
 * The text of `database.types.ts` in the shape that supabase-js expects of its type parameter.
 *
 * @returns the same text for the same catalogue, always
 */
export function renderDatabaseTypes(catalogue: Catalogue): string {
  const tables = catalogue.relations.filter(({ isView }) => !isView)
  const views = catalogue.relations.filter(({ isView }) => isView)
  const functionNames = [...new Set(catalogue.functions.map(({ name }) => name))]
  const schema = [
    `Tables: ${block(tables.map((table) => `${table.name}: ${renderTable(table, catalogue)}`))}`,
    `Views: ${block(views.map((view) => `${view.name}: ${renderView(view, catalogue)}`))}`,
    `Functions: ${block(
      functionNames.map((name) => {
        const overloads = catalogue.functions.filter((each) => each.name === name)
        return `${name}: ${overloads.map((each) => renderFunction(each, catalogue)).join(' | ')}`
      }),
    )}`,
    `Enums: ${block(catalogue.enums.map(({ name, values }) => `${name}: ${values.map((value) => `'${value}'`).join(' | ')}`))}`,
    `CompositeTypes: ${block([])}`,
  ]
  return `${HEADER}\nexport type Database = ${block([`public: ${block(schema)}`])}\n`
}

function renderTable({ columns, relationships }: Relation, catalogue: Catalogue): string {
  const typeOf = (column: Column) => orNull(typescriptType(column.type, catalogue), column.nullable)
  const written = (column: Column, isOptional: boolean) =>
    column.isWritable ? `${column.name}${isOptional ? '?' : ''}: ${typeOf(column)}` : `${column.name}?: never`
  return block([
    `Row: ${block(columns.map((column) => `${column.name}: ${typeOf(column)}`))}`,
    `Insert: ${block(columns.map((column) => written(column, column.nullable || column.hasDefault)))}`,
    `Update: ${block(columns.map((column) => written(column, true)))}`,
    `Relationships: ${renderRelationships(relationships)}`,
  ])
}

/** PostgreSQL does not say which columns of a view are never null, so each may be. */
function renderView({ columns }: Relation, catalogue: Catalogue): string {
  const row = columns.map((column) => `${column.name}: ${orNull(typescriptType(column.type, catalogue), true)}`)
  return block([`Row: ${block(row)}`, 'Relationships: []'])
}

function renderRelationships(relationships: Relationship[]): string {
  if (relationships.length === 0) return '[]'
  const each = relationships.map(({ name, columns, isOneToOne, relation, relationColumns }) =>
    block([
      `foreignKeyName: '${name}'`,
      `columns: ${quoted(columns)}`,
      `isOneToOne: ${isOneToOne}`,
      `referencedRelation: '${relation}'`,
      `referencedColumns: ${quoted(relationColumns)}`,
    ]),
  )
  return `[\n${indent(each.join(',\n'))},\n]`
}

function renderFunction(sqlFunction: SqlFunction, catalogue: Catalogue): string {
  const argument = ({ name, type, hasDefault }: Argument) =>
    `${name}${hasDefault ? '?' : ''}: ${orNull(typescriptType(type, catalogue), !sqlFunction.isStrict)}`
  const given = sqlFunction.arguments.filter(({ name }) => name !== '')
  const one =
    sqlFunction.resultColumns.length > 0
      ? block(sqlFunction.resultColumns.map(({ name, type }) => `${name}: ${typescriptType(type, catalogue)}`))
      : typescriptType(sqlFunction.returns, catalogue)
  return block([
    `Args: ${given.length > 0 ? block(given.map(argument)) : 'never'}`,
    `Returns: ${one}${sqlFunction.returnsSet ? '[]' : ''}`,
  ])
}

const orNull = (type: string, nullable: boolean) =>
  nullable && type !== 'Json' && type !== 'unknown' ? `${type} | null` : type
