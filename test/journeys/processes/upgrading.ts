import { expect } from 'vitest'
import { ISSUER } from '../../../bin/house/house.ts'
import { issueToken } from '../../../gateway/identify/tokens.ts'
import { systemClock } from '../../../subgraphs/runtime/clock/systemClock.ts'
import type { App } from '../../../subgraphs/runtime/identity/identity.ts'
import { openKeys } from '../../../subgraphs/runtime/keys/keys.ts'
import { systemRandom } from '../../../subgraphs/runtime/random/systemRandom.ts'
import { concord } from '../../support/child.ts'
import { type DemoData, ROOT_SECRET } from '../../support/demoData.ts'
import { makeNextRelease } from '../../support/nextRelease.ts'
import { idOf } from '../../support/startedGraph.ts'
import { createRollingClient, type RollingClient } from './client.ts'
import { startFleet } from './fleet.ts'
import { expectEachOnce, FIRST_KEYS, inStore, readOn, type Rolled, tokenFor, writeOn } from './rolling.ts'

/** What an upgrade came to, with what the doctor of the release before said on the way. */
export interface Upgraded extends Rolled {
  readonly choices: number
}

const CHOOSE = `mutation ($enabled: Boolean!) {
  setFeature(input: { feature: CROSSPOST, from: MESSENGER, to: "photo", enabled: $enabled }) {
    feature { enabled } errors { code }
  }
}`
const CHOSEN = '{ viewer { account { features { feature to enabled } } } }'
const BEN = 'Ben Lindqvist'

/**
 * Under constant load, one process after the other is started anew with the next release, whose documents all have a
 * newer version; social and accounts have two processes each, so that both releases write the same documents. The first
 * half goes back once, as an operator does who changed his mind. Fails on a wrong answer, a lost or doubled write, and on
 * any failure but that a process was not there.
 */
export async function upgrade(data: DemoData, store?: string): Promise<Upgraded> {
  using next = makeNextRelease()
  const options = { everywhere: inStore(store), twins: ['social', 'accounts'] }
  await using fleet = await startFleet(data.directory, FIRST_KEYS, options)
  const photo = createRollingClient(fleet.gateways, () => tokenFor(data, 'PHOTO', ROOT_SECRET))
  const social = createRollingClient(fleet.gateways, () => tokenFor(data, 'SOCIAL', ROOT_SECRET))
  const center = createRollingClient(fleet.gateways, () => centerToken(data))
  const over = new AbortController()
  const load = Promise.all([readOn(photo, over.signal), writeOn(social, over.signal), chooseOn(center, over.signal)])
  load.catch(() => over.abort())
  const doctor = async (): Promise<string> => {
    await using child = concord(['doctor', '--config', fleet.file])
    await child.ended
    return child.output()
  }
  const restart = async (names: readonly string[]): Promise<void> => {
    for (const name of names) if (!over.signal.aborted) await fleet.restart(name)
  }

  // Half the processes, back again, and forward: the other half never notices
  const half = ['social 2', 'accounts 2', 'gateway 2']
  fleet.upgradeTo(next.directory)
  await restart(half)
  expect(await doctor()).toContain('documents are written as this release has them')
  fleet.upgradeTo(ROOT)
  await restart(half)
  fleet.upgradeTo(next.directory)
  await restart(half)

  // The other half; then the release before has no place any more
  await restart(fleet.names.filter((name) => !half.includes(name)))
  over.abort()
  const [reads, written, choices] = await load
  await expectEachOnce(social, written)
  expect(await doctor()).toMatch(/fail +shapes +.*social_posts in version 2 \(ours: 1\)/)
  await expectRefused(fleet.file)
  return {
    reads,
    writes: written.length,
    choices,
    failures: [photo, social, center].flatMap(({ failures }) => failures),
  }
}

const ROOT = new URL('../../..', import.meta.url).pathname.replace(/\/$/, '')

/** A process of the release before does not start, and says why. */
async function expectRefused(file: string): Promise<void> {
  await using child = concord(['subgraph', 'social', '--config', file, '--port', '0'])
  expect(await child.ended).not.toBe(0)
  expect(child.output()).toMatch(/A newer release writes .*"social_posts" in version 2 \(known: 1\)/)
}

/** On and off, each time as it was acknowledged; answers how often. */
async function chooseOn(rolling: RollingClient, over: AbortSignal): Promise<number> {
  for (let choices = 0; ; choices++) {
    const enabled = choices % 2 === 0
    expect(await choose(rolling, enabled)).toEqual({ feature: { enabled }, errors: [] })
    expect(await chosen(rolling)).toBe(enabled)
    if (over.aborted) return choices
  }
}

async function choose({ client }: RollingClient, enabled: boolean): Promise<unknown> {
  const { data, error } = await client.mutation<{ setFeature: unknown }>(CHOOSE, { enabled }).toPromise()
  expect(error?.message).toBeUndefined()
  return data?.setFeature
}

interface Chosen {
  readonly viewer: {
    readonly account: { readonly features: readonly { feature: string; to: string; enabled: boolean }[] } | null
  }
}

async function chosen({ client }: RollingClient): Promise<boolean | undefined> {
  const { data, error } = await client.query<Chosen>(CHOSEN, {}).toPromise()
  expect(error?.message).toBeUndefined()
  const features = data?.viewer.account?.features ?? []
  return features.find(({ feature, to }) => feature === 'CROSSPOST' && to === 'photo')?.enabled
}

function centerToken(data: DemoData): Promise<string> {
  const key = openKeys({ configured: { rootSecret: ROOT_SECRET } }).tokenKeys().signing
  const authTime = Math.floor(Date.now() / 1000)
  const apps: readonly App[] = ['MESSENGER', 'PHOTO', 'SOCIAL']
  const profiles = apps.map((app) => ({ app, id: idOf(data.profiles, BEN, app), authTime }))
  const maker = { key, issuer: ISSUER, clock: systemClock, random: systemRandom }
  return issueToken(maker, { client: 'ACCOUNTS', profiles })
}
