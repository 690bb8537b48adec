import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { ISSUER } from '../../../bin/house/house.ts'
import { issueToken } from '../../../gateway/identify/tokens.ts'
import { systemClock } from '../../../subgraphs/runtime/clock/systemClock.ts'
import type { App } from '../../../subgraphs/runtime/identity/identity.ts'
import { openKeys } from '../../../subgraphs/runtime/keys/keys.ts'
import { systemRandom } from '../../../subgraphs/runtime/random/systemRandom.ts'
import { type DemoData, ROOT_SECRET } from '../../support/demoData.ts'
import { idOf } from '../../support/startedGraph.ts'
import { createRollingClient, type Failure, type RollingClient } from './client.ts'
import { type Fleet, type KeyStep, startFleet } from './fleet.ts'

/** What came of a run. */
export interface Rolled {
  readonly reads: number
  readonly writes: number
  readonly failures: readonly Failure[]
}

/** In one line, for whoever reads the output. */
export function told({ reads, writes, failures }: Rolled): string {
  const counts: Record<string, number> = {}
  for (const { codes, network } of failures)
    for (const what of network === null ? codes : ['no answer']) counts[what] = (counts[what] ?? 0) + 1
  return `${reads} reads and ${writes} writes, all right and none lost; asked again: ${JSON.stringify(counts)}`
}

const NEXT_SECRET = Buffer.alloc(32, 'next').toString('base64url')
export const FIRST_KEYS: KeyStep = { rootSecret: ROOT_SECRET, acceptedSecrets: [], permanentSecret: ROOT_SECRET }
const KEYS: readonly KeyStep[] = [
  FIRST_KEYS,
  { rootSecret: ROOT_SECRET, acceptedSecrets: [NEXT_SECRET], permanentSecret: ROOT_SECRET },
  { rootSecret: NEXT_SECRET, acceptedSecrets: [ROOT_SECRET], permanentSecret: ROOT_SECRET },
  { rootSecret: NEXT_SECRET, acceptedSecrets: [], permanentSecret: ROOT_SECRET },
]

const FEED = '{ photoFeed(first: 20) { nodes { id caption likeCount author { id displayName } } } }'
const POST =
  'mutation ($key: ID!) { createPost(input: { text: "rolling", idempotencyKey: $key }) { post { id } errors { code } } }'
const POSTS =
  'query ($after: String) { socialMe { posts(first: 100, after: $after) { nodes { id text } pageInfo { hasNextPage endCursor } } } }'

/**
 * Constant load of reads and writes, while every process is restarted in turn, three times over for a rotation of the
 * root secret, one gateway is killed and, with a store of its own, one subgraph hangs for ten seconds. Fails on an answer
 * that is not what it was before, on a write that is lost or done twice, and on a failure that no client would repeat.
 */
export async function roll(data: DemoData, store?: string): Promise<Rolled> {
  await using fleet = await startFleet(data.directory, FIRST_KEYS, { everywhere: inStore(store) })
  const signs = { secret: ROOT_SECRET }
  const photo = createRollingClient(fleet.gateways, () => tokenFor(data, 'PHOTO', signs.secret))
  const social = createRollingClient(fleet.gateways, () => tokenFor(data, 'SOCIAL', signs.secret))
  const over = new AbortController()
  const load = Promise.all([readOn(photo, over.signal), readOn(photo, over.signal), writeOn(social, over.signal)])
  load.catch(() => over.abort())

  await disturb(fleet, signs, store !== undefined, over.signal)
  over.abort()
  const [first, second, written] = await load
  await expectEachOnce(social, written)
  return { reads: first + second, writes: written.length, failures: [...photo.failures, ...social.failures] }
}

/** What the processes are configured with to use this store. */
export const inStore = (store: string | undefined): object => (store === undefined ? {} : { store })

async function disturb(fleet: Fleet, signs: { secret: string }, hangs: boolean, over: AbortSignal): Promise<void> {
  for (const [step, keys] of KEYS.entries()) {
    if (step === 0) continue
    fleet.configure(keys)
    for (const name of fleet.names) if (!over.aborted) await fleet.restart(name)
    signs.secret = keys.rootSecret
  }
  await fleet.restart('gateway 1', 'SIGKILL')
  if (hangs) {
    fleet.signal('social', 'SIGSTOP')
    await wait(10_000)
    fleet.signal('social', 'SIGCONT')
  }
  await wait(1_000)
}

/** The same feed each time: nobody changes it. */
export async function readOn({ client }: RollingClient, over: AbortSignal): Promise<number> {
  let expected: string | null = null
  for (let reads = 0; ; reads++) {
    if (over.aborted) return reads
    const { data, error } = await client.query(FEED, {}).toPromise()
    expect(error?.message).toBeUndefined()
    const text = JSON.stringify(data)
    expected ??= text
    expect(text).toBe(expected)
  }
}

/** The ids of what was acknowledged, in order. */
export async function writeOn({ client }: RollingClient, over: AbortSignal): Promise<string[]> {
  const ids: string[] = []
  while (!over.aborted) {
    const { data, error } = await client.mutation<Posted>(POST, { key: `rolling-${ids.length}` }).toPromise()
    expect(error?.message).toBeUndefined()
    expect(data?.createPost.errors).toEqual([])
    ids.push(data?.createPost.post?.id ?? 'none')
    await wait(20)
  }
  return ids
}

interface Posted {
  readonly createPost: { readonly post: { readonly id: string } | null; readonly errors: readonly unknown[] }
}

interface Page {
  readonly nodes: readonly { readonly id: string; readonly text: string }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

export async function expectEachOnce({ client }: RollingClient, written: readonly string[]): Promise<void> {
  const found: string[] = []
  let after: string | null = null
  do {
    const page: Page = await pageAfter(client, after)
    found.push(...page.nodes.flatMap(({ id, text }) => (text === 'rolling' ? [id] : [])))
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
  expect(found.toSorted()).toEqual(written.toSorted())
}

async function pageAfter(client: RollingClient['client'], after: string | null): Promise<Page> {
  const { data, error } = await client.query<{ socialMe: { posts: Page } }>(POSTS, { after }).toPromise()
  expect(error?.message).toBeUndefined()
  if (data === undefined) throw new Error('The posts must be answered')
  return data.socialMe.posts
}

export function tokenFor(data: DemoData, app: App, rootSecret: string): Promise<string> {
  const key = openKeys({ configured: { rootSecret } }).tokenKeys().signing
  const profile = { app, id: idOf(data.profiles, 'Ada Okafor', app), authTime: Math.floor(Date.now() / 1000) }
  return issueToken(
    { key, issuer: ISSUER, clock: systemClock, random: systemRandom },
    { client: app, profiles: [profile] },
  )
}
