/** What an app vouches of a person's age at linking, from the private birth year it keeps; nothing more is ever told. */
export type AgeBand = 'UNDER_18' | 'ADULT' | 'UNKNOWN'

/** The youngest band wins; a profile that nobody vouched for is unknown, and so is a person without any. */
export function youngest(bands: readonly AgeBand[]): AgeBand {
  if (bands.includes('UNDER_18')) return 'UNDER_18'
  // Not "none is unknown": a band that was never stored, or that this release does not know, vouches for nothing.
  return bands.length > 0 && bands.every((band) => band === 'ADULT') ? 'ADULT' : 'UNKNOWN'
}
