/** The largest size of the same proportions that is no larger than the box; whole pixels, one at least. */
export function fitWithin(
  { width, height }: { width: number; height: number },
  mostWidth: number,
  mostHeight: number,
): { width: number; height: number } {
  const share = Math.min(mostWidth / width, mostHeight / height)
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) }
}
