/** Calls listeners by the name of what happened. */
export interface Emitter<Events> {
  on<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): () => void
  emit<Name extends keyof Events>(name: Name, event: Events[Name]): void
}

/** `on` returns what takes the listener off again. */
export function createEmitter<Events>(): Emitter<Events> {
  const listeners: { [Name in keyof Events]?: Set<(event: Events[Name]) => void> } = {}
  return {
    on(name, listener) {
      const all = (listeners[name] ??= new Set())
      all.add(listener)
      return () => all.delete(listener)
    },
    emit(name, event) {
      for (const listener of listeners[name] ?? []) listener(event)
    },
  }
}
