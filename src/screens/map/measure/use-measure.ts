import type { Position } from 'geojson'
import { computed, ref, shallowRef } from 'vue'
import { areaSizes } from '../../../domain/area-size.ts'
import { firstCrossing } from '../../../geo/crossing.ts'
import { areaM2, lengthM } from '../../../geo/measure.ts'
import type { Measured } from '../../../map/drawn-marks.ts'

/** Points that were set on the map, and what they measure. */
export function useMeasure() {
  const kind = ref<'line' | 'area'>('line')
  const positions = shallowRef<readonly Position[]>([])

  const measured = computed<Measured>(() => ({ positions: positions.value, isArea: kind.value === 'area' }))
  const closed = computed(() =>
    positions.value.length > 2 ? [...positions.value, positions.value[0]!] : positions.value,
  )
  /** An outline that crosses itself has no inside. */
  const isCrossing = computed(
    () => kind.value === 'area' && positions.value.length > 3 && firstCrossing([closed.value]) !== null,
  )
  const result = computed(() =>
    kind.value === 'line'
      ? { lengthM: lengthM(positions.value), sizes: null }
      : {
          lengthM: lengthM(closed.value),
          sizes: isCrossing.value || positions.value.length < 3 ? null : areaSizes(areaM2(positions.value)),
        },
  )

  /** Sets a point; the same spot twice, as a double click does, is one. */
  function add({ lng, lat }: { lng: number; lat: number }): void {
    const last = positions.value.at(-1)
    if (last && last[0] === lng && last[1] === lat) return
    positions.value = [...positions.value, [lng, lat]]
  }
  const undo = () => (positions.value = positions.value.slice(0, -1))
  const clear = () => (positions.value = [])

  return { kind, positions, measured, result, isCrossing, add, undo, clear }
}
