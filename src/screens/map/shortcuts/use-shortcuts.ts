import { useEventListener } from '@vueuse/core'

/** What a key may do on the map screen. */
export interface ShortcutActions {
  search(): void
  table(): void
  layers(): void
  filters(): void
  help(): void
}

/** Where letters are written, not commanded. */
const WRITING =
  'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable], dialog[open]'

/** Listens for the keys of the map screen; a letter that somebody writes, or offers to an input method, is none. */
export function useShortcuts(actions: ShortcutActions): void {
  const byKey: Readonly<Record<string, () => void>> = {
    '/': actions.search,
    t: actions.table,
    l: actions.layers,
    f: actions.filters,
    '?': actions.help,
  }

  useEventListener(document, 'keydown', (event) => {
    const key = event.key.toLowerCase()
    if (event.isComposing || event.altKey) return
    if (event.ctrlKey || event.metaKey) {
      if (key !== 'k' || event.shiftKey) return
      event.preventDefault()
      return actions.search()
    }
    const act = byKey[key]
    if (!act || (event.target instanceof Element && event.target.closest(WRITING))) return
    event.preventDefault()
    act()
  })
}
