import { generateTown } from '../../demo/town/generate-town.ts'
import type { Town } from '../../demo/town/town.ts'

let made: WeakRef<Town> | undefined

/** The demo's town. Making it takes seconds, so it is made once for whoever asks in the same start, and forgotten after. */
export function demoTown(): Town {
  const town = made?.deref() ?? generateTown()
  made = new WeakRef(town)
  return town
}
