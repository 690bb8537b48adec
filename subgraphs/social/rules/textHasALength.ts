/** Limits in characters, that is Unicode code points, after white space around the text was cut off. */
export const LONGEST_POST = 5_000
export const LONGEST_STORY = 2_000

/** The text as it is stored, or null when it is blank or longer than `longest` code points. */
export function normaliseText(written: string, longest: number): string | null {
  const text = written.trim()
  // A code point has one or two code units: most texts need no counting.
  if (text.length === 0 || text.length > longest * 2) return null
  return text.length <= longest || lengthOf(text) <= longest ? text : null
}

/** In code points. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}
