import { useStorage } from '@vueuse/core'

const KEPT = 6

/** What was searched last in this browser, newest first. */
export function useRecentSearches() {
  // At once: what searches is gone the moment that something is chosen.
  const recent = useStorage<string[]>('map-searches', [], undefined, { flush: 'sync' })

  function remember(text: string): void {
    recent.value = [text, ...recent.value.filter((each) => each !== text)].slice(0, KEPT)
  }

  function forget(): void {
    recent.value = []
  }

  return { recent, remember, forget }
}
