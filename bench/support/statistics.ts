export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which the fraction `q` of the values lies (nearest rank). */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

/** Half the distance from the lowest to the highest, as a fraction of the median: how far a run is from itself. */
export function spread(values: readonly number[]): number {
  return (Math.max(...values) - Math.min(...values)) / 2 / median(values)
}

export const percent = (fraction: number): string => `±${(fraction * 100).toFixed(0)} %`
