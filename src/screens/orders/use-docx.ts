import { ref, type Ref } from 'vue'
import type { MapExcerpt } from '../../documents/map-excerpt.ts'
import type { OrderDocument } from '../../documents/order-document.ts'
import { useSessionStore } from '../../stores/session.ts'
import { excerptPicture } from './excerpt-picture.ts'
import { fetchPictures } from './fetch-pictures.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Makes the Word file of a document and hands it to the person; `missing` photos could not be had. */
export function useDocx(): {
  isBusy: Ref<boolean>
  missing: Ref<number>
  save: (document: OrderDocument, excerpt: MapExcerpt | null) => Promise<void>
} {
  const session = useSessionStore()
  const isBusy = ref(false)
  const missing = ref(0)

  async function save(paper: OrderDocument, excerpt: MapExcerpt | null): Promise<void> {
    isBusy.value = true
    try {
      const [{ orderDocx }, photos, map] = await Promise.all([
        import('../../documents/order-docx.ts'),
        fetchPictures(session.client, paper),
        excerpt && excerptPicture(excerpt),
      ])
      missing.value = photos.missing
      const bytes = await orderDocx(paper, photos.pictures, map)
      const url = URL.createObjectURL(new Blob([bytes], { type: DOCX }))
      const link = document.createElement('a')
      link.href = url
      link.download = `${(paper.isNumbered ? paper.number : paper.title).replaceAll(/[\\/:*?"<>|]/g, '-')}.docx`
      link.click()
      // Some browsers begin to read it only after this.
      setTimeout(() => URL.revokeObjectURL(url), 60_000)
    } finally {
      isBusy.value = false
    }
  }

  return { isBusy, missing, save }
}
