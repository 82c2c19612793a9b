/**
 * Speaks the language of whoever asks: finds the sentence of a key under `importing.` and fills in its values. Where a
 * value is called `n`, it also chooses between singular and plural.
 */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string
