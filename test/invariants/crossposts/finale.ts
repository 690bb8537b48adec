import { pairOf, type Target, TARGETS, Violation } from './acts.ts'
import type { Clients } from './clients.ts'
import type { ShownCrosspost } from './looking.ts'
import { statusOfText } from './never.ts'
import type { Scene } from './play.ts'
import type { Possibilities, Quiet } from './possible.ts'
import type { ClientGround } from './stage.ts'

/** What is compared, whatever it runs on. */
export interface Compared {
  readonly stage: ClientGround
  readonly clients: Clients
  readonly model: Possibilities
}

export async function compare(scene: Scene): Promise<void> {
  await compareSeen(scene)
  await checkLedger(scene)
}

/** Everybody looks, the author is told how it stands, and both must be as one of the worlds that may be. */
export async function compareSeen({ stage, clients, model }: Compared): Promise<void> {
  const { onlooker, never, clock, counts } = stage
  const sight = await onlooker.sight(true)
  never.look(sight, clock.wall())
  const seen = new Map<string, Quiet>()
  for (const [number, { id }] of clients.statuses.entries()) {
    const crosspost = await onlooker.crosspost(id)
    checkState(crosspost)
    for (const target of TARGETS) {
      const copy = sight[target].author.find(({ text }) => statusOfText(text) === number) ?? null
      const shown = crosspost?.deliveries[target] ?? null
      seen.set(pairOf(number, target), { copy, shown })
      const state = `quiet: ${shown === null ? 'no delivery' : `${shown.state} ${shown.failure ?? ''}`}`.trim()
      counts[state] = (counts[state] ?? 0) + 1
    }
  }
  model.quiet((status, target) => seen.get(pairOf(status, target)) ?? { copy: null, shown: null })
}

/** A use of data has an earlier record: there are no fewer of them than calls that carried a text. */
async function checkLedger({ stage: { network, onlooker }, account }: Scene): Promise<void> {
  // The ledger of an account that ended is not the one that is read.
  if ((await onlooker.links()).account !== account) return
  for (const target of TARGETS) {
    const recorded = await onlooker.recorded(target)
    const sent = network.sent().filter(({ to, operation }) => operation === 'putStory' && isOf(to, target)).length
    if (sent > recorded)
      throw new Violation(`I16: ${sent} copies were sent to ${target}, but ${recorded} were recorded`)
  }
}

const isOf = (service: string, target: Target): boolean => service === target.toLowerCase()

/** How a cross-post stands follows from how its deliveries stand. */
function checkState(crosspost: ShownCrosspost | null): void {
  if (crosspost === null) return
  const states = Object.values(crosspost.deliveries).map(({ state }) => state)
  const any = (...of: readonly string[]): boolean => states.some((state) => of.includes(state))
  const isPending = any('QUEUED', 'DELIVERING')
  const expected = any('LIVE')
    ? isPending || any('FAILED')
      ? 'PARTLY_LIVE'
      : 'LIVE'
    : isPending
      ? 'PENDING'
      : any('FAILED')
        ? 'FAILED'
        : any('RETRACTING')
          ? 'RETRACTING'
          : 'ENDED'
  if (crosspost.state === expected) return
  throw new Violation(
    `A cross-post with deliveries ${states.join(', ')} must be ${expected}, but is ${crosspost.state}`,
  )
}

const HOUR = 60 * 60 * 1000

/** When all statuses are over nothing shows, and nothing comes back: not even if every call ever made comes once more. */
export async function end(scene: Scene): Promise<void> {
  const { stage, clients } = scene
  const last = Math.max(...clients.statuses.map(({ expiresAt }) => expiresAt))
  if (last > stage.clock.wall()) await stage.clock.advance(last - stage.clock.wall())
  await nothingShows(scene, 'when all had expired')
  stage.release()
  await stage.drain()
  await compare(scene)
  for (const ms of [0, HOUR + 301_000]) {
    await stage.clock.advance(ms)
    await stage.drain()
    for (const message of stage.network.sent()) stage.network.replay(message)
    await stage.until(() => true)
    await nothingShows(scene, 'when every call had come again')
  }
  stage.hold()
}

async function nothingShows({ stage }: Scene, when: string): Promise<void> {
  const sight = await stage.onlooker.sight(true)
  for (const target of TARGETS) {
    const shown = Object.values(sight[target]).flat()
    if (shown.length > 0) throw new Violation(`I10: ${target} shows something ${when}: ${JSON.stringify(shown)}`)
  }
}
