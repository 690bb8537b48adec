import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DAY_MS } from '../../subgraphs/runtime/clock/millis.ts'
import { unlink } from '../support/linking.ts'
import { change, deleteStatus, postStatus, share, SHARER, standing, storiesSeen } from '../support/sharing.ts'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'
import { createBrittleCalls, type BrittleCalls, type Weather } from './crossposts/brittleCalls.ts'

/**
 * I13: exactly one visible copy per target under retries and crashes; the audience never wider; edit, deletion, expiry and
 * unlinking reach every copy; a deletion that overtakes its creation ends deleted. Here in plain words;
 * crossposts/histories.test.ts holds it against everything that may come together.
 */
let graph: StartedGraph
let calls: BrittleCalls
beforeAll(async () => {
  calls = createBrittleCalls()
  graph = await startedGraph({ internal: calls.internal })
})
afterAll(() => graph[Symbol.asyncDispose]())
beforeEach(() => calls.become('answered'))

const BOTH = ['PHOTO', 'SOCIAL'] as const
const RETRIED_WITHIN_MS = 20_000
const EDIT = ['updateCrosspost', 'UpdateCrosspostInput'] as const
let keys = 0

/** What a stranger sees in both apps. */
const seen = (): Promise<string[][]> => Promise.all(BOTH.map((app) => storiesSeen(graph, SHARER, app)))

/** Under this weather, then until it has cleared and everything was tried again. */
async function under<T>(weather: Weather, operations: readonly string[], act: () => Promise<T>): Promise<T> {
  calls.become(weather, ...operations)
  const done = await act()
  await graph.settled()
  await graph.clock.advance(2_000)
  await graph.settled()
  calls.become('answered')
  await graph.clock.advance(RETRIED_WITHIN_MS)
  await graph.settled()
  return done
}

const retract = (crosspostId: string) =>
  change(graph, [SHARER, 'ACCOUNTS'], 'retractCrosspost', 'CrosspostInput', { crosspostId })
const edit = (crosspostId: string, text: string) =>
  change(graph, [SHARER, 'MESSENGER'], ...EDIT, { crosspostId, content: { text }, idempotencyKey: `edit ${++keys}` })

test.each(['twice', 'unheard', 'lost'] as const)(
  'I13: where calls are %s, there is one copy in each app, and each edit and end reaches it',
  async (weather) => {
    const shared = await under(weather, ['putStory'], () => share(graph, SHARER, { text: weather }))
    expect(await seen()).toEqual([[weather], [weather]])
    await under(weather, ['putStory'], () => edit(shared.crosspostId, `${weather}, edited`))
    expect(await seen()).toEqual([[`${weather}, edited`], [`${weather}, edited`]])
    await under(weather, ['endStory'], () => retract(shared.crosspostId))
    expect(await seen()).toEqual([[], []])
    expect(await standing(graph, SHARER, shared)).toBe('ENDED: PHOTO RETRACTED, SOCIAL RETRACTED')
  },
)

test('I13: a deletion that overtakes the creation ends deleted', async () => {
  calls.become('late', 'putStory')
  const shared = await share(graph, SHARER, { text: 'Overtaken' })
  await graph.settled()
  await deleteStatus(graph, SHARER, shared.statusId)
  await graph.settled()
  await calls.letGo()
  expect(await seen()).toEqual([[], []])
  calls.become('answered')
  await graph.clock.advance(RETRIED_WITHIN_MS)
  await graph.settled()
  expect(await seen()).toEqual([[], []])
  expect(await standing(graph, SHARER, shared)).toMatch(/^ENDED/)
})

test('I13: an older text that arrives after a newer one changes nothing', async () => {
  calls.become('late', 'putStory')
  const { crosspostId } = await share(graph, SHARER, { text: 'Older' })
  await graph.settled()
  calls.become('answered')
  await edit(crosspostId, 'Newer')
  await graph.settled()
  await calls.letGo()
  expect(await seen()).toEqual([['Newer'], ['Newer']])
  await retract(crosspostId)
  await graph.settled()
})

test('I13: sharing again may make the audience narrower, never wider, and nobody else sees it then', async () => {
  const { statusId } = await share(graph, SHARER, { text: 'For all', apps: ['PHOTO'] })
  const again = async (audience: string) => {
    const query = `mutation ($input: CrosspostStatusInput!) { crosspostStatus(input: $input) { errors { code path } } }`
    const targets = [{ app: 'PHOTO', audience }]
    const input = { statusId, targets, content: { text: audience }, idempotencyKey: `again ${++keys}` }
    const { crosspostStatus } = await graph.data(query, { by: [SHARER, 'MESSENGER'], variables: { input } })
    await graph.settled()
    return crosspostStatus.errors
  }
  expect(await again('FOLLOWERS')).toEqual([])
  expect(await seen()).toEqual([[], []])
  expect(await storiesSeen(graph, SHARER, 'PHOTO', [SHARER, 'PHOTO'])).toEqual(['FOLLOWERS'])
  expect(await again('EVERYONE')).toEqual([{ code: 'CROSSPOST_AUDIENCE_WIDER', path: ['targets', '0', 'audience'] }])
  expect(await seen()).toEqual([[], []])
  await deleteStatus(graph, SHARER, statusId)
  await graph.settled()
})

test('I13: a copy ends with its status to the millisecond, however late it came', async () => {
  const statusId = await postStatus(graph, SHARER)
  await graph.clock.advance(DAY_MS - 60_000)
  await share(graph, SHARER, { text: 'Last minute', statusId })
  await graph.settled()
  await graph.clock.advance(59_999)
  expect(await seen()).toEqual([['Last minute'], ['Last minute']])
  await graph.clock.advance(1)
  expect(await seen()).toEqual([[], []])
})

test('I13: unlinking ends the copy there while that app is away, as soon as it is back', async () => {
  const shared = await share(graph, SHARER, { text: 'Linked' })
  await graph.settled()
  await under('lost', ['endStory'], () => unlink(graph, SHARER, 'PHOTO'))
  expect(await seen()).toEqual([[], ['Linked']])
  expect(await standing(graph, SHARER, shared)).toBe('LIVE: PHOTO RETRACTED, SOCIAL LIVE')
})
