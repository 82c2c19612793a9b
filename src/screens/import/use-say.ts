import { useI18n } from 'vue-i18n'
import { useFormat } from '../../composables/use-format.ts'
import type { Say } from '../../importing/telling/say.ts'

/** Speaks the chosen language for the sentences of the import; numbers are written as the language does. */
export function useSay(): Say {
  const { t } = useI18n()
  const format = useFormat()
  return (key, values = {}) => {
    const written = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? format.number(value) : value]),
    )
    return t(`importing.${key}`, written, Number(values['n'] ?? 1))
  }
}
