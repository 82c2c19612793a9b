export const FIRST_CELLS = 'first cells of the whole extent (Chromium)'
export const FIRST_POINTS = 'first points of the new street (Chromium)'
