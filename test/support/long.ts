/**
 * How many cases a test runs: `sample` in `npm test`, the full number in `npm run test:long` (which sets CONCORD_LONG for
 * each shard), and with which seed: fixed, another one for each shard (CONCORD_SEED).
 */
export function cases(sample: number): number {
  const long = Number(process.env['CONCORD_LONG'] ?? '')
  return Number.isInteger(long) && long > 0 ? long : sample
}

export const isLong = process.env['CONCORD_LONG'] !== undefined

export const seed: number = Number(process.env['CONCORD_SEED'] ?? '') || 20_261_122
