/** The case numbers in a text, in their order and each once: `12, 13；15` is 12, 13 and 15. Full-width digits count. */
export function numbersIn(text: string): number[] {
  const digits = text.normalize('NFKC').match(/\d{1,15}/g) ?? []
  return [...new Set(digits.map(Number))].filter((no) => no > 0)
}
