import { digest, linkOf } from './chain.ts'
import type { HeadClaims } from './head.ts'
import { readLine, type ShownHead, type ShownRecord } from './lines.ts'

export type ProblemKind = 'EDITED' | 'DROPPED' | 'REORDERED' | 'TRUNCATED' | 'FORKED'

export interface LedgerProblem {
  readonly kind: ProblemKind
  /** Index of the record that it is about: the edited one, the first one missing, the one out of place. */
  readonly record: number
  /** A second record that takes part: the last one missing, or the one that stands in the first one's place. */
  readonly other?: number
  /** Number of the line where it shows, from 1; null when it shows in what is not there. */
  readonly line: number | null
  /** The whole finding as a sentence. */
  readonly message: string
}

/** Reads a ledger line by line, from the first record on. */
export interface LedgerWalk {
  /** The next line, without its end. Empty lines are passed over. */
  take(text: string): void
  /** The head that the file holds, once it was read. */
  head(): ShownHead | null
  /** The first thing that is wrong, judged by the file's own head too; null when there is none. */
  end(own: HeadClaims | null): LedgerProblem | null
  /** How many records were read, how many of them without their body, and the `hash` of the last. */
  count(): { readonly records: number; readonly withoutBody: number; readonly last: string }
}

/** Where the chain broke. What it means shows further on: whether the record that belongs there comes later. */
interface Break {
  readonly line: number
  /** The index that belongs there, and the `hash` that it follows. */
  readonly expected: number
  readonly previous: string
  /** What stands there; null when it cannot be read. */
  readonly found: ShownRecord | null
  /** The line where the record that belongs there was found after all. */
  laterLine: number | null
  /** What is certain at once. */
  readonly certain: LedgerProblem | null
}

/** `kept`: heads of earlier or later moments; the chain must lead through all of them. */
export function createLedgerWalk(kept: readonly HeadClaims[] = []): LedgerWalk {
  const known = createMemory()
  const checkpoints = byLastRecord(kept)
  let line = 0
  let records = 0
  let withoutBody = 0
  let previous = ''
  let last = ''
  let shownHead: ShownHead | null = null
  let broken: Break | null = null
  let linesAfterBreak = 0

  function take(text: string): void {
    line++
    if (text === '' || text === '\r') return
    if (broken !== null) linesAfterBreak++
    const read = readLine(text)
    if (read.kind === 'HEAD') shownHead = read.head
    else if (read.kind === 'BROKEN') broken ??= breakAt(null, null)
    else takeRecord(read.record)
  }

  function takeRecord(record: ShownRecord): void {
    if (broken === null) broken = follow(record)
    else if (broken.laterLine === null && record.previous === broken.previous) broken.laterLine = line
    records++
    last = record.hash
    if (record.body === null) withoutBody++
  }

  function follow(record: ShownRecord): Break | null {
    const inPlace = record.previous === previous
    const flaw = flawOf(record)
    if (flaw !== null) return breakAt(record, edited(inPlace ? records : record.index, line, flaw))
    if (!inPlace) return breakAt(record, twice(record, records, line, known))
    if (record.index !== records) return breakAt(record, edited(records, line, `its index says ${record.index}`))
    if (shownHead !== null) return breakAt(record, forked(records, line, 'it stands after the head'))
    known.add(record.hash)
    previous = record.hash
    const other = checkpoints.get(record.index)?.find(({ head }) => head !== record.hash)
    return other ? breakAt(record, forked(records, line, `the head signed ${other.signedAt} has another there`)) : null
  }

  function breakAt(found: ShownRecord | null, certain: LedgerProblem | null): Break {
    return { line, expected: records, previous, found, laterLine: null, certain }
  }

  return {
    take,
    head: () => shownHead,
    count: () => ({ records, withoutBody, last }),
    end: (own) => {
      const heads = own === null ? kept : [...kept, own]
      if (broken !== null) return meaningOf(broken, { heads, records, last, isLastLine: linesAfterBreak === 0 })
      return against(heads, records, previous) ?? beyond(own, records)
    },
  }
}

function byLastRecord(heads: readonly HeadClaims[]): Map<number, HeadClaims[]> {
  const found = new Map<number, HeadClaims[]>()
  for (const head of heads) found.set(head.size - 1, [...(found.get(head.size - 1) ?? []), head])
  return found
}

/** What does not hold within a record itself; null when all of it does. */
function flawOf({ at, body, bodyHash, previous, hash }: ShownRecord): string | null {
  if (body !== null) {
    if (digest(body) !== bodyHash) return 'its body has another digest than bodyHash'
    // Canonical JSON sorts its keys, and "at" comes first.
    if (!body.startsWith(`{"at":"${at}",`)) return 'its body has another time than at'
  }
  return linkOf(previous, bodyHash) === hash ? null : 'its hash does not follow from previous and bodyHash'
}

