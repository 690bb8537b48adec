import { parse } from 'graphql'
import { describe, expect, onTestFinished, test } from 'vitest'
import { compose, testGraph, type TestSubgraph } from '../gateway/engine/graph.ts'
import { startGateway } from '../support/gatewayTester.ts'
import { familyRules } from '../../bin/house/familyRules.ts'
import { createGeneration } from '../../gateway/generation.ts'
import { usingBoth } from './support/sideBySide.ts'
import { startStock } from './support/stockGateway.ts'

/** B28: a schema is loaded while requests run: admitted by one set of rules, executed by another. */
const both = usingBoth()

/** A graph whose `note` is answered by `owner`; every answer says of which version it is. */
function versioned(version: string, owner: string): Readonly<Record<string, TestSubgraph>> {
  const entities = (request: { variables: Readonly<Record<string, unknown>> }) =>
    ((request.variables['representations'] ?? []) as unknown[]).map(() => ({ c__note: version, note: version }))
  return {
    app: {
      sdl: 'type Query { me: Person } type Person @key(fields: "id") { id: ID! by: String }',
      answer: () => ({
        data: {
          c__me: { __typename: 'Person', id: '1', c__by: version },
          me: { __typename: 'Person', id: '1', by: version },
        },
      }),
    },
    [owner]: {
      sdl: 'type Person @key(fields: "id") { id: ID! note: String }',
      answer: (request) => ({ data: { _entities: entities(request) } }),
    },
  }
}
const QUERY = '{ me { by note } }'

describe('B28: stock', () => {
  test('plans with the new schema what was admitted under the old one: who may have had no right is asked', async () => {
    const [before, after] = [versioned('old', 'messenger'), versioned('new', 'partner')]
    const asked: string[] = []
    const stock = await startStock(compose(before), ({ name }) => ({
      async send(request) {
        asked.push(name)
        return (await { ...before, ...after }[name]?.answer?.(request)) ?? {}
      },
    }))
    const answer = stock.ask(parse(QUERY))
    // Admitted: validation is over. The new schema comes before it is planned.
    stock.update(compose(after))
    await answer
    expect(asked).toEqual(['app', 'partner'])
  })
})

describe('B28: ours', () => {
  test('what was admitted under a schema is planned, fetched and shaped under it', async () => {
    const [before, after] = [versioned('old', 'messenger'), versioned('new', 'partner')]
    const first = held(before['app'] as TestSubgraph)
    const [old, fresh] = [testGraph({ ...before, app: first.subgraph }), testGraph(after)]
    const gateway = await startGateway({ generation: old.generation })
    onTestFinished(() => gateway[Symbol.asyncDispose]())
    const underWay = gateway.ask(QUERY)
    await first.isAsked
    const swapped = gateway.gateway.swap(fresh.generation)
    expect((await gateway.ask(QUERY)).json.data).toEqual({ me: { by: 'new', note: 'new' } })
    first.go()
    expect((await underWay).json.data).toEqual({ me: { by: 'old', note: 'old' } })
    await swapped
    expect([old.sent, fresh.sent].map((sent) => sent.map(({ subgraph }) => subgraph))).toEqual([
      ['app', 'messenger'],
      ['app', 'partner'],
    ])
  })

  test('however often it is loaded, each answer is of one schema', async () => {
    const generations = ['a', 'b', 'c', 'd'].map(
      (version) => testGraph(versioned(version, version > 'b' ? 'partner' : 'messenger')).generation,
    )
    const gateway = await startGateway({ generation: generations[0] as (typeof generations)[0] })
    onTestFinished(() => gateway[Symbol.asyncDispose]())
    const asked: ReturnType<typeof gateway.ask>[] = []
    for (const generation of generations) {
      for (let n = 0; n < 5; n++) asked.push(gateway.ask(QUERY))
      await asked.at(-5)
      void gateway.gateway.swap(generation)
    }
    const people = (await Promise.all(asked)).map(({ json }) => json.data?.['me'] as { by: string; note: string })
    expect(people.filter(({ by, note }) => by !== note)).toEqual([])
    expect(new Set(people.map(({ by }) => by)).size).toBeGreaterThan(1)
  })

  test('a contract that takes a flow away holds for every request that comes after it', async () => {
    const { graph } = both()
    const { contract, clock, log } = graph.house
    const rules = familyRules(contract)
    const unused = { send: () => Promise.reject(new Error('nobody must be asked')), close: async () => {} }
    const transports = new Map(
      ['accounts', 'grants', 'messenger', 'photo', 'social', 'entry'].map((name) => [name, unused]),
    )
    const { supergraphSdl } = contract
    const make = (flows: typeof contract.flows) =>
      createGeneration({ supergraphSdl, transports, clock, log, ...rules, contract: { ...contract, flows } })
    const gateway = await startGateway({ generation: make(contract.flows), clock })
    onTestFinished(() => gateway[Symbol.asyncDispose]())
    const ask = async () => (await gateway.ask('{ socialMe { ads { id } } }')).code
    expect(await ask()).toBe('SUBGRAPH_UNREACHABLE')
    await gateway.gateway.swap(make(contract.flows.filter(({ to }) => to !== 'social')))
    expect(await ask()).toBe('PLAN_REFUSED')
  })
})

/** A subgraph whose answers wait until they may go. */
function held(subgraph: TestSubgraph) {
  let go: () => void = () => undefined
  let asked: () => void = () => undefined
  const isAsked = new Promise<void>((resolve) => (asked = resolve))
  const mayGo = new Promise<void>((resolve) => (go = resolve))
  const answer: TestSubgraph['answer'] = async (request) => {
    asked()
    await mayGo
    return (await subgraph.answer?.(request)) ?? {}
  }
  return { subgraph: { sdl: subgraph.sdl, answer }, isAsked, go: () => go() }
}
