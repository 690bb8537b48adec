import DataLoader from 'dataloader'
import type { Clock } from '../../runtime/clock/clock.ts'
import type { ClockTrust } from '../../runtime/grants/clockWatch.ts'
import { L } from '../../runtime/grants/constants.ts'
import type { GrantSealer } from '../../runtime/grants/grant.ts'
import { describeError } from '../../runtime/log/describeError.ts'
import type { Log } from '../../runtime/log/log.ts'
import type { Random } from '../../runtime/random/random.ts'
import { appendRecords } from '../ledger/append.ts'
import { LARGEST_APPEND } from '../ledger/tail.ts'
import type { WithheldCounter } from '../ledger/withheld.ts'
import type { AccountRow } from '../rows.ts'
import { liveLinkIn, snapshotOf } from '../rules/account.ts'
import type { Catalogue, CatalogueFlow } from '../rules/catalogue.ts'
import { decide, type Reason } from '../rules/decide.ts'
import type { AccountsStore } from '../store.ts'
import type { RoadFigures } from './figures.ts'
import type { Turns } from './turns.ts'

/** How often one fetch decides anew when it lost to another write. */
const TRIES = 3

/** What a road stands on: made once, the same for all requests. */
export interface RoadParts {
  readonly store: AccountsStore
  readonly catalogue: Catalogue
  readonly sealer: GrantSealer
  readonly withheld: WithheldCounter
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** By account. */
  readonly turns: Turns
  /** Whether this process may date grants: asked before anything is read, so that nobody's answer differs. */
  readonly clockWatch: ClockTrust
  readonly figures: RoadFigures
}

/** One road of one person: the viewer's own profile, compared by the resolver before anything is read. */
export interface AskedRoad {
  readonly flow: CatalogueFlow
  /** The sealed id of the viewer's profile in the recipient's app. */
  readonly profile: string
}

/** The grant, or why there is none. Nobody but the person is told why, in the accounts center. */
export type RoadAnswer =
  | { readonly grant: string }
  | { readonly grant: null; readonly reason: Reason | 'NOT_LINKED' | 'TOO_LATE' | 'UNAVAILABLE' }

/** All that are asked in one turn are decided together and written as one. */
export type Roads = DataLoader<AskedRoad, RoadAnswer, string>

/** The roads of one request that arrived just now. */
export function createRoads(parts: RoadParts, gpc: boolean): Roads {
  const arrived = parts.clock.monotonic()
  return new DataLoader(
    async (asked) => {
      const profiles = [...new Set(asked.map(({ profile }) => profile))]
      const granted = await Promise.all(
        profiles.map(async (profile) => {
          const flows = asked.filter((road) => road.profile === profile).map(({ flow }) => flow)
          return [profile, await grantAll(parts, { profile, flows, gpc, arrived })] as const
        }),
      )
      const byProfile = new Map(granted)
      const answers = asked.map(({ profile, flow }) => byProfile.get(profile)?.(flow.key) ?? UNAVAILABLE)
      for (const answer of answers) parts.figures.decided(outcomeOf(answer), 1)
      return answers
    },
    { cacheKeyFn: ({ flow, profile }) => `${flow.key}:${profile}` },
  )
}

interface Fetch {
  readonly profile: string
  readonly flows: readonly CatalogueFlow[]
  readonly gpc: boolean
  /** Monotonic time of the request's arrival. */
  readonly arrived: number
}

/** What became of the flows of one fetch, by their keys. */
type Answers = (flowKey: string) => RoadAnswer

function outcomeOf(answer: RoadAnswer): Parameters<RoadFigures['decided']>[0] {
  if (answer.grant !== null) return 'granted'
  return answer.reason === 'TOO_LATE' || answer.reason === 'UNAVAILABLE' ? 'unavailable' : 'withheld'
}

const UNAVAILABLE: RoadAnswer = { grant: null, reason: 'UNAVAILABLE' }
const none =
  (reason: Extract<RoadAnswer, { grant: null }>['reason']): Answers =>
  () => ({ grant: null, reason })

