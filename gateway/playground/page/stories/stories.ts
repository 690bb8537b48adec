import type { Send, Sent } from './graph.ts'
import { createLookout, type Later, type Lookout } from './lookout.ts'
import { MUTATIONS, type Action } from './operations.ts'
import type { Authors, Reader, Views } from './reader.ts'
import { keptRefusals, refusalsIn, type Payloads, type Refusals } from './refusals.ts'
import {
  appsWithout,
  deliveryIn,
  nextLook,
  passing,
  pickStatus,
  type Choice,
  type Crosspost,
  type Passed,
  type Status,
  type Target,
} from './status.ts'

/** What the panel knows about one person's status and its copies. */
export interface Board {
  /** Null until the first look. */
  readonly authors: Authors | null
  readonly status: Status | null
  readonly views: Views
  /** Where each copy has been. */
  readonly trails: Readonly<Record<Target, readonly Passed[]>>
  readonly refusals: Refusals
  /** Where sharing was switched on just now. */
  readonly switchedOn: readonly Target[]
  /** The button whose answer is awaited. */
  readonly busy: Action | null
  /** What the buttons have sent, newest first. */
  readonly pressed: readonly Pressed[]
  /** Why nothing could be read; null when it could. */
  readonly problem: string | null
}

/** A button that was pressed. */
export interface Pressed extends Sent {
  readonly action: Action
  /** Milliseconds until the answer. */
  readonly took: number
}

/** One person's status and its copies. */
export interface Stories {
  readonly current: () => Board
  /** Calls after every change; answers how to end that. */
  readonly subscribe: (changed: () => void) => () => void
  /** Looks at once, then while something can change by itself; answers how to end that. */
  readonly watch: () => () => void
  /** Looks closely for a while: something is being done elsewhere. */
  readonly stir: () => void
  /** Does what a button says. One at a time: while an answer is awaited, nothing happens. */
  readonly press: Buttons
}

interface Buttons {
  readonly POST: () => Promise<void>
  /** In the apps of the choice that have no story yet. */
  readonly SHARE: (text: string, choice: Choice) => Promise<void>
  readonly EDIT: (text: string) => Promise<void>
  readonly RETRACT: () => Promise<void>
  readonly RETRY: () => Promise<void>
  readonly DELETE: () => Promise<void>
  readonly SWITCH_ON: (app: Target) => Promise<void>
}

interface StoriesOptions {
  readonly person: string
  readonly send: Send
  readonly reader: Reader
  /** Milliseconds that never go back. */
  readonly now: () => number
  /** Milliseconds since 1970. */
  readonly wall: () => number
  readonly later: Later
  /** An idempotency key that was never used. */
  readonly newKey: () => string
}

/** What the parts below share. */
interface Course extends StoriesOptions {
  readonly board: () => Board
  readonly change: (next: Partial<Board>) => void
  /** Milliseconds since something was done; null: nothing was. */
  readonly sinceAct: () => number | null
  readonly act: () => void
}

const nothing = { PHOTO: [], SOCIAL: [] }

const blank: Board = {
  authors: null,
  status: null,
  views: nothing,
  trails: nothing,
  refusals: new Map(),
  switchedOn: [],
  busy: null,
  pressed: [],
  problem: null,
}

export function createStories(options: StoriesOptions): Stories {
  const listeners = new Set<() => void>()
  let board = blank
  let actedAt: number | null = null
  const course: Course = {
    ...options,
    board: () => board,
    change(next) {
      board = { ...board, ...next }
      for (const changed of listeners) changed()
    },
    sinceAct: () => (actedAt === null ? null : options.now() - actedAt),
    act: () => void (actedAt = options.now()),
  }
  const lookout = createLookout({
    read: () => read(course),
    tell: (found) => tell(course, found),
    due: () => dueIn(course),
    later: options.later,
  })
  return {
    current: () => board,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    watch: lookout.watch,
    stir() {
      course.act()
      void lookout.look()
    },
    press: buttonsOf(course, lookout),
  }
}

