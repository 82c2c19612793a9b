import { useDebounceFn } from '@vueuse/core'
import { readonly, ref, watch } from 'vue'

export type SheetFile = 'png' | 'pdf'

const REST_MS = 300

/**
 * What is being made of a sheet, one at a time: first a preview, and a new one when `subject` has come to rest. A preview that becomes due while a
 * file is being made waits for its end: what a person asked for is never taken away by what follows from an earlier choice.
 */
export function useMaking(subject: () => string, onPreview: () => void) {
  const making = ref<'preview' | SheetFile | null>('preview')
  let isPreviewDue = false

  function preview(): void {
    isPreviewDue = false
    making.value = 'preview'
    onPreview()
  }

  const previewSoon = useDebounceFn(() => {
    if (making.value === null || making.value === 'preview') preview()
    else isPreviewDue = true
  }, REST_MS)
  watch(subject, () => void previewSoon())

  return {
    making: readonly(making),
    preview,
    /** Begins a file. A preview under way is left and comes afterwards. */
    begin(file: SheetFile): void {
      if (making.value === 'preview') isPreviewDue = true
      making.value = file
    },
    /** What was being made has been made, was stopped or has failed. */
    end(): void {
      making.value = isPreviewDue ? 'preview' : null
      isPreviewDue = false
    },
  }
}
