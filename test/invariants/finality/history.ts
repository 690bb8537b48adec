import type { GraphName, ProcessName } from './protocol.ts'

/*
 * What happened, and whether it keeps I9. All times are `trueTime`. A time that a process read on its wall clock was
 * turned into it by taking away the clock's origin and the offset that this process was given: what remains is at most a
 * millisecond before the moment of the reading, since wall clocks show whole milliseconds.
 */

export type Role = 'source' | 'recipient' | 'gateway'
export const ROLES: readonly Role[] = ['source', 'recipient', 'gateway']

/** A deciding test: of a grant by its source, or of a value by the gateway or its recipient. */
export interface DecidingTest {
  readonly process: ProcessName
  readonly role: Role
  /** t0 of the grant, by the clock of whoever made it, which is ahead by at least 0 and less than L. */
  readonly t0: number
  /** The time that the test read. */
  readonly now: number
  readonly accepted: boolean
}

/** A record of somebody's ledger: a grant was given. */
export interface Given {
  readonly person: string
  /** As of `DecidingTest`. */
  readonly t0: number
}

/** One consent of one person: from the moment before it was asked for until the moment before the next one was. */
export interface Period {
  readonly person: string
  readonly from: number
  /** When the withdrawal's answer had come. */
  readonly answered: number
  readonly to: number
}

/** One read of `ads`, as its client saw it. */
export interface Read {
  readonly person: string
  readonly graph: GraphName
  readonly begun: number
  /** Whether what came used the consented data. */
  readonly personalized: boolean
}

export interface History {
  readonly tests: readonly DecidingTest[]
  readonly given: readonly Given[]
  readonly periods: readonly Period[]
  readonly reads: readonly Read[]
}

/** Something that I9 forbids, and by how much it came after the withdrawal's answer, in milliseconds. */
export interface Violation {
  /** `unrecorded`: a value was accepted of which no ledger has a grant. */
  readonly what: Role | 'decision' | 'read' | 'unrecorded'
  readonly afterMs: number
}

/** How long after the withdrawal's answer each accepted test was, less than 0 for all that is right. */
export function accepted({ tests, given, periods }: History): { readonly role: Role; readonly afterMs: number }[] {
  const byT0 = grouped(given, ({ t0 }) => t0)
  const byPerson = grouped(periods, ({ person }) => person)
  return tests
    .filter((test) => test.accepted)
    .map(({ role, t0, now }) => ({ role, afterMs: now - lastAnswer(t0, now) }))

  /**
   * The answer that ended what a grant of this t0, tried at `now`, rested on. Where grants of two people have one t0, the
   * later: it is not known which of them the value was of. With none at all nothing allowed it.
   */
  function lastAnswer(t0: number, now: number): number {
    const people = (byT0.get(t0) ?? []).map(({ person }) => byPerson.get(person) ?? [])
    const answers = people.map((of) => periodAt(of, Math.min(t0, now))?.answered ?? Number.POSITIVE_INFINITY)
    return Math.max(Number.NEGATIVE_INFINITY, ...answers)
  }
}

export function violations(history: History, delta: number): readonly Violation[] {
  const { given, reads, periods } = history
  const late = (what: Violation['what'], afterMs: number): Violation[] => (afterMs > 0 ? [{ what, afterMs }] : [])
  const byPerson = grouped(periods, ({ person }) => person)
  const after = (person: string, time: number): number =>
    time - (periodAt(byPerson.get(person) ?? [], time)?.answered ?? Number.POSITIVE_INFINITY)
  return [
    ...accepted(history).flatMap(({ role, afterMs }) =>
      late(afterMs === Number.POSITIVE_INFINITY ? 'unrecorded' : role, afterMs),
    ),
    // t0 may be read on a clock that is ahead by δ.
    ...given.flatMap(({ person, t0 }) => late('decision', after(person, t0) - delta)),
    ...reads.flatMap(({ person, begun, personalized }) => (personalized ? late('read', after(person, begun)) : [])),
  ]
}

/**
 * A t0 of the old state, on a clock that is ahead by less than L, lies before the withdrawal's answer, which came L + δ
 * after its write; one of the new state, read after the consent was asked for, lies after that. So no offset can put a
 * grant into the wrong period.
 */
function periodAt(periods: readonly Period[], time: number): Period | undefined {
  return periods.find(({ from, to }) => from <= time && time < to)
}

function grouped<Key, Element>(elements: readonly Element[], keyOf: (element: Element) => Key): Map<Key, Element[]> {
  const groups = new Map<Key, Element[]>()
  for (const element of elements) {
    const key = keyOf(element)
    const group = groups.get(key)
    if (group) group.push(element)
    else groups.set(key, [element])
  }
  return groups
}
