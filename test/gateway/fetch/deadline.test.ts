import { describe, expect, it } from 'vitest'
import { Deadlines } from '../../../gateway/fetch/deadline.ts'
import { createManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { testGraph, type TestGraph } from '../engine/graph.ts'

const never = () => new Promise<never>(() => {})
const code = (signal: AbortSignal) => (signal.reason as { extensions?: { code?: unknown } }).extensions?.code

const scopeUntil = (deadline: number, signal = new AbortController().signal) => ({
  identityFor: () => undefined,
  signal,
  deadline,
})

describe('deadlines', () => {
  it('end each request in its time, whatever the order in which they came', async () => {
    const clock = createManualClock(0)
    const deadlines = new Deadlines(clock)
    const signals = [300, 100, 200, 100].map((ms) => deadlines.watch(scopeUntil(ms)).signal)
    const aborted = () => signals.map((signal) => signal.aborted)
    await clock.advance(99)
    expect(aborted()).toEqual([false, false, false, false])
    await clock.advance(1)
    expect(aborted()).toEqual([false, true, false, true])
    await clock.advance(100)
    expect(aborted()).toEqual([false, true, true, true])
    await clock.advance(100)
    expect(aborted()).toEqual([true, true, true, true])
    expect(signals.map(code)).toEqual(Array(4).fill('SUBGRAPH_TIMEOUT'))
  })

  it('watch over requests that come after the last one ended', async () => {
    const clock = createManualClock(0)
    const deadlines = new Deadlines(clock)
    deadlines.watch(scopeUntil(100)).close()
    await clock.advance(500)
    const { signal } = deadlines.watch(scopeUntil(600))
    await clock.advance(100)
    expect(signal.aborted).toBe(true)
  })

  it('let go of a request that is answered', async () => {
    const clock = createManualClock(0)
    const client = new AbortController()
    const deadline = new Deadlines(clock).watch(scopeUntil(100, client.signal))
    deadline.close()
    client.abort()
    await clock.advance(200)
    expect(deadline.signal.aborted).toBe(false)
  })

  it('are over at once for a request that comes too late, or whose client has left', () => {
    const deadlines = new Deadlines(createManualClock(0))
    expect(code(deadlines.watch(scopeUntil(0)).signal)).toBe('SUBGRAPH_TIMEOUT')
    expect(code(deadlines.watch(scopeUntil(100, AbortSignal.abort())).signal)).toBe('REQUEST_CANCELLED')
  })

  it('start one wait for many requests', async () => {
    const clock = createManualClock(0)
    let waits = 0
    const counting = { ...clock, wait: (ms: number, signal?: AbortSignal) => (waits++, clock.wait(ms, signal)) }
    const deadlines = new Deadlines(counting)
    const open = Array.from({ length: 50 }, (_, index) => deadlines.watch(scopeUntil(1000 + index)))
    expect(waits).toBe(1)
    for (const deadline of open) deadline.close()
    await clock.advance(5000)
    expect(waits).toBe(1)
  })
})

const SLOW = { sdl: 'type T @key(fields: "id") { id: ID! slow: Int later: Int }' }
const graph = (answer: () => Promise<never>): TestGraph =>
  testGraph({
    fast: {
      sdl: 'type Query { t: T! fast: Int } type T @key(fields: "id") { id: ID! }',
      answer: () => ({ data: { fast: 1, t: { __typename: 'T', id: '1' } } }),
    },
    slow: { ...SLOW, answer },
  })

describe('a request', () => {
  it('is answered at its deadline with what is there, naming who was late', async () => {
    const shop = graph(never)
    const answer = shop.run('{ fast t { id slow } }', {}, { scope: { deadline: 250 } })
    await shop.clock.advance(250)
    expect(await answer).toMatchObject({
      data: { fast: 1, t: { id: '1', slow: null } },
      errors: [
        {
          message: 'Subgraph "slow" did not answer in time. Its part of the answer is missing; ask again later.',
          path: ['t'],
          extensions: { code: 'SUBGRAPH_TIMEOUT', subgraph: 'slow' },
        },
      ],
    })
  })

  it('tells its subgraphs how long they have, and when to stop', async () => {
    const shop = graph(never)
    const told: unknown[] = []
    const identityFor = (subgraph: string, timeoutMs: number) => void told.push([subgraph, timeoutMs])
    const answer = shop.run('{ t { slow } }', {}, { scope: { deadline: 250, identityFor } })
    await shop.clock.advance(0)
    expect(told).toEqual([
      ['fast', 250],
      ['slow', 250],
    ])
    const signals = shop.sent.map(({ request }) => request.signal)
    expect(signals.map((signal) => signal.aborted)).toEqual([false, false])
    await shop.clock.advance(250)
    await answer
    expect(signals.map((signal) => signal.aborted)).toEqual([true, true])
  })

  it('asks nobody any more after its deadline', async () => {
    const shop = graph(never)
    const result = await shop.run('{ fast }', {}, { scope: { deadline: 0 } })
    expect(shop.sent).toEqual([])
    expect(result).toMatchObject({
      data: { fast: null },
      errors: [{ extensions: { code: 'SUBGRAPH_TIMEOUT', subgraph: 'fast' } }],
    })
  })

  it('ends when its client leaves, and ends its calls', async () => {
    const shop = graph(never)
    const client = new AbortController()
    const answer = shop.run('{ t { slow } }', {}, { scope: { signal: client.signal } })
    await shop.clock.advance(0)
    client.abort()
    expect(await answer).toMatchObject({ errors: [{ extensions: { code: 'REQUEST_CANCELLED' } }] })
    expect(shop.sent.map(({ request }) => code(request.signal))).toEqual(['REQUEST_CANCELLED', 'REQUEST_CANCELLED'])
  })

  it('gets a fresh identity for each call, and each transport only that of its subgraph', async () => {
    const shop = graph(() => Promise.reject(new Error('gone')))
    const identityFor = (subgraph: string, timeoutMs: number) => ({ viewer: `v-${subgraph}`, timeoutMs })
    await shop.run('{ t { slow } }', {}, { scope: { identityFor } })
    expect(shop.sent.map(({ subgraph, request }) => [subgraph, request.identity?.viewer])).toEqual([
      ['fast', 'v-fast'],
      ['slow', 'v-slow'],
    ])
  })

  it('passes on the headers that are configured, and none otherwise', async () => {
    const shop = graph(never)
    await shop.run('{ fast }')
    await shop.run('{ fast }', {}, { scope: { headersFor: (subgraph) => ({ 'x-for': subgraph }) } })
    expect(shop.sent.map(({ request }) => request.headers)).toEqual([undefined, { 'x-for': 'fast' }])
  })
})
