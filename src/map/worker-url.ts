import { setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'virtual:maplibre-worker-url'

/** MapLibre's own worker as a file of the build; without this it looks for one beside a bundle that does not exist. */
export function useBundledWorker(): void {
  setWorkerUrl(workerUrl)
}
