import * as fc from 'fast-check'
import type { ExecutionResult } from 'graphql'
import { setTimeout } from 'node:timers/promises'
import { systemClock } from '../../../../subgraphs/runtime/clock/systemClock.ts'
import { systemRandom } from '../../../../subgraphs/runtime/random/systemRandom.ts'
import type { Subgraph } from '../../../../subgraphs/runtime/subgraph/subgraph.ts'
import { TARGETS, Violation } from '../acts.ts'
import { type Clients, createClients } from '../clients.ts'
import { compareSeen } from '../finale.ts'
import { createOnlooker } from '../looking.ts'
import type { World } from '../model.ts'
import { type Deed, deedsOfSharing } from '../moves.ts'
import { createNever, type Sight } from '../never.ts'
import { createPossibilities, type Possibilities } from '../possible.ts'
import { createProcesses, type Service } from '../processes.ts'
import { type Place, PLACES } from '../running.ts'
import type { ClientGround } from '../stage.ts'
import type { Installation } from './installation.ts'

/** What is done before a kill, who dies, and after how many milliseconds. */
interface Round {
  readonly deeds: readonly { readonly deed: Deed; readonly second: boolean; readonly after: number }[]
  readonly victims: readonly Place[]
  readonly after: number
}

const roundOf: fc.Arbitrary<Round> = fc.record({
  deeds: fc.array(fc.record({ deed: deedsOfSharing, second: fc.boolean(), after: fc.nat({ max: 60 }) }), {
    minLength: 3,
    maxLength: 7,
  }),
  victims: fc.shuffledSubarray([...PLACES], { minLength: 1, maxLength: 2 }),
  after: fc.nat({ max: 120 }),
})

/** A new status every so many rounds; what is older is left alone. */
const ROUNDS_PER_STATUS = 3
/** All is let go quiet, and compared, every so many rounds. */
const ROUNDS_PER_REST = 3
/** When there may be more worlds than this, since much was lost on a slow machine, all is let go quiet as well. */
const WORLDS_BEFORE_REST = 200
/** A lease that a process took into its grave ends after 30 seconds; back-offs are about as long. */
const QUIET_WITHIN_MS = 150_000

export type Figures = Readonly<Record<string, number>>

/** Acts while processes are killed and started again; throws a `Violation` that tells all of it. */
export async function playRounds(installation: Installation, rounds: number, seed: number): Promise<Figures> {
  const { ground, model, clients, heard } = await openGround(installation)
  try {
    for (const [index, round] of fc.sample(roundOf, { seed, numRuns: rounds }).entries()) {
      if (index % ROUNDS_PER_STATUS === 0) await begin(clients)
      await playRound(installation, { ground, model, clients, heard }, round)
      const isRest = index % ROUNDS_PER_REST === ROUNDS_PER_REST - 1 || index === rounds - 1
      if (isRest) await rest({ ground, model, clients, heard })
    }
    return ground.counts
  } catch (error) {
    if (!(error instanceof Violation)) throw error
    throw new Violation(`${error.message}\n${ground.story.slice(-200).join('\n')}`, { cause: error })
  }
}

/** A status that is shared at once, where that is on; it is switched on again. */
async function begin(clients: Clients): Promise<void> {
  for (const target of TARGETS) await clients.begin({ do: 'switch', target, on: true }, false)
  await clients.begin({ do: 'post' }, false)
  const targets = TARGETS.map((target) => ({ target, reach: 'EVERYONE' as const }))
  await clients.begin({ do: 'share', nth: 0, targets, by: 'MESSENGER' }, true)
}

interface Played {
  readonly ground: ClientGround & { readonly pending: () => number }
  readonly model: Possibilities
  readonly clients: Clients
  /** Answers that came and were not told yet. */
  readonly heard: (() => Promise<void> | void)[]
}

