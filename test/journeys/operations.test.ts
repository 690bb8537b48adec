import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'
import { ALL, AREAS } from './operations/all.ts'
import { askListed } from './operations/listed.ts'

/** What people ask of the whole graph, each with what matters in the answer. The operations are in `operations/`. */
let graph: StartedGraph
beforeAll(async () => {
  graph = await startedGraph()
})
afterAll(() => graph[Symbol.asyncDispose]())

describe.each(AREAS)('asked of %s', (_name, listed) => {
  test.each(listed)('$title', async (one) => {
    await one.check(await askListed(graph, one), graph)
  })
})

test('the list is long, of many people, and says each thing once', () => {
  expect(ALL.length).toBeGreaterThanOrEqual(30)
  expect(new Set(ALL.map(({ title }) => title)).size).toBe(ALL.length)
  expect(new Set(ALL.map(({ by }) => by?.join(' in '))).size).toBeGreaterThanOrEqual(10)
})
