import type { MessageCompiler, MessageContext, MessageFunction } from 'vue-i18n'

const compiled = new Map<string, MessageFunction<string>>()

/**
 * Makes a function of a sentence: `{name}` is a value, `|` stands between one and many. That is all of vue-i18n's format that
 * the product writes, so its own compiler, many times as large, stays out of the first load; a test holds the two together.
 */
export const compileMessage: MessageCompiler = (message) => {
  const sentence = String(message)
  const made = compiled.get(sentence) ?? functionOf(sentence)
  compiled.set(sentence, made)
  return made
}

function functionOf(sentence: string): MessageFunction<string> {
  const forms = sentence.includes('|') ? sentence.split('|').map((form) => form.trim()) : [sentence]
  // Text and names of values take turns.
  const parts = forms.map((form) => form.split(/\{(\w+)\}/))
  return (context: MessageContext<string>) => {
    const written = parts.map((form) =>
      form.map((part, at) => (at % 2 === 0 ? part : String(context.named(part) ?? ''))).join(''),
    )
    return written.length === 1 ? written[0]! : context.plural(written)
  }
}
