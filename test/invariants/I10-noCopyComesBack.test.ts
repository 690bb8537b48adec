import { afterAll, beforeAll, expect, test } from 'vitest'
import { TOMBSTONE_MS } from '../../subgraphs/runtime/crossposts/operations.ts'
import { DAY_MS } from '../../subgraphs/runtime/clock/millis.ts'
import { inCenter, link, linkIdOf, unlink } from '../support/linking.ts'
import { change, deleteStatus, share, SHARER, standing, storiesSeen } from '../support/sharing.ts'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'
import { createBrittleCalls, type BrittleCalls } from './crossposts/brittleCalls.ts'

/** I10, of copies in other apps: what was taken back stays so, whatever comes once more, however late, linked again or not. */
let graph: StartedGraph
let calls: BrittleCalls
beforeAll(async () => {
  calls = createBrittleCalls()
  graph = await startedGraph({ internal: calls.internal })
})
afterAll(() => graph[Symbol.asyncDispose]())

const ON = { feature: 'CROSSPOST', from: 'MESSENGER', enabled: true }
const seen = (): Promise<string[][]> =>
  Promise.all((['PHOTO', 'SOCIAL'] as const).map((app) => storiesSeen(graph, SHARER, app)))

/** Every call that services ever made arrives twice more, at once and when all retries are over. */
async function everythingAgain(): Promise<void> {
  for (const ms of [0, 6 * 60_000]) {
    await graph.clock.advance(ms)
    await graph.settled()
    await calls.replay()
    await graph.settled()
  }
}

test('I10: what was retracted or deleted does not come back by any call that was ever made', async () => {
  const { crosspostId } = await share(graph, SHARER, { text: 'Retracted' })
  const { statusId } = await share(graph, SHARER, { text: 'Deleted' })
  await graph.settled()
  await change(graph, [SHARER, 'ACCOUNTS'], 'retractCrosspost', 'CrosspostInput', { crosspostId })
  await deleteStatus(graph, SHARER, statusId)
  await graph.settled()
  expect(calls.called()).toContain('putStory')
  expect(await seen()).toEqual([[], []])
  await everythingAgain()
  expect(await seen()).toEqual([[], []])
})

test('I10: a put that was on its way when the link was paused is not taken when it comes', async () => {
  calls.become('late', 'putStory')
  const shared = await share(graph, SHARER, { text: 'On its way', apps: ['SOCIAL'] })
  await graph.settled()
  const linkId = await linkIdOf(graph, SHARER, 'SOCIAL')
  await inCenter(graph, SHARER, 'pauseLink', { linkId })
  await calls.letGo()
  expect(await seen()).toEqual([[], []])
  calls.become('answered')
  await inCenter(graph, SHARER, 'resumeLink', { linkId })
  await everythingAgain()
  expect(await seen()).toEqual([[], []])
  expect(await standing(graph, SHARER, shared)).toBe('FAILED: SOCIAL FAILED')
})

test('I10: switching off and on again at once brings nothing back, before anybody has swept', async () => {
  const shared = await share(graph, SHARER, { text: 'Switched off', apps: ['PHOTO'] })
  await graph.settled()
  await inCenter(graph, SHARER, 'setFeature', { ...ON, to: 'photo', enabled: false })
  await inCenter(graph, SHARER, 'setFeature', { ...ON, to: 'photo' })
  await everythingAgain()
  expect(await seen()).toEqual([[], []])
  expect(await standing(graph, SHARER, shared)).toBe('ENDED: PHOTO RETRACTED')
})

test('I10: linking again brings nothing back; what is shared then is there once', async () => {
  const { statusId } = await share(graph, SHARER, { text: 'Before', apps: ['PHOTO'] })
  await graph.settled()
  await unlink(graph, SHARER, 'PHOTO')
  await graph.clock.advance(DAY_MS / 2)
  await link(graph, SHARER, { pair: ['SOCIAL', 'PHOTO'], agrees: true })
  await everythingAgain()
  expect(await seen()).toEqual([[], []])
  await inCenter(graph, SHARER, 'setFeature', { ...ON, to: 'photo' })
  await everythingAgain()
  expect(await seen()).toEqual([[], []])
  await share(graph, SHARER, { text: 'Anew', apps: ['PHOTO'], statusId })
  await everythingAgain()
  expect(await seen()).toEqual([['Anew'], []])
})

test('I10: when the status is over, and when nobody remembers its copies any more, no old call makes one', async () => {
  await share(graph, SHARER, { text: 'Over' })
  await graph.settled()
  await graph.clock.advance(DAY_MS)
  await everythingAgain()
  expect(await seen()).toEqual([[], []])
  await graph.clock.advance(TOMBSTONE_MS + 60_000)
  await everythingAgain()
  expect(await seen()).toEqual([[], []])
})
