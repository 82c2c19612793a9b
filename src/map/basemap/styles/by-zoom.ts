import type { ExpressionSpecification } from 'maplibre-gl'

/** A number that grows with the zoom, between [zoom, number] stops; widths grow like the ground does. */
export function byZoom(stops: readonly (readonly [zoom: number, value: number])[], base = 1): ExpressionSpecification {
  const curve = base === 1 ? ['linear'] : ['exponential', base]
  return ['interpolate', curve, ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification
}

/** A value by the text in a property; the last argument is for every other text. */
export function byValue<T extends string | number>(
  property: string,
  cases: Readonly<Record<string, T>>,
  otherwise: T,
): ExpressionSpecification {
  return ['match', ['get', property], ...Object.entries(cases).flat(), otherwise] as unknown as ExpressionSpecification
}
