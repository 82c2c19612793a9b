import { useEventListener } from '@vueuse/core'

/** What a key may do in the ledger. */
export interface CaseKeyActions {
  move(by: 1 | -1): void
  open(): void
  select(): void
  close(): void
  text(): void
  help(): void
}

/** Where letters are written, not commanded. */
const WRITING = 'input:not([type=checkbox]), textarea, select, [contenteditable], dialog[open]'
/** What Enter and the arrows already mean something to. */
const OWN = 'a, button, summary, [role=menu], .content'

/** Listens for the keys of the ledger; a letter that somebody writes, or offers to an input method, is none. */
export function useCaseKeys(actions: CaseKeyActions): void {
  const letters: Readonly<Record<string, () => void>> = {
    j: () => actions.move(1),
    k: () => actions.move(-1),
    x: actions.select,
    '/': actions.text,
    '?': actions.help,
  }
  const named: Readonly<Record<string, () => void>> = {
    ArrowDown: () => actions.move(1),
    ArrowUp: () => actions.move(-1),
    Enter: actions.open,
    Escape: actions.close,
  }

  useEventListener(document, 'keydown', (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    const at = event.target instanceof Element ? event.target : null
    if (at?.closest(WRITING)) return
    const act = letters[event.key.toLowerCase()] ?? named[event.key]
    if (!act || (event.key !== 'Escape' && event.key in named && at?.closest(OWN))) return
    event.preventDefault()
    act()
  })
}
