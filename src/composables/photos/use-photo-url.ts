import { ref, watch, type Ref } from 'vue'
import { Outage } from '../../data/errors.ts'
import { forgetPhotoUrl, photoUrl } from '../../data/photo-urls.ts'
import { useSessionStore } from '../../stores/session.ts'

/** The address of a stored photo; `null` while it is asked for and where there is none. `renew` asks once more for one that does not open. */
export function usePhotoUrl(path: () => string | null): {
  url: Ref<string | null>
  isMissing: Ref<boolean>
  renew: () => void
} {
  const session = useSessionStore()
  const url = ref<string | null>(null)
  const isMissing = ref(false)
  let wasRenewed = false

  async function ask(): Promise<void> {
    const asked = path()
    if (!asked) return
    try {
      const found = await photoUrl(session.client, asked)
      if (asked !== path()) return
      url.value = found
      isMissing.value = found === null
    } catch (error) {
      if (!(error instanceof Outage)) throw error
      isMissing.value = asked === path()
    }
  }

  function renew(): void {
    const asked = path()
    if (!asked || wasRenewed) {
      isMissing.value = true
      return
    }
    wasRenewed = true
    forgetPhotoUrl(session.client, asked)
    void ask()
  }

  watch(
    path,
    () => {
      url.value = null
      isMissing.value = false
      wasRenewed = false
      void ask()
    },
    { immediate: true },
  )
  return { url, isMissing, renew }
}
