/** The parts of the settings, in the order in which they are listed. */
export const SECTIONS = ['calendar', 'limits', 'routes', 'rules'] as const

export type Section = (typeof SECTIONS)[number]
