/** Hands a text to the person as a file. */
export function downloadText(name: string, parts: string | readonly string[], type: string): void {
  const url = URL.createObjectURL(new Blob(typeof parts === 'string' ? [parts] : [...parts], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
