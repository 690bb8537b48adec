import { afterAll, beforeAll, expect, test } from 'vitest'
import { APPS } from '../../subgraphs/runtime/identity/identity.ts'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'
import type { Json } from '../support/subgraphTester.ts'
import { operation } from './operations/listed.ts'

/** What consent changes, and what is left without it: the whole graph, from the accounts center to an advertisement. */
let graph: StartedGraph
beforeAll(async () => {
  graph = await startedGraph()
})
afterAll(() => graph[Symbol.asyncDispose]())

async function adsOf(name: string, first = 5): Promise<Json[]> {
  const query = 'query ($first: Int) { socialMe { ads(first: $first) { title basis why } } }'
  return (await graph.data(query, { by: [name, 'SOCIAL'], variables: { first } })).socialMe.ads
}

async function photoOf(name: string): Promise<Json> {
  const query = '{ photoMe { suggestedProfiles(first: 5) { basis why } feedQuality { score basis } } }'
  return (await graph.data(query, { by: [name, 'PHOTO'] })).photoMe
}

/** Sets a consent in the accounts center; time passes while it waits, in small steps. */
async function withdraw(name: string, to: string, purpose: string): Promise<Json> {
  const authTime = Math.floor(graph.clock.wall() / 1000)
  const profiles = APPS.map((app) => ({ app, id: graph.id(name, app), authTime }))
  const input = { from: 'MESSENGER', to, purpose, granted: false }
  const query =
    'mutation ($input: SetConsentInput!) { setConsent(input: $input) { consent { granted } errors { code } } }'
  const identity = { client: 'ACCOUNTS', profiles, timeoutMs: 600_000 }
  const answer = graph.family.accounts.execute({ query, variables: { input }, identity })
  const state = { pending: true }
  const settle = (): void => void (state.pending = false)
  answer.then(settle, settle)
  while (state.pending) {
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
    await graph.clock.advance(50)
  }
  return JSON.parse(JSON.stringify((await answer).data))['setConsent']
}

const bases = (shown: readonly Json[]) => new Set(shown.map(({ basis }) => basis))

test('Home of Dev, who agreed: the linked profiles, the consents, the posts, and ads that say why', async () => {
  const { viewer } = await graph.data(operation('home'), { by: ['Dev Raman', 'ACCOUNTS'] })
  const { links, consents } = viewer.account
  expect(links.map(({ app, state }: Json) => [app, state])).toEqual(APPS.map((app) => [app, 'ACTIVE']))
  const [, photo, social] = links.map(({ profile }: Json) => profile)
  expect(photo.posts.nodes.length).toBeGreaterThan(0)
  expect(social.ads).toHaveLength(2)
  expect(social.ads[0]).toMatchObject({
    basis: 'PERSONALIZED',
    why: expect.stringContaining('you let the messenger share'),
  })
  expect(consents).toContainEqual({ to: 'social', purpose: 'ADS', granted: true })
})

test('Home of Ben, who refused everything: the same shape, and contextual ads', async () => {
  const [ben, dev] = await Promise.all(
    ['Ben Lindqvist', 'Dev Raman'].map(async (name) => graph.data(operation('home'), { by: [name, 'ACCOUNTS'] })),
  )
  const { links, consents } = ben.viewer.account
  expect(Object.keys(ben.viewer.account)).toEqual(Object.keys(dev.viewer.account))
  const social = links.find(({ app }: Json) => app === 'SOCIAL').profile
  expect(social.ads).toHaveLength(2)
  expect(bases(social.ads)).toEqual(new Set(['CONTEXTUAL']))
  expect(consents.some(({ granted }: Json) => granted)).toBe(false)
})

test('Dev, who agreed, has ads by topics of the messenger that say so; after withdrawing as many contextual ones', async () => {
  const before = await adsOf('Dev Raman')
  expect(before).toHaveLength(5)
  expect(before[0]).toMatchObject({ basis: 'PERSONALIZED' })
  expect(before[0].why).toMatch(/^It is about .+, one of the topics that you let the messenger share for ads\.$/)

  expect(await withdraw('Dev Raman', 'social', 'ADS')).toEqual({ consent: { granted: false }, errors: [] })
  const after = await adsOf('Dev Raman')
  expect(after).toHaveLength(5)
  expect(bases(after)).toEqual(new Set(['CONTEXTUAL']))
})