async function playRound(installation: Installation, played: Played, { deeds: all, victims, after }: Round) {
  const { ground, clients } = played
  for (const { deed, second, after: pause } of all) {
    if (played.model.count() > WORLDS_BEFORE_REST) await rest(played)
    await clients.begin(deed, second)
    await setTimeout(pause)
    await tell(played)
  }
  await setTimeout(after)
  ground.story.push(`  kill -9 ${victims.join(', ')}`)
  await Promise.all(victims.map((place) => installation.kill(place)))
  ground.counts['kill -9'] = (ground.counts['kill -9'] ?? 0) + victims.length
  await tell(played)
  await Promise.all(victims.map((place) => installation.start(place)))
  clients.resend()
  await tell(played)
}

/** Hears what was answered, and looks for what must never be seen. */
async function tell({ ground, heard }: Played): Promise<void> {
  for (const hear of heard.splice(0)) await hear()
  ground.never.look(await sightOf(ground.onlooker), ground.clock.wall())
}

/**
 * Processes write while one looks: what two people see can be compared only where nothing changed from one look to the
 * next. Otherwise it is what the author sees.
 */
async function sightOf(onlooker: ClientGround['onlooker']): Promise<Sight> {
  const [before, after] = [await onlooker.sight(), await onlooker.sight()]
  if (JSON.stringify(before) === JSON.stringify(after)) return after
  const [PHOTO, SOCIAL] = [{ author: after.PHOTO.author }, { author: after.SOCIAL.author }]
  return { PHOTO, SOCIAL }
}

async function rest(played: Played): Promise<void> {
  const { ground, model, clients } = played
  const until = systemClock.wall() + QUIET_WITHIN_MS
  for (;;) {
    clients.resend()
    await setTimeout(300)
    await tell(played)
    if (ground.pending() > 0) continue
    try {
      await compareSeen({ stage: ground, clients, model })
      ground.story.push('  quiet')
      return
    } catch (error) {
      if (!(error instanceof Violation) || systemClock.wall() > until) throw error
    }
  }
}

async function openGround(installation: Installation): Promise<Played> {
  const { profiles, store } = installation
  const heard: (() => Promise<void> | void)[] = []
  const counts: Record<string, number> = {}
  let pending = 0
  const processes = createProcesses()
  const internal = { call: () => Promise.reject(new Error('an onlooker calls nobody')) }
  const looker = (service: Service) => {
    const { subgraph } = processes.take(service, { storage: store, clock: systemClock, random: systemRandom, internal })
    return (): Subgraph => subgraph
  }
  const of = { accounts: looker('accounts'), photo: looker('photo'), social: looker('social') }
  const onlooker = createOnlooker({ of, profiles, now: () => systemClock.wall() })
  const ground: ClientGround & { readonly pending: () => number } = {
    clock: systemClock,
    never: createNever(),
    onlooker,
    story: [],
    counts,
    mostStatuses: 1_000,
    mostAtOnce: 3,
    send(place, request, hear) {
      pending++
      const listen = async (): Promise<void> => {
        const answer = await installation.ask(place, request)
        heard.push(() => {
          pending--
          return hear(answer)
        })
      }
      void listen()
    },
    ask: (service, request) => askUntil(installation, service, request),
    // Nobody knows what another process is writing: what comes after a taking away is for the tests of I9.
    isAccepting: () => true,
    pending: () => pending,
  }
  const { account, links } = await onlooker.links()
  const active = Object.entries(links).map(([app, id]) => [app, { id, active: true }])
  const first: World = { account, links: Object.fromEntries(active), on: { PHOTO: true, SOCIAL: true }, statuses: [] }
  const model = createPossibilities({ first, now: () => systemClock.wall(), mayGiveUp: () => false })
  return { ground, model, heard, clients: createClients(ground, model, profiles) }
}

/** Answered, however long it takes until the process is there. */
async function askUntil(
  installation: Installation,
  service: Service,
  request: Parameters<Installation['ask']>[1],
): Promise<ExecutionResult> {
  for (;;) {
    const answer = await installation.ask(service, request)
    if (answer !== 'LOST') return answer
    await setTimeout(50)
  }
}
