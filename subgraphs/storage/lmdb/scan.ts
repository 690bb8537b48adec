import type { CompiledIndex } from '../document/indexes.ts'
import type { Environment } from './environment.ts'
import type { Span } from './keys.ts'
import { AFTER_ALL } from './keys.ts'

/** Reads stretches of the entries of one index. Inside `read` only; one stretch at a time. */
export interface Scanner {
  /**
   * Up to `limit` entries whose key begins with `tuple`, within the span, in the index's direction; only what follows
   * the tuple is given. `after`, itself given by an earlier call, is left out.
   */
  take(tuple: string, span: Span, limit: number, after?: string): string[]
}

export function createScanner({ database }: Environment, index: CompiledIndex): Scanner {
  // lmdb reads these options anew whenever the iterable is begun, so that one iterable serves all stretches; making one
  // costs more than finding an entry.
  const options = { start: '', end: '', reverse: index.descending, exclusiveStart: true }
  const stretch = database.getKeys(options)
  return {
    take(tuple, { low, high }, limit, after) {
      options.start = tuple + (after ?? (index.descending ? high : low))
      options.end = tuple + (index.descending ? low : high)
      const found: string[] = []
      for (const key of stretch) {
        found.push(key.slice(tuple.length))
        if (found.length === limit) break
      }
      return found
    },
  }
}

/** A tuple whose entries are being merged, at its first entry that was not given yet. */
interface Head {
  readonly tuple: string
  readonly rest: string
}

/**
 * The first `limit` entries of several tuples in the index's order, each document once: a k-way merge that reads one
 * entry per tuple to begin with, then one more for each that it gives.
 */
export function mergeTuples(
  scanner: Scanner,
  tuples: readonly string[],
  span: Span,
  limit: number,
  descending: boolean,
): string[] {
  const isBefore = (left: Head, right: Head): boolean => (descending ? left.rest > right.rest : left.rest < right.rest)
  const headOf = (tuple: string, after?: string): Head | undefined => {
    const [rest] = scanner.take(tuple, span, 1, after)
    return rest === undefined ? undefined : { tuple, rest }
  }
  // Last is next, so that taking it moves nothing.
  const heads = tuples.map((tuple) => headOf(tuple)).filter((head) => head !== undefined)
  heads.sort((left, right) => (isBefore(left, right) ? 1 : -1))
  const found: string[] = []
  for (let head = heads.pop(); head !== undefined; head = heads.pop()) {
    // One document under two of the tuples has the same order and _id in both, so that its entries meet here.
    if (head.rest !== found.at(-1)) found.push(head.rest)
    if (found.length === limit) break
    const next = headOf(head.tuple, head.rest)
    if (next !== undefined) heads.splice(placeOf(heads, next, isBefore), 0, next)
  }
  return found
}

/** Where to put the head so that the heads stay in order, by halving. */
function placeOf(heads: readonly Head[], head: Head, isBefore: (left: Head, right: Head) => boolean): number {
  let low = 0
  let high = heads.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(heads[middle]!, head)) high = middle
    else low = middle + 1
  }
  return low
}

/** Counts entries. Inside `read` only. */
export interface Counter {
  /** How many entries begin with the tuple, up to `cap`. */
  upTo(tuple: string, cap: number): number
}

const FIRST_REACH = 64

/**
 * lmdb counts without a call per entry, but always to the end of a range. Looking ever farther ahead first, by skipping,
 * keeps a capped count of a huge range from walking all of it.
 */
export function createCounter({ database }: Environment): Counter {
  // Begun anew for each look, as in a scanner.
  const options = { start: '', end: '', offset: 0 }
  const look = database.getKeys(options)
  const hasMoreThan = (offset: number): boolean => {
    options.offset = offset
    for (const _ of look) return true
    return false
  }
  const isFewerThan = (cap: number): boolean => {
    for (let reach = FIRST_REACH; reach < cap; reach *= 4) if (!hasMoreThan(reach)) return true
    return !hasMoreThan(cap - 1)
  }
  return {
    upTo(tuple, cap) {
      options.start = tuple
      options.end = tuple + AFTER_ALL
      return isFewerThan(cap) ? database.getKeysCount({ start: options.start, end: options.end }) : cap
    },
  }
}
