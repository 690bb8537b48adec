import type { Random } from '../random/random.ts'

const FIRST_MS = 1_000
const LONGEST_MS = 5 * 60_000

/**
 * How long to wait after this many tries: anything up to a bound that doubles from 1 s to 5 minutes ("full jitter", so
 * that what failed together does not come back together), and never 0, so that no try follows in the same moment.
 */
export function backoffMs(tries: number, random: Random): number {
  const bound = Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1))
  return 1 + below(bound, random)
}

/** The same values in an order of chance (Fisher and Yates). */
export function shuffled<T>(values: readonly T[], random: Random): T[] {
  const mixed = [...values]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = below(last + 1, random)
    const value = mixed[last]!
    mixed[last] = mixed[other]!
    mixed[other] = value
  }
  return mixed
}

/** A whole number from 0 to less than `bound`. */
function below(bound: number, random: Random): number {
  const bytes = random.bytes(4)
  const chance = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) / 2 ** 32
  return Math.floor(chance * bound)
}
