import { createHash } from 'node:crypto'
import type { House } from '../../../bin/house/house.ts'
import { createRoadFigures } from '../../../subgraphs/accounts/grants/figures.ts'
import { createRoads, type RoadParts } from '../../../subgraphs/accounts/grants/roads.ts'
import { createTurns } from '../../../subgraphs/accounts/grants/turns.ts'
import { createWithheldCounter } from '../../../subgraphs/accounts/ledger/withheld.ts'
import { snapshotOf } from '../../../subgraphs/accounts/rules/account.ts'
import { createCatalogue, type CatalogueFlow } from '../../../subgraphs/accounts/rules/catalogue.ts'
import { decide } from '../../../subgraphs/accounts/rules/decide.ts'
import { openAccountsStore } from '../../../subgraphs/accounts/store.ts'
import { L } from '../../../subgraphs/runtime/grants/constants.ts'
import { createGrantOpener, createGrantSealer, type GrantClaims } from '../../../subgraphs/runtime/grants/grant.ts'
import type { People } from './people.ts'

/** How often something is done in a second. */
export interface Rate {
  readonly what: string
  readonly perSecond: number
}

/** The parts that a consented field stands on, each by itself in this process. */
export async function measureParts(house: House, { consenting }: People): Promise<readonly Rate[]> {
  const { contract, storage, clock, random, log } = house
  const catalogue = createCatalogue(contract.subgraphs, contract.flows, contract.notices)
  const store = openAccountsStore(storage)
  const flow = catalogue.flow('messenger>social>ADS')
  const profile = consenting[0]?.SOCIAL
  if (flow === null || profile === undefined) throw new Error('The benchmark needs the flow of ads and a person')
  const [claim] = await store.claims.getMany([profile])
  const [account] = await store.accounts.getMany([claim?.accountId ?? ''])
  if (!account) throw new Error('The first person of the benchmark must have an account')
  const snapshot = snapshotOf(account, catalogue)

  const keyOf = (source: string, date: string): Uint8Array => createHash('sha256').update(`${source} ${date}`).digest()
  const sealer = createGrantSealer({ keyOf, random })
  const opener = createGrantOpener({ source: 'messenger', keyOf, clock, flows: contract.flows })
  const grant = sealer.seal(claimsOf(flow, account.links['0']?.profile ?? profile, clock.wall()))

  const withheld = createWithheldCounter({ collection: store.withheld, clock, log })
  const clockWatch = { isTrusted: () => true }
  const made = { store, catalogue, sealer, withheld, clock, random, log, turns: createTurns() }
  const parts: RoadParts = { ...made, clockWatch, figures: createRoadFigures() }
  const ask = async (asked: string): Promise<void> => {
    if ((await createRoads(parts, false).load({ flow, profile: asked })).grant === null) lost++
  }
  let lost = 0
  const rates = [
    { what: 'decisions', perSecond: perSecond(() => decide(flow, { profile }, snapshot, false, clock.wall())) },
    { what: 'account documents made ready to decide on', perSecond: perSecond(() => snapshotOf(account, catalogue)) },
    { what: 'grants made', perSecond: perSecond(() => sealer.seal(claimsOf(flow, profile, clock.wall()))) },
    {
      what: 'grants opened (late ones too: all but the answer is done)',
      perSecond: perSecond(() => opener.open(grant, flow.type)),
    },
    {
      what: 'roads granted, each with a durable record, one person one by one',
      perSecond: await perSecondOf([profile], ask, 1),
    },
    {
      what: `roads granted, ${consenting.length} people at once`,
      perSecond: await perSecondOf(
        consenting.map(({ SOCIAL }) => SOCIAL),
        ask,
        consenting.length,
      ),
    },
  ]
  if (lost > 0) console.log(`${lost} of these roads were null: too late, or lost to another write three times`)
  await withheld.stop()
  return rates
}

function claimsOf(
  { from: source, to: recipient, type, purpose, digest }: CatalogueFlow,
  subject: string,
  t0: number,
): GrantClaims {
  return { source, type, recipient, purpose, subject, t0, exp: t0 + L, id: 'benchmark', flow: digest }
}

const MILLISECONDS = 1000

/** What was done last: work whose result nobody keeps may be left out by the compiler. */
let kept: unknown

/** Of something synchronous, after as long a time to warm up. */
function perSecond(work: () => unknown): number {
  let rate = 0
  for (let round = 0; round < 2; round++) {
    const begun = performance.now()
    let done = 0
    for (; performance.now() - begun < MILLISECONDS; done += 100) for (let n = 0; n < 100; n++) kept = work()
    rate = (done * 1000) / (performance.now() - begun)
  }
  if (kept === undefined) throw new Error('What is measured must answer something')
  return rate
}

/** Of something that waits, `atOnce` at a time, the next beginning as one ends. */
async function perSecondOf<T>(items: readonly T[], work: (item: T) => Promise<void>, atOnce: number): Promise<number> {
  const begun = performance.now()
  let done = 0
  const worker = async (first: number): Promise<void> => {
    for (let n = first; performance.now() - begun < 3 * MILLISECONDS; n += atOnce, done++) {
      const item = items[n % items.length]
      if (item !== undefined) await work(item)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, async (_, first) => worker(first)))
  return (done * 1000) / (performance.now() - begun)
}