test('what Dev withdrew for ads goes on in the photo app, each use by a consent of its own', async () => {
  const { suggestedProfiles, feedQuality } = await photoOf('Dev Raman')
  expect(bases(suggestedProfiles)).toContain('PERSONALIZED')
  expect(feedQuality).toMatchObject({ basis: 'PERSONALIZED' })

  await withdraw('Dev Raman', 'photo', 'PERSONALIZE')
  await withdraw('Dev Raman', 'photo', 'IMPROVE')
  const after = await photoOf('Dev Raman')
  expect(after.suggestedProfiles).toHaveLength(suggestedProfiles.length)
  expect(bases(after.suggestedProfiles)).toEqual(new Set(['CONTEXTUAL']))
  expect(after.feedQuality).toMatchObject({ basis: 'CONTEXTUAL' })
})

test('Hana, without a messenger, has ads by topics of the photo app and suggestions by topics of the social app', async () => {
  const [ad] = await adsOf('Hana Sato')
  expect(ad).toMatchObject({
    basis: 'PERSONALIZED',
    why: expect.stringContaining('you let the photo app share for ads'),
  })
  const { suggestedProfiles, feedQuality } = await photoOf('Hana Sato')
  expect(suggestedProfiles[0]).toMatchObject({
    basis: 'PERSONALIZED',
    why: expect.stringContaining('you let the social app share for suggestions'),
  })
  expect(feedQuality).toMatchObject({ basis: 'CONTEXTUAL' })
})

test.each(['Ben Lindqvist', 'Ada Okafor'])('%s, refusing or never linked, sees contextual ones', async (name) => {
  expect(bases(await adsOf(name))).toEqual(new Set(['CONTEXTUAL']))
  const { suggestedProfiles, feedQuality } = await photoOf(name)
  expect(bases(suggestedProfiles)).toEqual(new Set(['CONTEXTUAL']))
  expect(feedQuality).toMatchObject({ basis: 'CONTEXTUAL' })
})

const NOTES = { 'concord-consent-notes': '1' }

test.each([
  ['Ada Okafor', 'NOT_LINKED'],
  ['Ben Lindqvist', 'NOT_CONSENTED'],
  ['Finn Maier', 'MINOR'],
])('%s is told in the accounts center that data was withheld: %s; an app is not told why', async (name, reason) => {
  const query = '{ photoMe { feedQuality { score } } }'
  const ask = async (client: 'ACCOUNTS' | 'PHOTO') => {
    const { text } = await graph.ask(query, { by: [name, client], headers: NOTES })
    return JSON.parse(text) as { errors?: unknown; extensions: { consent: Json[] } }
  }
  const center = await ask('ACCOUNTS')
  expect(center.errors).toBeUndefined()
  expect(center.extensions.consent).toContainEqual(expect.objectContaining({ outcome: 'WITHHELD', reason }))
  const app = await ask('PHOTO')
  expect(app.extensions.consent.every((note) => note.outcome === 'WITHHELD' && !('reason' in note))).toBe(true)
})

test('what was denied beside something allowed is counted for the person to see', async () => {
  // Kofi agreed to ads by topics of the messenger, and has no photo profile.
  await adsOf('Kofi Mensah')
  // Stopping, it stores what it has counted.
  await graph.family.grants.stop?.()
  const query = '{ viewer { account { dataUses { nodes { from to count withheld } } } } }'
  const { viewer } = await graph.data(query, { by: ['Kofi Mensah', 'ACCOUNTS'] })
  const { nodes } = viewer.account.dataUses
  expect(nodes).toContainEqual({ from: 'MESSENGER', to: 'social', count: 1, withheld: 0 })
  expect(nodes).toContainEqual({ from: 'PHOTO', to: 'social', count: 0, withheld: 1 })
})
