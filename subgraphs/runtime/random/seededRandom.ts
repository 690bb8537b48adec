import { createHash } from 'node:crypto'
import type { Random } from './random.ts'

/** The same values for the same seed, in every run and on every machine: SHA-256 of seed and counter. Never for keys. */
export function createSeededRandom(seed: string): Random {
  let counter = 0
  let left = Buffer.alloc(0)

  function bytes(length: number): Buffer {
    const parts = [left]
    for (let have = left.length; have < length; have += 32) {
      parts.push(createHash('sha256').update(`${seed}\0${counter++}`).digest())
    }
    const all = Buffer.concat(parts)
    left = all.subarray(length)
    return all.subarray(0, length)
  }

  return { bytes, id: () => bytes(16).toString('base64url') }
}
