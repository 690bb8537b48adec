/** Emoji as recommended for general interchange (UTS #51, RGI_Emoji): skin tones, flags and joined sequences included. */
const ONE_EMOJI = new RegExp('^\\p{RGI_Emoji}$', 'v')

/** The longest sequences (families with skin tones, flags of regions) have 15 code units; nothing longer is looked at. */
const MOST_CODE_UNITS = 32

const AS_EMOJI = '\uFE0F'

/**
 * The one way a reaction is stored, so that equal ones are equal, or null when it is not exactly one emoji. Some emoji
 * are written with and without the selector of their colourful form (`❤` and `❤️`): with it.
 */
export function normaliseReaction(written: string): string | null {
  if (written.length > MOST_CODE_UNITS) return null
  if (ONE_EMOJI.test(written)) return written
  const colourful = written + AS_EMOJI
  return ONE_EMOJI.test(colourful) ? colourful : null
}
