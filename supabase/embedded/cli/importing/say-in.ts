import type { Say } from '../../../../src/importing/telling/say.ts'
import type { MessageTree } from '../../../../src/messages/define-messages.ts'
import { importing } from '../../../../src/messages/importing.ts'

/** Speaks one of the product's languages without the app's translator. Throws for a key that there is no sentence for. */
export function sayIn(lang: 'zh-CN' | 'en'): Say {
  return (key, values = {}) => {
    const forms = sentenceAt(importing[lang], key).split(' | ')
    const form = forms.length > 1 && values.n !== 1 ? forms[1]! : forms[0]!
    return form.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  }
}

function sentenceAt(tree: MessageTree, key: string): string {
  let at: MessageTree | string | undefined = tree
  for (const step of key.split('.')) at = typeof at === 'object' ? at[step] : undefined
  if (typeof at !== 'string') throw new Error(`no sentence: importing.${key}`)
  return at
}
