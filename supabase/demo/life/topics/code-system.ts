/** The code table that a category's code stands in: numbers are the national one's, words are local. */
export const codeSystemOf = (code: string): 'gbt47678.5-2026' | 'local' =>
  /^\d/.test(code) ? 'gbt47678.5-2026' : 'local'
