/** The longest caption, in characters (Unicode code points). */
export const LONGEST_CAPTION = 2_000

/** The caption without white space around it, or null when nothing is left or it is too long. */
export function readCaption(text: string): string | null {
  const caption = text.trim()
  return caption === '' || Array.from(caption).length > LONGEST_CAPTION ? null : caption
}
