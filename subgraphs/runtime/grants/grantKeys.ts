import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { DAY_OVERLAP } from './constants.ts'

/** The key of grants to this source on this UTC date (`2026-11-22`): 256 bits. */
export type GrantKeyOf = (source: string, date: string) => Uint8Array | KeyObject

/** Two days of as many sources as a process knows, with room to spare. */
const MOST_KEYS = 64

/**
 * Each day's key by HKDF-SHA-256 (RFC 5869) from the root that accounts shares with this source (`grantRoot`), with
 * source and date, so that a key that leaks opens one source's grants of one day. `rootOf` throws for a source whose
 * root this process does not hold.
 */
export function createGrantKeys(rootOf: (source: string) => Uint8Array): GrantKeyOf {
  const known = new Map<string, KeyObject>()

  return (source, date) => {
    const label = `concord grant ${JSON.stringify([source, date])}`
    const found = known.get(label)
    if (found) return found
    const root = rootOf(source)
    if (root.length < 32)
      throw new RangeError(`The root of grants must have at least 32 bytes, but got: ${root.length}.`)
    const key = createSecretKey(new Uint8Array(hkdfSync('sha256', root, '', label, 32)))
    if (known.size >= MOST_KEYS) known.clear()
    known.set(label, key)
    return key
  }
}

const DAY_MS = 86_400_000
let lastDate = { day: Number.NaN, date: '' }

/** The UTC date of a time in milliseconds since the epoch: `2026-11-22`. */
export function utcDate(ms: number): string {
  const day = Math.floor(ms / DAY_MS)
  if (day !== lastDate.day) lastDate = { day, date: new Date(ms).toISOString().slice(0, 10) }
  return lastDate.date
}

/** The dates whose grants are opened at this time: its own, and for a minute after midnight the one before. */
export function openedDates(ms: number): readonly string[] {
  return ms % DAY_MS < DAY_OVERLAP ? [utcDate(ms), utcDate(ms - DAY_OVERLAP)] : [utcDate(ms)]
}
