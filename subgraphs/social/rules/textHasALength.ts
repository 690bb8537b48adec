/** In characters, that is Unicode code points, after white space around the text was cut off. */
export const LONGEST_POST = 5_000
export const LONGEST_STORY = 2_000
