import { readText } from '../../runtime/text/text.ts'

/** The longest caption, in characters (Unicode code points). */
export const LONGEST_CAPTION = 2_000

/** The caption without white space around it, or null when nothing is left or it is too long. */
export function readCaption(text: string): string | null {
  return readText(text, LONGEST_CAPTION)
}
