import { type Act, type Copy, type Said, type Shown, type Target, TARGETS, Violation } from './acts.ts'
import { given, judge, told, visible, withDelivery, type World } from './model.ts'

/** An act that was begun and not yet answered. */
interface Pending {
  readonly act: Act
  /** The wall clock when it began. */
  readonly from: number
}

/** A world that may be, and what the pending acts that took place in it are to answer. */
interface Possible {
  readonly world: World
  readonly said: Readonly<Record<number, Said>>
}

/** What is seen when everything is quiet, of each status and target that was ever shared. */
export interface Quiet {
  readonly copy: Copy | null
  /** Null: there is no such delivery. */
  readonly shown: Shown | null
}

/**
 * All worlds that the model allows after what was begun, answered and seen. An act takes place at one moment between
 * its begin and its answer; one that was lost takes place in that time or never. Empty: the rules are broken.
 */
export interface Possibilities {
  begin(act: Act): number
  /** Throws a `Violation` when no order of the acts explains the answer. */
  answered(number: number, said: Said): void
  /** Nobody will ever hear of it, and it goes on no more. */
  lost(number: number): void
  /** Something that took place at once, while everything else stood still. */
  happened(change: (world: World) => World): void
  /** Throws a `Violation` when no world looks like this. `see` is called for what was ever shared. */
  quiet(see: (status: number, target: Target) => Quiet): void
  /** How many acts were begun and not yet answered. */
  underWay(): number
  /** How many worlds there may be now. */
  count(): number
}

export interface PossibilitiesOptions {
  readonly first: World
  readonly now: () => number
  /** Whether so much came in between that all tries of a delivery may have come to nothing. */
  readonly mayGiveUp: (target: Target) => boolean
}

/** More than this were never needed; to stop a history that would take for ever. */
const MOST = 20_000

export function createPossibilities({ first, now, mayGiveUp }: PossibilitiesOptions): Possibilities {
  let possible: readonly Possible[] = [{ world: first, said: {} }]
  const pending = new Map<number, Pending>()
  let numbers = 0

  /** All that may take place next in one of them. */
  function* steps({ world, said }: Possible): Generator<Possible> {
    for (const [number, { act, from }] of pending) {
      if (said[number] !== undefined) continue
      for (const outcome of judge(world, act, { from, to: now() })) {
        yield { world: outcome.world, said: { ...said, [number]: outcome.said } }
      }
    }
    for (const next of failures(world)) yield { world: next, said }
  }

  function* failures(world: World): Generator<World> {
    for (const number of world.statuses.keys()) {
      for (const target of TARGETS) {
        const failed = mayGiveUp(target) ? given(world, number, target) : null
        if (failed !== null) yield failed
      }
    }
  }

  /** Everything that can be reached by steps; no further from where `isEnd` holds. */
  function reachable(isEnd: (each: Possible) => boolean = () => false): Possible[] {
    const found = new Map(possible.map((each) => [keyOf(each), each]))
    const open = [...possible]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (isEnd(next)) continue
      for (const step of steps(next)) {
        const key = keyOf(step)
        if (found.has(key)) continue
        found.set(key, step)
        open.push(step)
      }
      if (found.size > MOST) throw new Error(`The model has more than ${MOST} possible worlds: it must be told more`)
    }
    return [...found.values()]
  }

  /** Everything in which this act took place as the last thing. */
  function after(number: number): Possible[] {
    const took = ({ said }: Possible): boolean => said[number] !== undefined
    return reachable(took).filter(took)
  }

  function settle(number: number, ends: readonly Possible[]): void {
    pending.delete(number)
    possible = distinct(ends.map(({ world, said }): Possible => ({ world, said: without(said, number) })))
  }

  function answered(number: number, said: Said): void {
    const act = pending.get(number)?.act
    const ends = after(number).filter((each) => each.said[number] === said)
    if (ends.length === 0) {
      throw new Violation(
        `No order of the acts explains that #${number} (${act?.do}) is ${said}: ${worldsText(possible)}`,
      )
    }
    settle(number, ends)
  }

  function lost(number: number): void {
    const never = possible.filter((each) => each.said[number] === undefined)
    settle(number, [...never, ...after(number)])
  }

  function quiet(see: (status: number, target: Target) => Quiet): void {
    const confirmed = reachable().flatMap((each) => {
      const world = confirmedBy(each.world, see, now())
      return world === null ? [] : [{ ...each, world }]
    })
    if (confirmed.length === 0) {
      const [one] = possible
      throw new Violation(
        `What is seen is in no world that may be. ${seenText(one?.world, see)} ${worldsText(possible)}`,
      )
    }
    possible = distinct(confirmed)
  }

  return {
    begin(act) {
      pending.set(++numbers, { act, from: now() })
      return numbers
    },
    answered,
    lost,
    happened(change) {
      possible = possible.map(({ world, said }) => ({ world: change(world), said }))
    },
    quiet,
    underWay: () => pending.size,
    count: () => possible.length,
  }
}

/** The world as it is known now that this was seen; null when it cannot look so. */
function confirmedBy(world: World, see: (status: number, target: Target) => Quiet, now: number): World | null {
  let confirmed = world
  for (const [number, status] of world.statuses.entries()) {
    for (const target of TARGETS) {
      const { copy, shown } = see(number, target)
      const wanted = visible(world, number, target, now)
      if (copy?.text !== wanted?.text || copy?.reach !== wanted?.reach) return null
      const delivery = status.deliveries[target]
      if (delivery === undefined) {
        if (shown !== null) return null
        continue
      }
      // The row of what is over for long is gone.
      if (shown === null && now >= status.expiresAt) continue
      const known = shown === null ? null : told(status, delivery, shown, now)
      if (known === null) return null
      confirmed = withDelivery(confirmed, number, target, known)
    }
  }
  return confirmed
}

const distinct = (all: readonly Possible[]): Possible[] => [...new Map(all.map((each) => [keyOf(each), each])).values()]
const keyOf = ({ world, said }: Possible): string => JSON.stringify([world, said])

function without(said: Readonly<Record<number, Said>>, number: number): Record<number, Said> {
  const { [number]: _, ...rest } = said
  return rest
}

function seenText(world: World | undefined, see: (status: number, target: Target) => Quiet): string {
  const seen = [...(world?.statuses.keys() ?? [])].flatMap((number) =>
    TARGETS.map((target) => {
      const { copy, shown } = see(number, target)
      const state = shown === null ? 'no delivery' : `${shown.state} ${shown.failure ?? ''}`
      return `${number}>${target}: ${copy === null ? 'nothing' : `"${copy.text}" for ${copy.reach}`}, told ${state}`
    }),
  )
  return `Seen: ${seen.join('; ')}.`
}

function worldsText(possible: readonly Possible[]): string {
  const few = possible
    .slice(0, 4)
    .map(({ world, said }) => JSON.stringify([said, world.on, world.links, world.statuses]))
  return `The model has ${possible.length}, for example:\n    ${few.join('\n    ')}`
}
