import { connect, type Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import type { EngineRequest } from '../../../gateway/engine.ts'
import { systemClock } from '../../../subgraphs/runtime/clock/systemClock.ts'
import { type GatewayTester, startGateway } from '../../support/gatewayTester.ts'
import { resolvable } from '../../support/resolvable.ts'
import { createStubGeneration } from '../../support/stubGeneration.ts'

/** A generation whose field `never` tells when it is asked and answers when it is told to. */
function gated() {
  const asked = resolvable<EngineRequest>()
  const gate = resolvable<string>()
  const never = (request: EngineRequest): Promise<string> => {
    asked.resolve(request)
    return gate.promise
  }
  return { generation: createStubGeneration({ never, hello: 'gated' }), asked: asked.promise, open: gate.resolve }
}

describe('stop', () => {
  test('waits for what is under way, and takes nothing new', async () => {
    const { generation, asked, open } = gated()
    const gateway = await startGateway({ generation })
    const answer = gateway.ask('{ never }')
    await asked
    const stopped = gateway.gateway.stop()
    await expect(fetch(`${gateway.url}/healthz`)).rejects.toThrow('fetch failed')
    open('late, but whole')
    expect((await answer).json).toEqual({ data: { never: 'late, but whole' } })
    await stopped
  })

  test('refuses what comes on a connection that it still has', async () => {
    const { generation, asked, open } = gated()
    const gateway = await startGateway({ generation })
    const socket = await openSocket(gateway)
    socket.write(post('{ never }'))
    await asked
    const stopped = gateway.gateway.stop()
    socket.write(post('{ hello }'))
    open('done')
    expect(await socket.text).toMatch(/^HTTP\/1.1 200 [\s\S]*connection: close[\s\S]*"never":"done"/)
    await stopped
  })

  test('cuts off what is not done in time, and tells the engine', async () => {
    const { generation, asked } = gated()
    const gateway = await startGateway({ generation, clock: systemClock })
    const answer = gateway.ask('{ never }').catch((error: Error) => error.name)
    const { scope } = await asked
    const before = performance.now()
    await gateway.gateway.stop(50)
    expect(performance.now() - before).toBeLessThan(1_000)
    expect(scope.signal.reason).toMatchObject({ extensions: { code: 'REQUEST_CANCELLED' } })
    expect(await answer).toBe('TypeError')
  })

  test('ends idle connections at once, and may be called twice', async () => {
    const gateway = await startGateway()
    const socket = await openSocket(gateway)
    await gateway.ask('{ hello }')
    await Promise.all([gateway.gateway.stop(), gateway.gateway.stop()])
    expect(await socket.text).toBe('')
  })
})

test('a client that leaves cancels what was done for it', async () => {
  const { generation, asked, open } = gated()
  await using gateway = await startGateway({ generation })
  const controller = new AbortController()
  const answer = gateway.send('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ never }' }),
    signal: controller.signal,
  })
  const { scope } = await asked
  const cancelled = new Promise((resolve) => scope.signal.addEventListener('abort', resolve, { once: true }))
  controller.abort()
  await expect(answer).rejects.toThrow('abort')
  await cancelled
  open('too late')
  expect((await gateway.ask('{ hello }')).json).toEqual({ data: { hello: 'gated' } })
})

describe('swap', () => {
  test('later requests meet the new generation, earlier ones keep theirs to the end', async () => {
    const { generation, asked, open } = gated()
    await using gateway = await startGateway({ generation })
    const early = gateway.ask('{ hello never }')
    await asked
    let drained = false
    const swapped = gateway.gateway.swap(createStubGeneration({ hello: 'next' })).then(() => (drained = true))
    expect((await gateway.ask('{ hello }')).json).toEqual({ data: { hello: 'next' } })
    expect(drained).toBe(false)
    open('early')
    expect((await early).json).toEqual({ data: { hello: 'gated', never: 'early' } })
    await swapped
  })
})

test('the time of a request is counted from its arrival', async () => {
  const generation = createStubGeneration()
  await using gateway = await startGateway({ generation, requestMs: 700 })
  await gateway.clock.advance(40)
  await gateway.ask('{ hello }')
  expect(generation.seen[0]?.scope.deadline).toBe(740)
})

function post(query: string): string {
  const body = JSON.stringify({ query })
  return `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
}

function openSocket({ url }: GatewayTester): Promise<Socket & { readonly text: Promise<string> }> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => resolve(Object.assign(socket, { text })))
    const text = new Promise<string>((ended) => {
      let all = ''
      socket.on('data', (chunk: Buffer) => (all += chunk.toString())).on('close', () => ended(all))
    })
    socket.on('error', reject)
  })
}
