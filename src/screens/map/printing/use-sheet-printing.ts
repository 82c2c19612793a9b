import { computed, onBeforeUnmount, ref, shallowRef, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { PrintFailure } from '../../../map/print/print-failure.ts'
import type { SheetContent } from '../../../map/print/sheet-content.ts'
import type { Sheet } from '../../../map/print/sheet.ts'
import type { Camera } from '../../../map/town-map-types.ts'
import { DOTS_PER_INCH, fileOfSheet, paintSheet, PREVIEW_DOTS } from './save-sheet.ts'
import { useMaking, type SheetFile } from './use-making.ts'

/** The map of a sheet as it was drawn, with the camera that it shows. */
export interface SheetPicture {
  image: ImageBitmap
  camera: Camera
}

interface SheetToPrint {
  /** What the picture of the map depends on. */
  subject: ComputedRef<string>
  sheet: ComputedRef<Sheet>
  content: ComputedRef<SheetContent>
}

/** Makes previews and files of a sheet, one at a time, and tells what came of it: a picture, a saved file or a problem. */
export function useSheetPrinting({ subject, sheet, content }: SheetToPrint) {
  const { t } = useI18n()
  const problem = ref<string | null>(null)
  const { making, preview, begin, end } = useMaking(
    () => subject.value,
    () => (problem.value = null),
  )
  const picture = shallowRef<SheetPicture | null>(null)
  /** The map of a file has been drawn and is being written. */
  const isWriting = ref(false)
  /** Name of the file that was saved last. */
  const saved = ref<string | null>(null)
  /** Stops the writing of a file that nobody wants any more. */
  let writing = new AbortController()

  const file = computed(() => (making.value === 'preview' ? null : making.value))
  const pixelRatio = computed(() => (file.value ? DOTS_PER_INCH / PREVIEW_DOTS : 1))

  async function onDrawn(image: ImageBitmap, camera: Camera): Promise<void> {
    if (file.value) return save(file.value, { image, camera })
    picture.value?.image.close()
    picture.value = { image, camera }
    end()
  }

  async function save(kind: SheetFile, { image, camera }: SheetPicture): Promise<void> {
    const { signal } = (writing = new AbortController())
    const paper = document.createElement('canvas')
    isWriting.value = true
    try {
      const name = `${content.value.title.replaceAll(/[\\/:*?"<>|]/g, ' ')}.${kind}`
      paintSheet(paper, DOTS_PER_INCH, sheet.value, content.value, image, camera)
      const made = await fileOfSheet(paper, kind, sheet.value, content.value.title)
      if (signal.aborted) return
      download(name, made)
      saved.value = name
      end()
    } catch (error) {
      if (!signal.aborted) onFailed(error)
    } finally {
      if (!signal.aborted) isWriting.value = false
      image.close()
      paper.width = 0 // gives 70 MB back at once
    }
  }

  function onFailed(error: unknown): void {
    if (error instanceof PrintFailure) problem.value = t(`printing.failures.${error.reason}`)
    else problem.value = t('printing.failed', { reason: error instanceof Error ? error.message : String(error) })
    end()
  }

  function make(kind: SheetFile): void {
    problem.value = null
    saved.value = null
    begin(kind)
  }

  function stop(): void {
    writing.abort()
    isWriting.value = false
    end()
  }

  onBeforeUnmount(() => {
    writing.abort()
    picture.value?.image.close()
  })

  return { making, file, picture, pixelRatio, isWriting, saved, problem, preview, make, stop, onDrawn, onFailed }
}

function download(name: string, file: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
