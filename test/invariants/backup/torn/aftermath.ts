import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import type { WholeStorage } from '../../../../subgraphs/storage/port.ts'
import { APPS } from '../../../../subgraphs/runtime/identity/identity.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'
import { TARGETS, Violation } from '../../crossposts/acts.ts'
import { type Never, type Sight, statusOfText, textOf } from '../../crossposts/never.ts'
import { type Town } from '../../crossposts/people.ts'
import type { Scene } from '../../crossposts/play.ts'
import { createRequests, payloadOf, type Requests } from '../../crossposts/requests.ts'
import { createStage, type Request, type Stage } from '../../crossposts/stage.ts'
import type { Processes } from '../../crossposts/processes.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { accountsIn } from '../backedUpTown.ts'
import { whatIsWrong } from '../restoredAccounts.ts'
import { createOpenRoads, type OpenRoads } from './roads.ts'

/** The installation that begins where a torn backup was restored. */
export interface Aftermath {
  readonly before: Scene
  readonly store: WholeStorage
  readonly processes: Processes
  readonly town: Town
  /** The wall clock when it starts. */
  readonly startAt: number
}

interface Restored {
  readonly stage: Stage
  readonly before: Scene
  readonly own: Requests
  readonly openRoads: OpenRoads
  readonly store: WholeStorage
  readonly serial: () => number
}

/** Lives on in it, and throws a `Violation` when something that must not come of a restored backup does. */
export async function liveOnAfter({ before, store, processes, town, startAt }: Aftermath): Promise<void> {
  const stage = createStage({
    store,
    processes: bornBefore(processes),
    town,
    startAt,
    seed: 'restored',
    never: neverTwice,
  })
  const { clock } = stage
  const openRoads = createOpenRoads({ storage: store, clock, random: createSeededRandom('roads') }, town.profiles)
  let serial = 1_000
  const own = createRequests(town.profiles.anna, () => clock.wall())
  const restored: Restored = { stage, before, own, openRoads, store, serial: () => ++serial }
  await nothingIsReleased(restored, 'at once')
  await accountsAreInOrder(restored)

  stage.release()
  await workersAreDone(stage)
  await nothingIsReleased(restored, 'when the workers had been there')
  await nothingIsToldLive(restored)
  await everythingComesAgain(restored, (request) => isAboutSharing(request) || isOld(before, startAt))
  await nothingIsReleased(restored, 'when all that was ever sent had come again')

  await resumeAll(restored)
  await workersAreDone(stage)
  await nothingShows(restored, 'when the links were resumed')
  await everythingComesAgain(restored, isAboutSharing)
  await noneTwice(restored)
  await retryAll(restored)
  await shareAgain(restored)
  await everythingComesAgain(restored, isAboutSharing)
  await noneTwice(restored)

  await deleteAll(restored)
  await everythingComesAgain(restored, isAboutSharing)
  await nothingShows(restored, 'when the statuses were deleted')
  stage.end()
}

/** A process knows no time before its birth: one that was born later than a history begins could not live in the next. */
const bornBefore = (processes: Processes): Processes => ({
  giveBack: (process) => processes.giveBack(process),
  take(service, ground) {
    const process = processes.take(service, { ...ground, clock: createManualClock(TEST_START) })
    process.standOn(ground)
    return process
  },
})

const wait = 31_000
const ROUNDS_MS = [0, wait, 301_000]

async function workersAreDone(stage: Stage): Promise<void> {
  for (const ms of ROUNDS_MS) {
    await stage.clock.advance(ms)
    await stage.drain()
  }
}

async function nothingIsReleased(restored: Restored, when: string): Promise<void> {
  await nothingShows(restored, when)
  const open = await restored.openRoads()
  if (open.length > 0) throw new Violation(`I10: ${open.join(', ')} is open ${when}, and nobody has resumed anything`)
}

async function nothingShows({ stage }: Restored, when: string): Promise<void> {
  const sight = await stage.onlooker.sight(true)
  for (const target of TARGETS) {
    const shown = Object.values(sight[target]).flat()
    if (shown.length > 0) throw new Violation(`I10: ${target} shows something ${when}: ${JSON.stringify(shown)}`)
  }
}

async function accountsAreInOrder({ store }: Restored): Promise<void> {
  for (const account of await accountsIn(store)) {
    const wrong = await whatIsWrong(store, account)
    if (wrong.length > 0) throw new Violation(`The account ${account._id} was restored, but ${wrong.join(', ')}`)
  }
}

/** The author is told how it is: no copy is there, and none is on its way. */
async function nothingIsToldLive({ stage, before }: Restored): Promise<void> {
  for (const { id } of before.clients.statuses) {
    const crosspost = await stage.onlooker.crosspost(id)
    const states = Object.values(crosspost?.deliveries ?? {}).map(({ state }) => state)
    const wrong = states.filter((state) => !['RETRACTED', 'FAILED', 'EXPIRED'].includes(state))
    if (wrong.length > 0) throw new Violation(`The author is told ${wrong.join(', ')}, but no copy is there`)
  }
}

