import { type Act, pairOf, type Said } from './acts.ts'
import type { Profiles } from './people.ts'
import type { Possibilities } from './possible.ts'
import { createRequests, payloadOf, type Requests } from './requests.ts'
import type { Place } from './running.ts'
import type { Heard } from './mail.ts'
import type { ClientGround, Request } from './stage.ts'

/** What all acts of clients have in common. */
export interface Acting {
  readonly ground: ClientGround
  readonly model: Possibilities
  /** Of anna, and of ben, who meddles. */
  readonly own: Requests
  readonly bens: Requests
  /** Anna's statuses by their numbers. */
  readonly statuses: { readonly id: string; readonly expiresAt: number }[]
  /** Another one each time. */
  readonly serial: () => number
  /** The person was told; throws a `Violation` when the model cannot explain it. */
  readonly answered: (told: Told) => void
  /** An act without a key: nobody knows, where its answer was lost, whether it took place. */
  readonly once: (
    act: Act,
    request: Request,
    place: Place,
    hear?: (said: Said | 'LOST') => Promise<void> | void,
  ) => void
}

export interface Told {
  readonly acts: readonly Act[]
  /** Of each act, in the model. */
  readonly numbers: readonly number[]
  readonly said: readonly Said[]
  /** For the story. */
  readonly more?: unknown
  /** What is refused now may have taken place when it was sent before, and was taken back since. */
  readonly sentBefore?: boolean
}

export function createActing(ground: ClientGround, model: Possibilities, profiles: Profiles): Acting {
  const { story, counts, clock } = ground
  let serial = 0

  function answered({ acts, numbers, said, more = [], sentBefore = false }: Told): void {
    story.push(`    ${numbers.map((number, at) => `#${number} ${said[at]}`).join(', ')} ${JSON.stringify(more)}`)
    for (const [at, number] of numbers.entries()) {
      const what = `${acts[at]?.do}: ${said[at]}`
      counts[what] = (counts[what] ?? 0) + 1
      if (sentBefore && said[at] === 'REFUSED') model.lost(number)
      else model.answered(number, said[at] ?? 'REFUSED')
    }
  }

  function once(act: Act, request: Request, place: Place, hear: Parameters<Acting['once']>[3] = () => undefined): void {
    const number = model.begin(act)
    story.push(`    ${wordsOf([act], [number])}`)
    ground.send(place, request, async (heard) => {
      const said = saidOf(heard)
      if (said === 'LOST') model.lost(number)
      else answered({ acts: [act], numbers: [number], said: [said] })
      await hear(said)
    })
  }

  return {
    ground,
    model,
    own: createRequests(profiles.anna, () => clock.wall()),
    bens: createRequests(profiles.ben, () => clock.wall()),
    statuses: [],
    serial: () => ++serial,
    answered,
    once,
  }
}

/** Clients know both processes of accounts. */
export const accountsAt = (second: boolean): Place => (second ? 'accounts2' : 'accounts')

export function saidOf(heard: Heard): Said | 'LOST' {
  const payload = heard === 'LOST' ? null : payloadOf(heard)
  if (payload === null) return 'LOST'
  return payload.errors.length === 0 ? 'DONE' : 'REFUSED'
}

export function wordsOf(acts: readonly Act[], numbers: readonly number[]): string {
  const words = acts.map((act, at) => {
    const pair = 'status' in act && 'target' in act ? pairOf(act.status, act.target) : ''
    return `#${numbers[at] ?? ''} ${act.do} ${pair} ${JSON.stringify(act)}`
  })
  return words.join(' and ')
}
