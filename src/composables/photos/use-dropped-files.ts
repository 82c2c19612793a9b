import { useEventListener } from '@vueuse/core'
import { ref, type Ref } from 'vue'

const isPicture = (file: File) => file.type.startsWith('image/') || file.type === ''

/** Files dropped on an element, and pictures pasted anywhere on the page while it is there. */
export function useDroppedFiles(
  element: Ref<HTMLElement | null>,
  take: (files: File[]) => void,
): { isOver: Ref<boolean> } {
  const isOver = ref(false)

  useEventListener(element, 'dragover', (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault() // without this the browser opens the file in place of the page
    isOver.value = true
  })
  useEventListener(element, 'dragleave', (event: DragEvent) => {
    if (!element.value?.contains(event.relatedTarget as Node | null)) isOver.value = false
  })
  useEventListener(element, 'drop', (event: DragEvent) => {
    event.preventDefault()
    isOver.value = false
    take([...(event.dataTransfer?.files ?? [])])
  })
  useEventListener(document, 'paste', (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])].filter(isPicture)
    if (files.length === 0 || event.defaultPrevented) return
    event.preventDefault()
    take(files)
  })
  return { isOver }
}
