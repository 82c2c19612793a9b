/** So many cases an XLSX file takes: it is made in the memory of the browser, all at once. */
export const MOST_LINES = 100_000
