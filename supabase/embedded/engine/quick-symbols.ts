type LookUp = (library: number, name: number, place: number) => number
type Instantiate = (imports: { env: { _dlsym_js: LookUp } }, ready: unknown) => unknown

/** Emscripten's options, as far as they matter here. */
export interface InstantiateOptions {
  instantiateWasm: Instantiate
}

/**
 * Lets the engine find the functions of an extension quickly. Emscripten lists all of a library's names (PostGIS: thousands) whenever one is
 * looked up, 10 ms each time; `create extension postgis` looks up 700. Here the list of a library is made once.
 *
 * @param options of a PGlite that is being opened; changed in place
 */
export function quickSymbols(options: InstantiateOptions): void {
  const instantiate = options.instantiateWasm
  options.instantiateWasm = (imports, ready) => {
    const lookUp = imports.env._dlsym_js
    imports.env._dlsym_js = Object.assign(withKeptKeys(lookUp), lookUp) // its signature is a property of it
    return instantiate(imports, ready)
  }
}

/** The list is made by `Object.keys` within the call, which neither waits nor calls anybody else. */
function withKeptKeys(lookUp: LookUp): LookUp {
  const kept = new WeakMap<object, string[]>()
  const keysOf = Object.keys
  const keptKeysOf = (of: object) => {
    const keys = kept.get(of) ?? keysOf(of)
    kept.set(of, keys)
    return keys
  }
  return (...given) => {
    Object.keys = keptKeysOf
    try {
      return lookUp(...given)
    } finally {
      Object.keys = keysOf
    }
  }
}