type Found = Pick<Board, 'authors' | 'status' | 'views'> | Pick<Board, 'problem'>

async function read({ board, reader }: Course): Promise<Found> {
  try {
    const authors = board().authors ?? (await reader.authors())
    // First how far the copies are, then who sees them: what is said to be there is seen in the same look.
    const status = pickStatus(await reader.statuses(), board().status?.id)
    return { authors, status, views: await reader.views(authors) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

function tell({ board, change, sinceAct }: Course, found: Found): void {
  if ('problem' in found) return change(found)
  const { status: before, trails } = board()
  const isSame = before?.id === found.status?.id
  change({ ...found, trails: trailsOf(isSame ? trails : nothing, found.status, sinceAct()), problem: null })
}

function dueIn({ board, wall, sinceAct }: Course): number | null {
  const { status, problem } = board()
  if (problem !== null) return 5_000
  // The server's clock, not this one, says when that is: it may be a little later.
  const untilExpiry = status === null ? null : Math.max(1_000, Date.parse(status.expiresAt) - wall())
  return nextLook(status, sinceAct() ?? Infinity) ?? untilExpiry
}

function trailsOf(trails: Board['trails'], status: Status | null, after: number | null): Board['trails'] {
  return {
    PHOTO: passing(trails.PHOTO, deliveryIn(status, 'PHOTO'), after),
    SOCIAL: passing(trails.SOCIAL, deliveryIn(status, 'SOCIAL'), after),
  }
}

function buttonsOf(course: Course, { drop, look }: Lookout): Buttons {
  const { board, newKey } = course
  const press = async (action: Action, input: object, apps: readonly Target[] = []): Promise<void> => {
    if (board().busy !== null) return
    drop()
    await send(course, { action, input, apps })
    await look()
  }
  const crosspost = (): object => ({ crosspostId: board().status?.crosspost?.id })
  const status = (): object => ({ statusId: board().status?.id })
  return {
    POST: () => press('POST', { kind: 'TEXT', idempotencyKey: newKey() }),
    SHARE(text, choice) {
      const apps = appsWithout(board().status).filter((app) => choice[app] !== undefined)
      const targets = apps.map((app) => ({ app, audience: choice[app] }))
      return press('SHARE', { ...status(), targets, content: { text }, idempotencyKey: newKey() }, apps)
    },
    EDIT: (text) => press('EDIT', { ...crosspost(), content: { text }, idempotencyKey: newKey() }),
    RETRACT: () => press('RETRACT', crosspost()),
    RETRY: () => press('RETRY', crosspost()),
    DELETE: () => press('DELETE', status()),
    SWITCH_ON: (app) =>
      press('SWITCH_ON', { feature: 'CROSSPOST', from: 'MESSENGER', to: app.toLowerCase(), enabled: true }, [app]),
  }
}

interface Press {
  readonly action: Action
  readonly input: object
  /** Those that it is about. */
  readonly apps: readonly Target[]
}

type Payload = { readonly crosspost?: Crosspost | null }

async function send({ board, change, act, sinceAct, ...to }: Course, { action, input, apps }: Press): Promise<void> {
  change({ busy: action, refusals: keptRefusals(board().refusals, action, apps) })
  act()
  const sent = await to.send<Payloads<Payload>>(MUTATIONS[action], to.person, { input })
  const took = sinceAct() ?? 0
  const refused = refusalsIn(sent.answer, apps, action === 'SWITCH_ON' ? apps[0] : null)
  const { status, trails, switchedOn } = board()
  const crosspost = Object.values(sent.answer.data ?? {})[0]?.crosspost
  change({
    busy: null,
    refusals: new Map([...board().refusals, ...refused]),
    switchedOn: action !== 'SWITCH_ON' ? [] : refused.size > 0 ? switchedOn : [...switchedOn, ...apps],
    pressed: [{ ...sent, action, took }, ...board().pressed],
    // What the answer says of the copies is older than what is seen next, and is not seen then any more.
    ...(crosspost && status && { trails: trailsOf(trails, { ...status, crosspost }, took) }),
  })
}
