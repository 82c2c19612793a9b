import { ref, shallowRef } from 'vue'
import type { Here } from '../../../map/drawn-marks.ts'

/** Why there is no position, as a key of `measuring.*`. */
export type LocateProblem = 'locateDenied' | 'locateInsecure' | 'locateFailed'

const PATIENCE_MS = 20_000
const FRESH_MS = 10_000

/** Where the person is, asked of the browser once each time: a township's map follows nobody. */
export function useLocate() {
  const here = shallowRef<Here | null>(null)
  const problem = ref<LocateProblem | null>(null)
  const isLocating = ref(false)

  async function locate(): Promise<Here | null> {
    problem.value = null
    if (!globalThis.isSecureContext) {
      problem.value = 'locateInsecure'
      return null
    }
    isLocating.value = true
    try {
      const { coords } = await new Promise<GeolocationPosition>((resolve, reject) =>
        navigator.geolocation.getCurrentPosition(resolve, reject, {
          enableHighAccuracy: true,
          timeout: PATIENCE_MS,
          maximumAge: FRESH_MS,
        }),
      )
      here.value = { lng: coords.longitude, lat: coords.latitude, accuracyM: coords.accuracy }
    } catch (error) {
      here.value = null
      problem.value =
        (error as GeolocationPositionError).code === GeolocationPositionError.PERMISSION_DENIED
          ? 'locateDenied'
          : 'locateFailed'
    } finally {
      isLocating.value = false
    }
    return here.value
  }

  return { here, problem, isLocating, locate }
}
