import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Restored } from '../../../bin/backup/restore.ts'
import { createManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { APPS } from '../../../subgraphs/runtime/identity/identity.ts'
import { backupFiles } from '../../bin/backup/backupFiles.ts'
import { accountsIn, ledgerProblem } from '../../invariants/backup/backedUpTown.ts'
import { createCleanup } from '../../support/cleanup.ts'
import type { DemoData } from '../../support/demoData.ts'
import { inCenter, linkIdOf } from '../../support/linking.ts'
import { share, type Shared, SHARER, standing, storiesSeen } from '../../support/sharing.ts'
import { startedGraph, type StartedGraph } from '../../support/startedGraph.ts'
import { type Json, TEST_START } from '../../support/subgraphTester.ts'

export interface BackedUpGraph {
  readonly people: () => Promise<DemoData>
  /** Where the configuration of an empty store differs; `cleanup` disposes of it. */
  readonly elsewhere: (cleanup: (dispose: () => Promise<unknown>) => void) => object
}

/** The whole graph is backed up while people use it, and goes on elsewhere from there. */
export function backedUpGraphs({ people, elsewhere }: BackedUpGraph): void {
  const cleanup = createCleanup()
  const files = backupFiles()
  let before: StartedGraph
  let after: StartedGraph
  let told: Restored
  let shared: Shared

  beforeAll(async () => {
    cleanup.add(async () => files.dispose())
    before = await startedGraph({ data: people })
    cleanup.add(() => before[Symbol.asyncDispose]())
    expect((await post(before, 'early')).errors).toEqual([])
    expect(await adsOf(before)).toContain('PERSONALIZED')
    shared = await share(before, SHARER, { text: 'Told to both.' })
    await before.settled()
    expect(await storiesOf(before)).toEqual([['Told to both.'], ['Told to both.']])
    await whileUsed(before, () => files.backup(before.house.configuration, 'graph'))

    const place = files.place(elsewhere(cleanup.add))
    told = await files.restore(place, 'graph', { clock: createManualClock(TEST_START) })
    const data = { directory: place.data, configuration: place, profiles: before.people }
    after = await startedGraph({ data: async () => ({ ...data, [Symbol.asyncDispose]: async () => {} }) })
    cleanup.add(() => after[Symbol.asyncDispose]())
  }, 300_000)
  afterAll(cleanup.run)

  test('restoring pauses every link, and says what it did', () => {
    expect(told).toMatchObject({ accounts: 5, pausedLinks: 12, endedLinks: 0 })
    expect(told.waitingConsents).toBeGreaterThan(3)
  })

  test('what nobody wrote meanwhile is as it was, and the chains of all ledgers are whole', async () => {
    const [was, is] = await Promise.all([before, after].map(({ house }) => files.contents(house.configuration)))
    for (const name of ['photo_photos', 'messenger_contacts', 'social_pairs', 'photo_usernames'])
      expect(is![name]).toEqual(was![name])
    await files.opened(after.house.configuration, async (storage) => {
      for (const account of await accountsIn(storage)) expect(await ledgerProblem(storage, account)).toBeNull()
    })
  })

  test('a retry of what was done before the backup is answered as then, and does nothing again', async () => {
    const { post: then } = await post(before, 'early')
    expect(await post(after, 'early')).toEqual({ post: then, errors: [] })
    const posts = await after.data('{ socialMe { posts(first: 100) { nodes { text } } } }', {
      by: ['Kofi Mensah', 'SOCIAL'],
    })
    const texts = posts.socialMe.posts.nodes.map(({ text }: Json) => text as string)
    const ours = texts.filter((text: string) => /^(early|meanwhile)/.test(text))
    expect(ours).toContain('early')
    expect(new Set(ours).size).toBe(ours.length)
  })

  test('nothing that was consented flows before its person resumes the links', async () => {
    expect(new Set(await adsOf(after))).toEqual(new Set(['CONTEXTUAL']))
    await resumeAll(after, 'Dev Raman')
    expect(await adsOf(after)).toContain('PERSONALIZED')
  })

  test('what was shared elsewhere ends, stays ended, and comes once when it is shared again', async () => {
    await after.settled()
    expect(await storiesOf(after)).toEqual([[], []])
    expect(await standing(after, SHARER, shared)).toBe('ENDED: PHOTO RETRACTED, SOCIAL RETRACTED')
    await resumeAll(after, SHARER)
    await after.settled()
    expect(await storiesOf(after)).toEqual([[], []])
    const again = await share(after, SHARER, { text: 'Told again.', statusId: shared.statusId })
    await after.settled()
    expect(again.crosspostId).toBe(shared.crosspostId)
    expect(await storiesOf(after)).toEqual([['Told again.'], ['Told again.']])
  })
}

async function resumeAll(graph: StartedGraph, name: string): Promise<void> {
  for (const app of APPS) await inCenter(graph, name, 'resumeLink', { linkId: await linkIdOf(graph, name, app) })
}

/** What a stranger sees in the photo and in the social app of what was shared from the messenger. */
async function storiesOf(graph: StartedGraph): Promise<readonly [string[], string[]]> {
  return [await storiesSeen(graph, SHARER, 'PHOTO'), await storiesSeen(graph, SHARER, 'SOCIAL')]
}

async function adsOf(graph: StartedGraph): Promise<string[]> {
  const { socialMe } = await graph.data('{ socialMe { ads(first: 5) { basis } } }', { by: ['Dev Raman', 'SOCIAL'] })
  return socialMe.ads.map(({ basis }: Json) => basis as string)
}

/** The same text and key make the same post. */
async function post(graph: StartedGraph, text: string): Promise<Json> {
  const query = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { post { id text } errors { code } } }'
  const input = { text, idempotencyKey: text }
  return (await graph.data(query, { by: ['Kofi Mensah', 'SOCIAL'], variables: { input } })).createPost
}

/** What is written while a store is read makes it longer to read. */
const MOST_ROUNDS = 30

/** Runs `act` while people read, write and leave records. */
async function whileUsed(graph: StartedGraph, act: () => Promise<unknown>): Promise<void> {
  const ended = new AbortController()
  const use = async (): Promise<void> => {
    for (let round = 0; round < MOST_ROUNDS && !ended.signal.aborted; round++)
      await Promise.all([post(graph, `meanwhile ${round}`), adsOf(graph), share(graph, SHARER, { text: `${round}` })])
  }
  await Promise.all([act().finally(() => ended.abort()), use()])
}
