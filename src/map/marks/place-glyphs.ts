import type { PlaceKind } from '../../domain/place.ts'

/** Outlines of the place icons on a grid of 16 × 16, filled by the even-odd rule; drawn for this product. */
export const PLACE_GLYPHS: Readonly<Record<PlaceKind, string>> = {
  village_seat: 'M4 2h1v1h7l-2 2.5L12 8H5v6H4z',
  market:
    'M2.5 3h11l1 3.5a1.8 1.8 0 0 1-3.5 0 1.8 1.8 0 0 1-3 0 1.8 1.8 0 0 1-3 0 1.8 1.8 0 0 1-3.5 0zM3 9.4h1V13h8V9.4h1V14H3z',
  school: 'M8 2.5 15 6 8 9.5 1 6zM4 8.6l4 2v3.2c-2 0-4-1-4-2zM12 8.6v3.2c0 1-2 2-4 2v-3.2zM13.6 7.6h.9v4h-.9z',
  government: 'M8 1.8 14 5v1.4H2V5zM3.2 7.4h1.6v4.4H3.2zM7.2 7.4h1.6v4.4H7.2zM11.2 7.4h1.6v4.4h-1.6zM2 12.6h12V14H2z',
  service_station: 'M2.5 3h11v7.5H8.8L5.5 13.4v-2.9h-3zM4.5 5.2v1.1h7V5.2zM4.5 7.4v1.1h4.6V7.4z',
  park: 'M8 1.8a3.4 3.4 0 0 1 3.1 4.8A2.9 2.9 0 0 1 10.2 12H8.6v2.2H7.4V12H5.8a2.9 2.9 0 0 1-.9-5.4A3.4 3.4 0 0 1 8 1.8z',
  inspection_site:
    'M8 1.5a4.8 4.8 0 0 1 4.8 4.8c0 3-3.2 6-4.8 8.2-1.6-2.2-4.8-5.2-4.8-8.2A4.8 4.8 0 0 1 8 1.5zM8 4.2a2.1 2.1 0 1 0 0 4.2 2.1 2.1 0 0 0 0-4.2z',
  clinic: 'M6.3 2.2h3.4v4.1h4.1v3.4H9.7v4.1H6.3V9.7H2.2V6.3h4.1z',
  waste_station:
    'M6 1.8h4v1.2h3.4v1.4H2.6V3H6zM3.6 5.6h8.8L11.7 14H4.3zM6 7.2l.3 5.2h.9l-.2-5.2zM9 7.2l-.2 5.2h.9l.3-5.2z',
  bus_stop:
    'M3.6 2h8.8l.8 1v8.6h-1V13h-1.8v-1.4H5.6V13H3.8v-1.4h-1V3zM4.2 4v4h7.6V4zM5 9.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6zM11 9.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6z',
  other: 'M8 4.4a3.6 3.6 0 1 1 0 7.2 3.6 3.6 0 0 1 0-7.2z',
}
