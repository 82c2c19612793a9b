import type { Road } from '../town.ts'

const WIDTHS: Readonly<Record<Road['class'], number>> = { highway: 18, county: 13, street: 8, lane: 4 }

/** Metres from kerb to kerb of a class of road. */
export const roadWidthM = (kind: Road['class']): number => WIDTHS[kind]
