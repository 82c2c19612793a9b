/**
 * The ways to pronounce each character of a text, in lower-case letters without tones; a sign that is no Chinese character
 * is its own only reading. Several ones for a polyphone: 重 is `['zhong', 'chong']`.
 */
export type Readings = readonly (readonly string[])[]

/** Finds out how a text is pronounced; what does it is large and comes later, so that matching takes it as a value. */
export type ReadText = (text: string) => Readings