/** A record whose index was there before. */
function twice(record: ShownRecord, expected: number, line: number, known: Memory): LedgerProblem | null {
  const { index } = record
  if (!Number.isInteger(index) || index < 0 || index >= expected) return null
  if (!known.isAt(index, record.hash)) return forked(index, line, 'there are two, which differ')
  const message = `Record ${index} was put into another place: it stands again on line ${line}, where record ${expected} belongs.`
  return { kind: 'REORDERED', record: index, other: expected, line, message }
}

interface Whole {
  readonly heads: readonly HeadClaims[]
  /** How many records the file has. */
  readonly records: number
  /** `hash` of the file's last record. */
  readonly last: string
  /** Whether nothing comes after the line of the break. */
  readonly isLastLine: boolean
}

function meaningOf(broken: Break, whole: Whole): LedgerProblem {
  const { certain, found, expected, line, laterLine } = broken
  if (certain !== null) return certain
  if (found === null)
    return whole.isLastLine ? truncated(expected, line) : edited(expected, line, 'its line is no record')
  const newest = newestOf(whole.heads)
  if (laterLine !== null && newest !== null && newest.size < whole.records)
    return forked(found.index, line, 'it was put in between')
  if (laterLine !== null) return reordered(expected, found.index, line, laterLine)
  if (found.index > expected) return dropped(expected, found.index - 1, line)
  return spliced(broken, whole)
}

/** The index is right but what comes before is not what the record follows: how many there are tells what was done. */
function spliced({ expected, line }: Break, { heads, records, last }: Whole): LedgerProblem {
  const newest = newestOf(heads)
  if (newest !== null && records < newest.size) return dropped(expected, expected, line)
  if (newest !== null && last !== newest.head)
    return forked(expected, line, 'it follows another record than the one before it')
  if (expected > 0) return edited(expected - 1, line - 1, 'the record after it follows another one')
  return forked(expected, line, 'it follows a record, but is the first')
}

/** The head that tells most; null when there is none. */
export function newestOf(heads: readonly HeadClaims[]): HeadClaims | null {
  return heads.toSorted((a, b) => b.size - a.size)[0] ?? null
}

/** A chain that is whole in itself. */
function against(heads: readonly HeadClaims[], records: number, last: string): LedgerProblem | null {
  for (const { size, head, signedAt } of heads.toSorted((a, b) => a.size - b.size)) {
    if (size > records) return truncated(records, null, size)
    if (size === records && head !== last)
      return forked(size - 1, null, `the head signed ${signedAt} has another there; it or one before it was replaced`)
  }
  return null
}

/** Nothing may follow what the file's own head signs. */
function beyond(own: HeadClaims | null, records: number): LedgerProblem | null {
  if (own === null || own.size >= records) return null
  return forked(own.size, null, `the file's own head ends before it`)
}

function edited(record: number, line: number, why: string): LedgerProblem {
  return { kind: 'EDITED', record, line, message: `Record ${record} was edited: ${why} (line ${line}).` }
}

function forked(record: number, line: number | null, why: string): LedgerProblem {
  const place = line === null ? '' : ` (line ${line})`
  return { kind: 'FORKED', record, line, message: `The chain was forked at record ${record}: ${why}${place}.` }
}

function dropped(first: number, last: number, line: number): LedgerProblem {
  const what = first === last ? `Record ${first} was` : `Records ${first} to ${last} were`
  const message = `${what} dropped: ${first === last ? 'it is' : 'they are'} missing before line ${line}.`
  return { kind: 'DROPPED', record: first, other: last, line, message }
}

function reordered(expected: number, found: number, line: number, laterLine: number): LedgerProblem {
  const message = `Records were reordered: record ${expected} stands on line ${laterLine}, and record ${found} on line ${line} in its place.`
  return { kind: 'REORDERED', record: expected, other: found, line, message }
}

function truncated(record: number, line: number | null, size?: number): LedgerProblem {
  const why = size === undefined ? `line ${line} is cut off` : `the head signs ${size} records`
  const message = `The ledger was truncated: record ${record} and what follows it are missing; ${why}.`
  return { kind: 'TRUNCATED', record, line, message }
}

/** The beginnings of the hashes so far, to tell a record that stands twice from a fork. Eight bytes a record. */
interface Memory {
  add(hash: string): void
  isAt(index: number, hash: string): boolean
}

const MARK = 8

function createMemory(): Memory {
  let bytes = Buffer.alloc(MARK * 1024)
  let used = 0
  return {
    add(hash) {
      if (used === bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(bytes.length)])
      bytes.write(hash, used, MARK, 'latin1')
      used += MARK
    },
    isAt: (index, hash) => bytes.toString('latin1', index * MARK, (index + 1) * MARK) === hash.slice(0, MARK),
  }
}
