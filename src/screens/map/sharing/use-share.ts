import { ref } from 'vue'
import { copyText } from './copy-text.ts'

/** Hands the link of the present view to a colleague: by the phone's own sheet, by the clipboard, or to be copied by hand. */
export function useShare() {
  const isCopied = ref(false)
  /** The link where it could not be copied; null otherwise. */
  const byHand = ref<string | null>(null)

  async function share(): Promise<void> {
    const url = globalThis.location.href
    isCopied.value = await copyText(url)
    byHand.value = isCopied.value ? null : url
  }
  function close(): void {
    isCopied.value = false
    byHand.value = null
  }
  return { isCopied, byHand, share, close }
}