/** What needs no fresh sign-in. */
function isAboutSharing({ query }: Request): boolean {
  return /crosspostStatus|updateCrosspost|retryCrosspost/.test(query)
}

/** Everybody signed in more than five minutes ago. */
const isOld = ({ stage }: Scene, now: number): boolean => now - stage.clock.wall() > 300_000

/** Each request of a client, and each call between services, as it was sent before. */
async function everythingComesAgain({ stage, before }: Restored, which: (request: Request) => boolean): Promise<void> {
  for (const request of before.stage.requests().filter(which)) stage.send('accounts', request, () => undefined)
  await stage.until(() => stage.pending() === 0)
  for (const message of before.stage.network.sent()) stage.network.replay(message)
  await stage.until(() => true)
  await workersAreDone(stage)
}

async function resumeAll({ stage, own }: Restored): Promise<void> {
  const { links } = await stage.onlooker.links()
  for (const app of APPS) {
    const linkId = links[app]
    if (linkId === undefined) continue
    const { errors } = payloadOf(await stage.ask('accounts', own.onLink('resumeLink', linkId)))
    if (errors.length > 0) throw new Violation(`resumeLink is refused: ${JSON.stringify(errors)}`)
  }
}

/** What is shown is of a status that is not over. */
async function noneTwice({ stage, before }: Restored): Promise<void> {
  const sight = await stage.onlooker.sight(true)
  neverTwice.look(sight, stage.clock.wall())
  for (const target of TARGETS) {
    const numbers = sight[target].author.map(({ text }) => statusOfText(text))
    const over = numbers.filter((number) => (before.clients.statuses[number]?.expiresAt ?? 0) <= stage.clock.wall())
    if (over.length > 0) throw new Violation(`I13: ${target} shows what is over`)
  }
}

const nothing = (): void => undefined
/** All that holds at every moment whatever was lost: at most one copy of a status in an app. */
const neverTwice: Never = {
  posted: nothing,
  mayShow: nothing,
  edited: nothing,
  isOver: nothing,
  mayAllow: nothing,
  tookAway: nothing,
  look(sight: Sight) {
    for (const target of TARGETS) {
      const { author } = sight[target]
      const numbers = author.map(({ text }) => statusOfText(text))
      if (new Set(numbers).size === numbers.length) continue
      throw new Violation(`I13: ${target} shows a status twice: ${JSON.stringify(author)}`)
    }
  },
}

async function retryAll({ stage, before, own }: Restored): Promise<void> {
  for (const { id } of before.clients.statuses) {
    const crosspost = await stage.onlooker.crosspost(id)
    if (crosspost !== null) await stage.ask('accounts', own.onCrosspost('ACCOUNTS', 'retryCrosspost', crosspost.id))
  }
  await workersAreDone(stage)
}

/** Where a status is gone already, nothing may show of it; of the others nothing does after. */
async function deleteAll({ stage, before, own }: Restored): Promise<void> {
  const sight = await stage.onlooker.sight(true)
  const shown = TARGETS.flatMap((target) => sight[target].author.map(({ text }) => statusOfText(text)))
  for (const [number, { id: statusId }] of before.clients.statuses.entries()) {
    const { errors } = payloadOf(await stage.ask('messenger', own.inApp('MESSENGER', 'deleteStatus', { statusId })))
    if (errors.length > 0 && shown.includes(number))
      throw new Violation(`I13: a copy of status ${number} shows, which was deleted before its backup was restored`)
  }
  await workersAreDone(stage)
}

/** Shared as somebody does who sees that the copies are gone: each comes once. */
async function shareAgain({ stage, before, own, serial }: Restored): Promise<void> {
  const wanted = new Map<string, string>()
  for (const [number, { id }] of before.clients.statuses.entries()) {
    for (const target of TARGETS) {
      const text = textOf(number, serial())
      const shared = { targets: [{ target, reach: 'CIRCLE' as const }], text, key: `restored ${serial()}` }
      const { errors } = payloadOf(await stage.ask('accounts', own.share('MESSENGER', id, shared)))
      if (errors.length === 0) wanted.set(`${number}>${target}`, text)
    }
  }
  await workersAreDone(stage)
  const sight = await stage.onlooker.sight(true)
  for (const [pair, text] of wanted) {
    const target = TARGETS.find((each) => pair.endsWith(each))!
    const shown = sight[target].author.filter((copy) => pair.startsWith(`${statusOfText(copy.text)}>`))
    if (shown.length !== 1 || shown[0]?.text !== text)
      throw new Violation(`${pair} was shared again as "${text}", but there is ${JSON.stringify(shown)}`)
  }
}
