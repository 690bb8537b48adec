import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { createGeneration } from '../../../gateway/generation.ts'
import { createManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { testGraph } from './graph.ts'

const TWO = 'query A { a } query B { b }'
const graph = () =>
  testGraph({
    s: { sdl: 'type Query { a: Int b: Int n: Int }', resolvers: { Query: { a: () => 1, b: () => 2, n: () => 3 } } },
  })

describe('a generation', () => {
  it('must have a way to each subgraph', () => {
    const { supergraphSdl } = graph()
    expect(() => createGeneration({ supergraphSdl, transports: new Map(), clock: createManualClock(0) })).toThrow(
      'Each subgraph needs a transport, but got none for: "s".',
    )
  })

  it('is named by its supergraph alone', () => {
    const [one, other] = [graph().generation, graph().generation]
    expect(one.id).toMatch(/^[0-9a-f]{64}$/)
    expect(one.id).toBe(other.id)
  })

  it('runs the operation that is named, whatever was run of the same document before', async () => {
    const shop = graph()
    expect((await shop.run(TWO, {}, { operationName: 'A' })).data).toEqual({ a: 1 })
    expect((await shop.run(TWO, {}, { operationName: 'B' })).data).toEqual({ b: 2 })
    expect((await shop.run(TWO, {}, { operationName: 'A' })).data).toEqual({ a: 1 })
  })

  it('sends the same text each time, so that subgraphs can keep it', async () => {
    const shop = graph()
    for (let round = 0; round < 3; round++) await shop.run('{ x: a }')
    expect(new Set(shop.sent.map(({ request }) => request.query)).size).toBe(1)
  })

  it('refuses subscriptions', async () => {
    const shop = testGraph({ s: { sdl: 'type Query { a: Int } type Subscription { a: Int }' } })
    const { errors } = await shop.run('subscription { a }')
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['SUBSCRIPTIONS_OFF'])
  })

  it('accepts @defer and ignores it', async () => {
    const shop = graph()
    expect(await shop.run('{ a ... @defer(label: "later") { b } }')).toEqual({ data: { a: 1, b: 2 } })
    expect(shop.sent).toHaveLength(1)
  })

  it('tells the log of its own mistakes, and the client only that there was one', async () => {
    const told: object[] = []
    const log = { debug() {}, info() {}, warn() {}, error: (fields: object) => void told.push(fields) }
    const shop = testGraph({ s: { sdl: 'type Query { a: Int }' } }, { log })
    const scope = { identityFor: () => undefined, signal: new AbortController().signal, deadline: 1000 }
    const document = parse('{ nothing }')
    const { errors } = await shop.generation.execute({ document, variables: {}, key: 'x', scope })
    expect(errors?.map(({ message, extensions }) => [message, extensions['code']])).toEqual([
      ['Something broke here. It is logged; ask again later.', 'INTERNAL_ERROR'],
    ])
    expect(told).toHaveLength(1)
  })
})

describe('mutations', () => {
  const acts: string[] = []
  const act = (name: string) => ({ resolve: () => (acts.push(name), acts.length) }).resolve
  const shop = testGraph({
    one: {
      sdl: 'type Query { q: Int } type Mutation { a: Int b(n: Int): Int fail: Int }',
      resolvers: { Mutation: { a: act('a'), b: act('b'), fail: () => Promise.reject(new Error('No')) } },
    },
    two: { sdl: 'type Mutation { c: Int }', resolvers: { Mutation: { c: act('c') } } },
  })
  const run = async (query: string) => {
    acts.length = 0
    const result = await shop.run(query)
    return [acts.join(' '), JSON.stringify(result.data), result.errors?.length ?? 0]
  }

  it('run one after the other, in the client’s order, over subgraphs', async () => {
    expect(await run('mutation { c a x: b(n: 1) y: c z: a }')).toEqual([
      'c a b c a',
      '{"c":1,"a":2,"x":3,"y":4,"z":5}',
      0,
    ])
  })

  it('keep their order in fragments', async () => {
    expect(await run('mutation { ... { a } x: c ...F } fragment F on Mutation { y: a ... { z: c } }')).toEqual([
      'a c a c',
      '{"a":1,"x":2,"y":3,"z":4}',
      0,
    ])
  })

  it('go on after one that failed', async () => {
    expect(await run('mutation { a fail c }')).toEqual(['a c', '{"a":1,"fail":null,"c":2}', 1])
  })

  it('that are skipped do not run', async () => {
    expect(await run('mutation { a @skip(if: true) c }')).toEqual(['c', '{"c":1}', 0])
  })

  it('are never sent twice; what is read after them may be', async () => {
    shop.sent.length = 0
    await shop.run('mutation { a }')
    await shop.run('{ q }')
    expect(shop.sent.map(({ request }) => request.idempotent)).toEqual([false, true])
  })

  it('nor are calls to subgraphs that must not be asked twice', async () => {
    const grants = testGraph({ grants: { sdl: 'type Query { q: Int }' } })
    await grants.run('{ q }')
    expect(grants.sent.map(({ request }) => request.idempotent)).toEqual([false])
  })
})

describe('an operation that is too large to be planned', () => {
  it('is refused, each time', async () => {
    // Eight times eight times …: small as a document, ten million fields when its fragments are spread out.
    const eight = (next: number) =>
      'abcdefgh'
        .split('')
        .map((alias) => `${alias}: s { ...F${next} }`)
        .join(' ')
    const fragments = Array.from(
      { length: 9 },
      (_, index) => `fragment F${index} on T { ${index < 8 ? eight(index + 1) : 'id'} }`,
    )
    const query = `{ t { ...F0 } } ${fragments.join(' ')}`
    const { generation } = testGraph({ s: { sdl: 'type Query { t: T } type T { id: ID s: T }' } })
    const scope = { identityFor: () => undefined, signal: new AbortController().signal, deadline: 10_000 }
    for (let round = 0; round < 2; round++) {
      const { errors } = await generation.execute({ document: parse(query), variables: {}, key: query, scope })
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['OPERATION_TOO_EXPENSIVE'])
    }
  })
})
