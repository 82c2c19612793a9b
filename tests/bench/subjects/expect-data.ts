/** The data of an answer; anything else ends the run: a refused request is quick and would look good. */
export function expectData<T>({ data, error }: { data: T | null; error: { message: string } | null }): T {
  if (error) throw new Error(`A request was refused: ${error.message}`)
  if (data === null) throw new Error('A request was answered with nothing.')
  return data
}
