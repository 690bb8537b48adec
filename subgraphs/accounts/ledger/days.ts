import { entryOf, type ChainedRecord, type LedgerEntry } from './chain.ts'

/** One flow or feature on one day (UTC): how often data was given, and how often it was not. */
export interface DayUse {
  /** `2026-11-22`. */
  readonly day: string
  /** `from>to>basis`. */
  readonly key: string
  readonly from: string
  readonly to: string
  /** The purpose or feature. */
  readonly basis: string
  readonly count: number
  readonly withheld: number
}

/** How often for each `from>to>basis`. */
export type Counts = Readonly<Record<string, number>>

/** `2026-11-22` of a moment in ISO 8601, UTC. */
export function dayOf(at: string): string {
  return at.slice(0, 10)
}

export function useKey({ from, to, purpose, feature }: LedgerEntry): string {
  return `${from}>${to}>${purpose ?? feature ?? ''}`
}

/** How often data was given on each day, whatever the order of the records. */
export function countByDay(
  records: readonly Pick<ChainedRecord, 'body'>[],
  into: Map<string, Record<string, number>> = new Map(),
): Map<string, Record<string, number>> {
  for (const { body } of records) {
    const entry = entryOf(body)
    const day = dayOf(entry.at)
    const counts = into.get(day) ?? {}
    const key = useKey(entry)
    counts[key] = (counts[key] ?? 0) + 1
    into.set(day, counts)
  }
  return into
}

/** The rows of one day, ordered by their key. */
export function usesOf(day: string, given: Counts, withheld: Counts): readonly DayUse[] {
  const keys = [...new Set([...Object.keys(given), ...Object.keys(withheld)])]
  return keys.toSorted(byText).map((key) => {
    const [from = '', to = '', basis = ''] = key.split('>')
    return { day, key, from, to, basis, count: given[key] ?? 0, withheld: withheld[key] ?? 0 }
  })
}

/** By code unit; names of subgraphs, purposes and features are ASCII. */
export function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
