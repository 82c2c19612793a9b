import * as v from 'valibot'

/** A value for every row, or one by what a column says; without `otherwise` a value that is not listed is refused. */
export type Choice<T> =
  | { readonly constant: T }
  | { readonly column: string; readonly values: Readonly<Record<string, T>>; readonly otherwise?: T | undefined }

/** The shape of a choice between values of the given shape. */
export function choiceOf<const S extends v.GenericSchema>(value: S) {
  return v.union([
    v.strictObject({ constant: value }),
    v.strictObject({ column: v.string(), values: v.record(v.string(), value), otherwise: v.optional(value) }),
  ])
}

/** Looks up what a text stands for, blanks at its ends and the case of its letters aside; undefined when not listed. */
export function lookup<T>(values: Readonly<Record<string, T>>): (text: string) => T | undefined {
  const exact = new Map(Object.entries(values).map(([text, value]) => [text.trim(), value]))
  const folded = new Map([...exact].map(([text, value]) => [text.toLowerCase(), value]))
  return (text) => exact.get(text) ?? folded.get(text.toLowerCase())
}
