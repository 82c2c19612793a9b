import { inject, onScopeDispose, provide, shallowReactive, watch, type InjectionKey } from 'vue'
import type { Section } from './sections.ts'

const FORMS: InjectionKey<Map<symbol, Section>> = Symbol('unsaved forms')

/** For the screen: the forms that hold something unsaved, with the section in which each stands. */
export function useUnsavedForms(): ReadonlyMap<symbol, Section> {
  const forms = shallowReactive(new Map<symbol, Section>())
  provide(FORMS, forms)
  return forms
}

/** For a form: tells the screen while it holds something unsaved. */
export function useUnsaved(section: Section, isDirty: () => boolean): void {
  const forms = inject(FORMS)
  const form = Symbol(section)
  watch(isDirty, (now) => (now ? forms?.set(form, section) : forms?.delete(form)), { immediate: true })
  onScopeDispose(() => forms?.delete(form))
}
