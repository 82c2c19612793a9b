/** The case numbers in a text, in their order and each once: `12, 13；15` is 12, 13 and 15. Full-width digits count. */
export function numbersIn(text: string): number[] {
  const digits = text.normalize('NFKC').match(/\d{1,15}/g) ?? []
  return [...new Set(digits.map(Number))].filter((no) => no > 0)
}

/** True for a text that is made of case numbers and nothing else: the rest is words to look for. */
export function isNumbers(text: string): boolean {
  return /^[\d\s,、;.号]*\d[\d\s,、;.号]*$/.test(text.normalize('NFKC'))
}
