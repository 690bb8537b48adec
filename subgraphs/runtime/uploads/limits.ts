/** The most bytes of one upload, a picture or a film. */
export const MOST_BYTES = 10_000_000

/** The most bytes of what was cleaned: a copy of a film can be a little longer than the film. */
export const MOST_CLEAN_BYTES = 11_000_000

/** The most pixels that are ever decoded, those of all frames together: what a camera of a phone makes, no bomb. */
export const MOST_PIXELS = 64_000_000

/** The longest side that is decoded, in pixels. */
export const LONGEST_SIDE = 16_384

/** The longest side of what is kept, in pixels. */
export const KEPT_SIDE = 2048

/** The longest side of a moving picture that is kept: each of its frames is encoded anew. */
export const KEPT_MOVING_SIDE = 1024

export const MOST_FRAMES = 200

/** The longest film, in seconds. */
export const LONGEST_FILM_S = 60

/** How long a picture may take to be encoded anew, in seconds. */
export const LONGEST_WORK_S = 15
