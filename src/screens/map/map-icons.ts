/** The line icons of the map's tools: paths in a box of 16 × 16. */
export const MAP_ICONS = {
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  measure: 'm2 11 9-9 3 3-9 9zM4.8 8.2l1.2 1.2M7 6l1.8 1.8M9.2 3.8l1.2 1.2',
  share:
    'M6 9.5a2.6 2.6 0 0 0 3.7 0l2.6-2.6a2.6 2.6 0 0 0-3.7-3.7l-.8.8M10 6.5a2.6 2.6 0 0 0-3.7 0L3.7 9.1a2.6 2.6 0 0 0 3.7 3.7l.8-.8',
  locate: 'M8 4.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6zM8 1.5v2.7M8 11.8v2.7M1.5 8h2.7M11.8 8h2.7',
  print: 'M4.5 6V2.5h7V6M4.5 11H2.5V6h11v5h-2M4.5 9.5h7v4h-7z',
  report: 'M8 14s4.5-4.2 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 9.8 8 14 8 14zM8 4.5v4M6 6.5h4',
  close: 'm4 4 8 8m0-8-8 8',
  back: 'M13 8H3.5M7.5 4l-4 4 4 4',
  chevron: 'm4 6 4 4 4-4',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3 13.5 13.5',
  area: 'm2.5 4.5 3.6-1.6 3.8 1.8 3.6-1.6v8.4l-3.6 1.6-3.8-1.8-3.6 1.6z',
  place: 'M8 14s4.5-4.2 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 9.8 8 14 8 14zM8 5.2a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z',
  point: 'M8 2v4M8 10v4M2 8h4M10 8h4M8 8h.01',
  recent: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3.2l2.2 1.4',
  table: 'M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.7h11M6.5 6.3V13',
  layers: 'm8 2.5 6 3-6 3-6-3zM2.5 8.2 8 11l5.5-2.8M2.5 10.8 8 13.6l5.5-2.8',
  opacity: 'M8 2.5a5.5 5.5 0 1 1 0 11zM8 2.5a5.5 5.5 0 0 0 0 11M8 5.5h3.6M8 8h4.8M8 10.5h3.6',
  keyboard: 'M1.5 4h13v8h-13zM4 6.5h.01M6.5 6.5h.01M9 6.5h.01M11.5 6.5h.01M4.5 9.5h7',
  replay: 'M3 8a5 5 0 1 0 1.6-3.7M3 2.8v2.7h2.7M8 5.4V8l1.8 1.2',
} as const

/** Names one of them. */
export type MapIconName = keyof typeof MAP_ICONS
