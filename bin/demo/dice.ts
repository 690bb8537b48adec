import type { Random } from '../../subgraphs/runtime/random/random.ts'

/** Seeded choices for the demo people: the same seed throws the same. */
export interface Dice {
  /** A whole number from 0 to `sides - 1`. */
  below(sides: number): number
  /** A number from 0 up to 1. */
  fraction(): number
  chance(probability: number): boolean
  pick<T>(from: readonly T[]): T
  /** `count` different elements, fewer when there are not as many. */
  sample<T>(from: readonly T[], count: number): T[]
}

export function createDice(random: Random): Dice {
  const fraction = (): number => Buffer.from(random.bytes(4)).readUInt32BE(0) / 2 ** 32
  const below = (sides: number): number => Math.floor(fraction() * sides)
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[below(from.length)]
    if (picked === undefined) throw new RangeError('pick needs at least one element to choose from, but got none')
    return picked
  }
  const sample = <T>(from: readonly T[], count: number): T[] => {
    const left = [...from]
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)[0] as T)
  }
  return { below, fraction, chance: (probability) => fraction() < probability, pick, sample }
}

/**
 * Picks by Zipf's law: the element at rank r (from 0) weighs 1 / (r + 2), as followers do in real networks. Answers a
 * function that throws once.
 */
export function zipf<T>(dice: Dice, ranked: readonly T[]): () => T {
  const sums: number[] = []
  for (const rank of ranked.keys()) sums.push((sums.at(-1) ?? 0) + 1 / (rank + 2))
  const total = sums.at(-1) ?? 0
  return () => {
    const thrown = dice.fraction() * total
    const found = ranked[sums.findIndex((sum) => sum > thrown)]
    if (found === undefined) throw new RangeError('zipf needs at least one element to choose from, but got none')
    return found
  }
}
