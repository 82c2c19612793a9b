/** The time zones that are offered, the product's own first; any other that the browser knows may be typed. */
export const TIME_ZONES: readonly string[] = [
  'Asia/Shanghai',
  'Asia/Urumqi',
  'UTC',
  ...Intl.supportedValuesOf('timeZone'),
].filter((zone, i, all) => all.indexOf(zone) === i)
