/** In characters, that is Unicode code points. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}

/** The text without white space around it, or null when nothing is left or it has more than `longest` characters. */
export function readText(written: string, longest: number): string | null {
  const text = written.trim()
  // A code point has one or two code units: most texts need no counting.
  if (text.length === 0 || text.length > longest * 2) return null
  return text.length <= longest || lengthOf(text) <= longest ? text : null
}

/** For comparing names: upper and lower case, accents and compatibility forms make no difference. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
