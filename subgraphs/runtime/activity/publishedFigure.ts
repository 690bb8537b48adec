/** Figures are published in steps of this. */
export const STEP = 10

/** What everybody may know of a count: rounded down to tens, null below 10. */
export function publishedFigure(count: number): number | null {
  return count < STEP ? null : Math.floor(count / STEP) * STEP
}
