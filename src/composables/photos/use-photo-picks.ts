import { computed, onScopeDispose, reactive, toRaw } from 'vue'
import type { DataClient } from '../../data/client.ts'
import { isAbort, Outage, type OutageReason } from '../../data/errors.ts'
import { uploadPhoto } from '../../data/photos.ts'
import { MOST_PHOTOS, type PhotoInput, type PhotoKind } from '../../domain/photo.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { PhotoProblem } from '../../evidence/photo-problem.ts'
import { preparePhoto } from '../../evidence/prepare-photo.ts'
import type { PreparedPhoto } from '../../evidence/prepared-photo.ts'
import { newId } from '../new-id.ts'
import type { TakenPicture } from './taken-picture.ts'

/** A picked file on its way: `unfit` cannot become a photo, `refused` the backend does not take, `failed` may be tried again. */
export interface PhotoPick {
  id: string
  name: string
  state: 'waiting' | 'preparing' | 'uploading' | 'ready' | 'unfit' | 'refused' | 'failed'
  /** Of the present state, 0 to 1. */
  share: number
  /** Address of the small copy; null until it is made. */
  thumbUrl: string | null
  problem: PhotoProblem | null
  refusal: Refusal | null
  outage: OutageReason | null
  input: PhotoInput | null
}

/** Where the photos belong. */
export interface PhotoTarget {
  client: DataClient
  rootId: number
  hotspotId: string
  kind: PhotoKind
}

interface Work {
  picture: TakenPicture
  prepared: PreparedPhoto | null
  stop: AbortController
}

/** The photos that somebody is adding to a step: prepared and uploaded as soon as they are picked, at most nine. */
export function usePhotoPicks(target: () => PhotoTarget) {
  const picks = reactive<PhotoPick[]>([])
  const works = new Map<string, Work>()

  const inputs = computed(() => picks.flatMap(({ input, state }) => (state === 'ready' && input ? [toRaw(input)] : [])))
  const isBusy = computed(() => picks.some(({ state }) => ['waiting', 'preparing', 'uploading'].includes(state)))
  const room = computed(() => MOST_PHOTOS - picks.filter(({ state }) => state !== 'unfit').length)

  /** Takes pictures as far as there is room; answers how many were left out. */
  function add(pictures: readonly TakenPicture[]): number {
    const taken = pictures.slice(0, Math.max(0, room.value))
    for (const picture of taken) {
      const id = newId()
      works.set(id, { picture, prepared: null, stop: new AbortController() })
      picks.push({
        id,
        name: picture.file.name,
        state: 'waiting',
        share: 0,
        thumbUrl: null,
        problem: null,
        refusal: null,
        outage: null,
        input: null,
      })
      void go(id)
    }
    return pictures.length - taken.length
  }

  async function go(id: string): Promise<void> {
    const work = works.get(id)
    const pick = picks.find((each) => each.id === id)
    if (!work || !pick) return
    pick.outage = null
    try {
      const prepared = (work.prepared ??= await prepare(pick, work))
      if (prepared) await upload(pick, work, prepared)
    } catch (error) {
      if (isAbort(error)) return
      pick.state = 'failed'
      if (!(error instanceof Outage)) throw error
      pick.outage = error.reason
    }
  }

  async function prepare(pick: PhotoPick, { picture, stop }: Work): Promise<PreparedPhoto | null> {
    const made = await preparePhoto(picture.file, stop.signal, (share) =>
      Object.assign(pick, { state: 'preparing', share }),
    )
    stop.signal.throwIfAborted()
    if (!made.ok) {
      Object.assign(pick, { state: 'unfit', problem: made.error })
      return null
    }
    const { facts, thumb } = made.value
    pick.thumbUrl = URL.createObjectURL(thumb)
    const { source, known } = picture
    pick.input = {
      id: pick.id,
      kind: target().kind,
      ...facts,
      source,
      takenAt: facts.takenAt ?? known?.takenAt ?? null,
      takenLng: facts.takenLng ?? known?.takenLng ?? null,
      takenLat: facts.takenLat ?? known?.takenLat ?? null,
    }
    return made.value
  }

  async function upload(pick: PhotoPick, { stop }: Work, { picture, thumb }: PreparedPhoto): Promise<void> {
    Object.assign(pick, { state: 'uploading', share: 0 })
    const { client, rootId, hotspotId } = target()
    const files = { rootId, hotspotId, photoId: pick.id, picture, thumb }
    const sent = await uploadPhoto(client, files, stop.signal, (share) => (pick.share = share))
    if (sent.ok) pick.state = 'ready'
    else Object.assign(pick, { state: 'refused', refusal: sent.error })
  }

  function remove(id: string): void {
    works.get(id)?.stop.abort()
    works.delete(id)
    const at = picks.findIndex((each) => each.id === id)
    const url = picks[at]?.thumbUrl
    if (url) URL.revokeObjectURL(url)
    if (at >= 0) picks.splice(at, 1)
  }

  const clear = () => {
    for (const { id } of picks.slice()) remove(id)
  }

  onScopeDispose(clear)
  return { picks, inputs, isBusy, room, add, retry: (id: string) => void go(id), remove, clear }
}
