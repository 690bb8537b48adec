import * as fc from 'fast-check'
import type { Snapshot } from '../../../../subgraphs/storage/port.ts'

/**
 * When a backup reads: the moment at which it begins, and how far it is with the history at each further stretch of what
 * it reads, in thousandths and not descending. All the same: everything is of one moment.
 */
export interface Reading {
  readonly begin: number
  readonly goesOn: readonly number[]
}

const thousandths = fc.nat({ max: 1_000 })

export const readings: fc.Arbitrary<Reading> = fc
  .tuple(thousandths, fc.array(thousandths, { minLength: 1, maxLength: 16 }))
  .map(([begin, later]) => {
    const [first = 0, ...goesOn] = [begin, ...later].toSorted((left, right) => left - right)
    return { begin: first, goesOn }
  })

/** What histories write to: only reading these takes time. Nobody touches the others, or they stand by themselves. */
const TOUCHED = /^accounts|_statuses$|_stories$|idempotency$/i

/**
 * What a backup sees of a store that goes from state to state while it is read, document by document: each as it was at
 * a moment of its own, none earlier than the one that was read before.
 */
export function tornSnapshot(states: readonly Snapshot[], { begin, goesOn }: Reading): Snapshot {
  const at = (thousandth: number): Snapshot => states[Math.floor((thousandth * (states.length - 1)) / 1_000)]!
  const first = at(begin)
  const last = states.at(-1)!
  const touched = last.collections.filter(({ name }) => TOUCHED.test(name))
  const total = touched.reduce((sum, { documents }) => sum + documents + 1, 0)
  let scans = 0
  return {
    isOneMoment: false,
    collections: last.collections.map(({ name }) => ({
      name,
      documents: first.collections.find((each) => each.name === name)?.documents ?? 0,
    })),
    scan(collection, after) {
      if (!TOUCHED.test(collection)) return first.scan(collection, after, 1_000)
      const stretch = Math.floor((scans++ * (goesOn.length + 1)) / total)
      const moment = stretch === 0 ? first : at(goesOn[Math.min(stretch, goesOn.length) - 1]!)
      return moment.scan(collection, after, 1)
    },
    close: () => undefined,
  }
}
