/** How long a grant lives from t0, the time its decision rests on, in milliseconds. Of the consent spec, no setting. */
export const L = 500

/** By how much two clocks may differ, in milliseconds. Of the consent spec, no setting. */
export const DELTA = 100

/** What a source leaves of a grant's life to its answer's way to the recipient, in milliseconds. */
export const SPARE = 100

/** How long after midnight (UTC) grants of the day before are still opened, in milliseconds. */
export const DAY_OVERLAP = 60_000
