import { ref, watch } from 'vue'
import { useAction } from '../../composables/use-action.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { Section } from './sections.ts'
import { useDraft } from './use-draft.ts'
import { useUnsaved } from './use-unsaved.ts'

/**
 * A form over what is stored: its draft, whether that differs, and what became of saving it. `save` is true when it was saved;
 * after a refusal or an outage the draft is as it was written.
 */
export function useForm<T>(section: Section, stored: () => T) {
  const { draft, isDirty, reset } = useDraft(stored)
  const { isBusy, refusal, outage, run } = useAction()
  const isSaved = ref(false)
  useUnsaved(section, () => isDirty.value)
  watch(isDirty, (now) => now && (isSaved.value = false))

  async function save(deed: () => Promise<Result<unknown, Refusal>>): Promise<boolean> {
    const done = await run(async () => {
      const result = await deed()
      return result.ok ? ok(true) : result
    })
    isSaved.value = done === true
    return isSaved.value
  }

  function discard(): void {
    reset()
    refusal.value = null
    outage.value = null
  }

  return { draft, isDirty, isBusy, isSaved, refusal, outage, save, discard }
}
