/**
 * Puts a text on the clipboard.
 *
 * @returns false where the browser does not let us: on an intranet without https there is no clipboard for pages
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false // the caller shows the text to be copied by hand
  }
}
