/** The largest limit that the database takes, in any unit. */
const MOST = 3650

/** The amount of a limit as people write it: above zero, with a decimal point or comma. Null for anything else. */
export function readAmount(text: string): number | null {
  const written = text.trim().replace(/[,，]/, '.')
  if (!/^\d+(\.\d+)?$/.test(written)) return null
  const amount = Number(written)
  return amount > 0 && amount <= MOST ? amount : null
}
