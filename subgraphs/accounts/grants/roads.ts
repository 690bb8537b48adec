import DataLoader from 'dataloader'
import type { Clock } from '../../runtime/clock/clock.ts'
import { L } from '../../runtime/grants/constants.ts'
import type { GrantSealer } from '../../runtime/grants/grant.ts'
import { describeError } from '../../runtime/log/describeError.ts'
import type { Log } from '../../runtime/log/log.ts'
import type { Random } from '../../runtime/random/random.ts'
import type { LedgerEntry } from '../ledger/chain.ts'
import { copyOverflow } from '../ledger/pages.ts'
import { LARGEST_APPEND, planAppend } from '../ledger/tail.ts'
import type { WithheldCounter } from '../ledger/withheld.ts'
import type { AccountRow } from '../rows.ts'
import { liveLinkIn, snapshotOf } from '../rules/account.ts'
import type { Catalogue, CatalogueFlow } from '../rules/catalogue.ts'
import { decide } from '../rules/decide.ts'
import type { AccountsStore } from '../store.ts'

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
}

/** One road of one person: the viewer's own profile, compared by the resolver before anything is read. */
export interface AskedRoad {
  readonly flow: CatalogueFlow
  /** The sealed id of the viewer's profile in the recipient's app. */
  readonly profile: string
}

/** Answers the grant, or null. All that are asked in one turn are decided together and written as one. */
export type Roads = DataLoader<AskedRoad, string | null, string>

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
      return asked.map(({ profile, flow }) => byProfile.get(profile)?.get(flow.key) ?? null)
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

type Grants = ReadonlyMap<string, string>
const NONE: Grants = new Map()

/** The grants by flow; whatever fails or is uncertain is no grant. */
async function grantAll(parts: RoadParts, fetch: Fetch): Promise<Grants> {
  const { clock, log } = parts
  try {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      if (isTooLate(clock, fetch)) return NONE
      const grants = await tryToGrant(parts, fetch)
      if (grants !== null) return grants
    }
  } catch (error) {
    log.warn({ error: describeError(error) }, 'a road could not be decided and is null')
  }
  return NONE
}

/** What has waited for half of a grant's life would come too late: contextual, never wrong. */
function isTooLate(clock: Clock, { arrived }: Fetch): boolean {
  return clock.monotonic() - arrived > L / 2
}

/** Null when another write came between reading and writing: then everything is read and decided anew. */
async function tryToGrant(parts: RoadParts, fetch: Fetch): Promise<Grants | null> {
  const { store, clock, random, withheld } = parts
  // t0 first, then what is decided on: a grant expires L after the oldest moment that it could rest on.
  const t0 = clock.wall()
  const account = await accountNamedBy(store, fetch.profile)
  if (account === null || isTooLate(clock, fetch)) return NONE
  const { allowed, denied } = decideAll(parts.catalogue, account, fetch, t0)
  const countDenied = (): void => denied.forEach((flow) => withheld.count(account._id, flow.key, t0))
  if (allowed.length === 0) {
    countDenied()
    return NONE
  }

  const at = new Date(t0).toISOString()
  const given = allowed.slice(0, LARGEST_APPEND).map(({ flow, subject }) => {
    const id = random.id()
    return { flow, subject, entry: { id, at, from: flow.from, to: flow.to, purpose: flow.purpose } }
  })
  if (
    !(await record(
      store,
      account,
      given.map(({ entry }) => entry),
    ))
  )
    return null

  return new Map(
    given.map(({ flow, subject, entry }) => {
      const { from: source, to: recipient, type, purpose, digest } = flow
      const claims = { source, type, recipient, purpose, subject, t0, exp: t0 + L, id: entry.id, flow: digest }
      return [flow.key, parts.sealer.seal(claims)] as const
    }),
  )
}

interface AllowedFlow {
  readonly flow: CatalogueFlow
  /** The sealed id of the person's profile in the source's app. */
  readonly subject: string
}

function decideAll(
  catalogue: Catalogue,
  account: AccountRow,
  { profile, flows, gpc }: Fetch,
  now: number,
): { readonly allowed: readonly AllowedFlow[]; readonly denied: readonly CatalogueFlow[] } {
  const snapshot = snapshotOf(account, catalogue)
  const allowed: AllowedFlow[] = []
  const denied: CatalogueFlow[] = []
  for (const flow of flows) {
    const source = liveLinkIn(account, flow.fromApp)
    if (source !== null && decide(flow, { profile }, snapshot, gpc, now).allow) {
      allowed.push({ flow, subject: source.profile })
    } else denied.push(flow)
  }
  return { allowed, denied }
}

/** The claim is a hint, the account document decides. Without an account just as much is read. */
async function accountNamedBy({ claims, accounts }: AccountsStore, profile: string): Promise<AccountRow | null> {
  const [claim] = await claims.getMany([profile])
  const [account] = await accounts.getMany([claim?.accountId ?? 'nobody'])
  return account ?? null
}

/**
 * Makes the records durable, in one write that holds only if the account is still the one decided on, and nobody has
 * appended meanwhile. On every store this test reads the newest document: a plain read may be a turn old.
 */
async function record(store: AccountsStore, account: AccountRow, entries: readonly LedgerEntry[]): Promise<boolean> {
  const { overflow, guard, operations } = planAppend(account.ledger, entries)
  if (overflow !== null) await copyOverflow(store.ledgerPages, account._id, overflow)
  const guarded = { ...guard, consentRev: account.consentRev }
  return (await store.accounts.patch(account._id, guarded, operations)) !== null
}
