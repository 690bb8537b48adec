import type { Storage } from '../../../subgraphs/storage/port.ts'
import { Violation } from './acts.ts'
import { type Clients, createClients } from './clients.ts'
import { compare, end } from './finale.ts'
import type { World } from './model.ts'
import type { Move } from './moves.ts'
import type { Fate } from './network.ts'
import { openTown, type Town } from './people.ts'
import { createPossibilities, type Possibilities } from './possible.ts'
import type { Processes } from './processes.ts'
import { createStage, type Stage } from './stage.ts'

export interface PlayOptions {
  /** An empty store. */
  readonly store: Storage
  readonly processes: Processes
  /** Default: one whose person agreed to nothing. */
  readonly town?: Town
}

/** What is played, and what is known of it. */
export interface Scene {
  readonly stage: Stage
  readonly clients: Clients
  readonly model: Possibilities
  /** The account that the person began with. */
  readonly account: string
}

/** How often each thing came to pass. */
export type Tally = Readonly<Record<string, number>>

/** Plays a history to its end; throws a `Violation` that tells all of it when something is not as the model says. */
export async function play(moves: readonly Move[], options: PlayOptions): Promise<Tally> {
  const scene = await openScene(options)
  const { stage } = scene
  try {
    await makeMoves(moves, scene)
    await quietDown(scene)
    await end(scene)
    stage.end()
    return stage.counts
  } catch (error) {
    if (!(error instanceof Violation)) throw error
    throw new Violation(`${error.message}\n${stage.story.slice(-400).join('\n')}`, { cause: error })
  }
}

export async function makeMoves(moves: readonly Move[], scene: Scene): Promise<void> {
  for (const move of moves) {
    scene.stage.story.push(`  ${JSON.stringify(move)}`)
    await make(move, scene)
    await scene.stage.settle()
  }
}

export async function openScene({ store, processes, ...options }: PlayOptions): Promise<Scene> {
  const town = options.town ?? (await openTown())
  await town.settle(store)
  const stage = createStage({ store, processes, town })
  const { account, links } = await stage.onlooker.links()
  const active = Object.entries(links).map(([app, id]) => [app, { id, active: true }])
  const on = { PHOTO: true, SOCIAL: true }
  const first: World = { account, links: Object.fromEntries(active), on, statuses: [] }
  const model = createPossibilities({
    first,
    now: () => stage.clock.wall(),
    mayGiveUp: (target) => stage.mayGiveUp(target),
  })
  return { stage, model, clients: createClients(stage, model, town.profiles), account }
}

async function make(move: Move, scene: Scene): Promise<void> {
  const { stage, clients } = scene
  const { network } = stage
  switch (move.move) {
    case 'begin':
      return clients.begin(move.deed, move.second)
    case 'go':
      for (let turn = 0; turn < move.turns; turn++) {
        const waiting = stage.waiting()
        const next = waiting[move.which % (waiting.length || 1)]
        if (next === undefined) return
        await ('go' in next ? next.go() : next.meet('deliver'))
        await stage.settle()
      }
      return
    case 'meet':
      return meet(stage, move.which, move.fate)
    case 'replay': {
      const message = network.sent().at(-1 - move.nth)
      return message && network.replay(message)
    }
    case 'work':
      return void stage
        .running(move.place)
        .process.subgraph.outbox?.drain()
        .catch(() => undefined)
    case 'pass':
      return pass(stage, move.ms)
    case 'expire':
      return expire(scene, move.before)
    case 'kill':
      return stage.kill(move.place, move.which, move.taken)
    case 'outage':
      return outage(scene, move)
    case 'quiet':
      return quietDown(scene)
  }
}

/** More than any act takes. */
const MOST_STEPS = 40

async function meet(stage: Stage, which: number, fate: Fate): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    const calls = stage.network.waiting()
    if (calls.length > 0) return calls[which % calls.length]?.meet(fate)
    const waiting = stage.waiting()
    const next = waiting[which % (waiting.length || 1)]
    if (next === undefined || !('go' in next)) return
    await next.go()
    await stage.settle()
  }
}

/** Time that passes while something is held may use up a try of it. */
async function pass(stage: Stage, ms: number): Promise<void> {
  if (stage.waiting().length > 0) stage.disturb(null)
  await stage.clock.advance(ms)
  await stage.look()
}

async function expire({ stage, clients }: Scene, before: number): Promise<void> {
  const now = stage.clock.wall()
  const next = Math.min(...clients.statuses.map(({ expiresAt }) => expiresAt).filter((at) => at > now))
  if (Number.isFinite(next) && next - before > now) await pass(stage, next - before - now)
}

const BAD_FATES: readonly Fate[] = ['lose', 'cut', 'lose', 'stall', 'cut']

/** For so many times five minutes, in which the workers try what is due. */
async function outage({ stage }: Scene, { place, rounds, acts }: Move & { move: 'outage' }): Promise<void> {
  let calls = 0
  stage.setFate(({ to }) => {
    if (to !== place) return 'deliver'
    return acts ? (BAD_FATES[calls++ % BAD_FATES.length] ?? 'lose') : 'lose'
  })
  stage.release()
  for (let round = 0; round < rounds; round++) {
    await stage.drain()
    await stage.clock.advance(301_000)
    await stage.look()
  }
  stage.setFate(() => 'deliver')
  stage.hold()
}

/** Longer than a lease; longer than any back-off, twice. */
const ROUNDS_MS = [0, 31_000, 301_000, 301_000]

/** Everything is let go, everything is tried until there is nothing to try, and what is seen is compared. */
export async function quietDown(scene: Scene): Promise<void> {
  const { stage, clients } = scene
  stage.release()
  for (let again = 0; clients.resend() || stage.pending() > 0; again++) {
    await stage.until(() => stage.pending() === 0)
    if (again > 20) throw new Violation('an act is never answered')
  }
  for (const ms of ROUNDS_MS) {
    await stage.clock.advance(ms)
    await stage.drain()
  }
  stage.story.push('    quiet')
  await compare(scene)
  stage.forgetDisturbances()
  stage.hold()
}
