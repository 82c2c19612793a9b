import * as v from 'valibot'
import { ok, refused, type Result } from '../../domain/result.ts'
import { AreaMapping } from './area-mapping.ts'
import { HotspotMapping } from './hotspot-mapping.ts'
import { problemOf, type MappingProblem } from './mapping-problem.ts'

/** The mapping kept in a JSON text for one kind of file, or what is wrong with it. */
export function parseMapping(text: string, kind: 'hotspots'): Result<HotspotMapping, MappingProblem[]>
export function parseMapping(text: string, kind: 'areas'): Result<AreaMapping, MappingProblem[]>
export function parseMapping(
  text: string,
  kind: 'hotspots' | 'areas',
): Result<HotspotMapping | AreaMapping, MappingProblem[]> {
  const value = jsonOf(text)
  if (value === undefined) return refused([{ kind: 'not_json', path: '', expected: '', received: '' }])
  return kind === 'hotspots' ? checkedMapping(value, HotspotMapping) : checkedMapping(value, AreaMapping)
}

/** A mapping in the shape asked for, or what is wrong with it. */
export function checkedMapping<S extends v.GenericSchema>(
  value: unknown,
  shape: S,
): Result<v.InferOutput<S>, MappingProblem[]> {
  const parsed = v.safeParse(shape, value)
  return parsed.success ? ok(parsed.output) : refused(parsed.issues.map((issue) => problemOf(issue)))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
