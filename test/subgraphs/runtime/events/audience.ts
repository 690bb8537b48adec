import type { EventLog, Told } from '../../../../subgraphs/runtime/events/eventLog.ts'
import type { Truth } from './truth.ts'

/** How many of the newest events of a topic are stored at the least, if it has had as many. */
export const LEAST_EVENTS = 2

/** A process that follows. */
export interface Follows {
  readonly log: EventLog
  isAlive: boolean
}

/** How far somebody is in a topic: how many of its events it was told, or was told that it missed. */
export interface Heard {
  readonly topic: string
  readonly cursor: string
  readonly position: number
}

export interface Follower extends Heard {
  readonly controller: AbortController
  readonly isAsking: boolean
}

export interface AudienceParts {
  readonly truth: Truth
  readonly told: (told: Told) => Told
  readonly rule: (holds: boolean, sentence: string) => void
}

/** Those who follow, and the rules about what each of them is told. */
export function createAudience({ truth, told, rule }: AudienceParts) {
  const followers: (Writable<Follower> & { readonly process: Follows; readonly told: AsyncIterator<Told> })[] = []

  function follow(process: Follows, from: Heard | undefined): void {
    if (from === undefined) return
    const { topic, cursor, position } = from
    const controller = new AbortController()
    const iterator = process.log.follow(topic, cursor, controller.signal)
    followers.push({ topic, cursor, position, process, told: iterator, controller, isAsking: false })
  }

  async function ask(asked: Follower | undefined): Promise<void> {
    const follower = followers.find((each) => each === asked)
    if (follower === undefined || follower.isAsking) return
    follower.isAsking = true
    const { done, value } = await follower.told.next()
    follower.isAsking = false
    if (done === true) return
    const item = told(value)
    check(follower, item)
    follower.position = truth.positionOf(item.cursor)
    follower.cursor = item.cursor
  }

  function check({ cursor, position }: Heard, item: Told): void {
    const at = truth.positionOf(item.cursor)
    const isSameLog = epochOf(item.cursor) === epochOf(cursor)
    if (item.type === 'GAP') {
      const mayHaveMissed = !isSameLog || at - position > LEAST_EVENTS
      rule(at >= position, 'a gap leads ahead')
      rule(mayHaveMissed, 'a gap is told only to those who may have missed something')
    } else {
      rule(isSameLog, 'between two logs there is a gap')
      rule(item.data === truth.eventsAt(item.cursor)[position], 'events are told in order, each once')
      rule(at === position + 1, 'a cursor is the place after its event')
    }
  }

  return {
    follow,
    ask,
    all: (): readonly Follower[] => followers,
    live: (): readonly Follower[] =>
      followers.filter(({ process, controller }) => process.isAlive && !controller.signal.aborted),
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

function epochOf(cursor: string): string {
  return cursor.split(':')[0]!
}