/** The grants by flow; whatever fails or is uncertain is no grant. */
async function grantAll(parts: RoadParts, fetch: Fetch): Promise<Answers> {
  const { clock, log, store, turns } = parts
  // A grant that a wrong clock dates would outlive a withdrawal, or hold nowhere.
  if (!parts.clockWatch.isTrusted()) return none('UNAVAILABLE')
  try {
    const [claim] = await store.claims.getMany([fetch.profile])
    // Without an account just as much is read.
    const accountId = claim?.accountId ?? 'nobody'
    return await turns(claim?.accountId ?? fetch.profile, async () => {
      for (let attempt = 0; attempt < TRIES && !isTooLate(clock, fetch); attempt++) {
        const answers = await tryToGrant(parts, fetch, accountId)
        if (answers !== null) return answers
      }
      return none('TOO_LATE')
    })
  } catch (error) {
    log.warn({ error: describeError(error) }, 'a road could not be decided and is null')
    return none('UNAVAILABLE')
  }
}

/** What has waited for half of a grant's life would come too late: contextual, never wrong. */
function isTooLate(clock: Clock, { arrived }: Fetch): boolean {
  return clock.monotonic() - arrived > L / 2
}

/**
 * Null when another write came between reading and writing: then everything is read and decided anew. The claim that
 * named the account is a hint; the account document decides.
 */
async function tryToGrant(parts: RoadParts, fetch: Fetch, accountId: string): Promise<Answers | null> {
  const { store, clock, withheld } = parts
  // t0 first, then what is decided on: a grant expires L after the oldest moment that it could rest on.
  const t0 = clock.wall()
  const [account] = await store.accounts.getMany([accountId])
  if (!account) return none('NOT_LINKED')
  if (isTooLate(clock, fetch)) return none('TOO_LATE')
  const { allowed, denied } = decideAll(parts.catalogue, account, fetch, t0)
  const given = allowed.length === 0 ? new Map<string, string>() : await giveAll(parts, account, allowed, t0)
  if (given === null) return null
  for (const { flow } of denied) withheld.count(account._id, flow.key, t0)
  const reasons = new Map(denied.map(({ flow, reason }) => [flow.key, reason]))
  return (key) => {
    const grant = given.get(key)
    return grant === undefined ? { grant: null, reason: reasons.get(key) ?? 'UNAVAILABLE' } : { grant }
  }
}

/** The grants by flow, once their records are durable; null when another write came first. */
async function giveAll(
  { store, random, sealer, figures }: RoadParts,
  account: AccountRow,
  allowed: readonly AllowedFlow[],
  t0: number,
): Promise<ReadonlyMap<string, string> | null> {
  const at = new Date(t0).toISOString()
  const given = allowed.slice(0, LARGEST_APPEND).map(({ flow, subject }) => {
    const id = random.id()
    return { flow, subject, entry: { id, at, from: flow.from, to: flow.to, purpose: flow.purpose } }
  })
  const entries = given.map(({ entry }) => entry)
  const recorded = await appendRecords(store, account, entries)
  figures.appended(recorded ? 'written' : 'lost', entries.length)
  if (!recorded) return null
  return new Map(
    given.map(({ flow, subject, entry }) => {
      const { from: source, to: recipient, type, purpose, digest } = flow
      const claims = { source, type, recipient, purpose, subject, t0, exp: t0 + L, id: entry.id, flow: digest }
      return [flow.key, sealer.seal(claims)] as const
    }),
  )
}

interface AllowedFlow {
  readonly flow: CatalogueFlow
  /** The sealed id of the person's profile in the source's app. */
  readonly subject: string
}

interface DeniedFlow {
  readonly flow: CatalogueFlow
  readonly reason: Reason
}

function decideAll(
  catalogue: Catalogue,
  account: AccountRow,
  { profile, flows, gpc }: Fetch,
  now: number,
): { readonly allowed: readonly AllowedFlow[]; readonly denied: readonly DeniedFlow[] } {
  const snapshot = snapshotOf(account, catalogue)
  const allowed: AllowedFlow[] = []
  const denied: DeniedFlow[] = []
  for (const flow of flows) {
    const source = liveLinkIn(account, flow.fromApp)
    const { allow, reason } = decide(flow, { profile }, snapshot, gpc, now)
    if (allow && source !== null) allowed.push({ flow, subject: source.profile })
    else denied.push({ flow, reason: allow ? 'LINK_NOT_ACTIVE' : reason })
  }
  return { allowed, denied }
}
