import { request } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { testGraph } from '../gateway/engine/graph.ts'
import { startGateway } from '../support/gatewayTester.ts'
import { DEV, usingBoth } from './support/sideBySide.ts'

/** B24: a subscription that outlives its consent or its token. There are none: the feature is off, and this says so. */
const both = usingBoth()

describe('B24: a subscription whose viewer is looked at when it begins', () => {
  test('goes on after the consent and the token have ended', async () => {
    const state = { consent: true, topics: ['MUSIC'] }
    async function* subscribe() {
      if (!state.consent) return
      for (;;) yield state.topics
    }
    const events = subscribe()
    expect((await events.next()).value).toEqual(['MUSIC'])
    state.consent = false
    state.topics = ['CHESS']
    expect((await events.next()).value).toEqual(['CHESS'])
  })
})

describe('B24: ours', () => {
  test.each([
    'subscription { socialMe { ads { basis } } }',
    'subscription S { __typename } query Q { socialMe { id } }',
  ])('subscriptions are off: %s', async (query) => {
    const operationName = query.includes(' S ') ? 'S' : undefined
    const answer = await both().graph.ask(query, {
      by: DEV,
      ...(operationName && { operationName }),
      headers: { accept: 'text/event-stream, application/json' },
    })
    expect(['SUBSCRIPTIONS_OFF', 'GRAPHQL_VALIDATION_FAILED']).toContain(answer.codes[0])
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(answer.data ?? null).toBeNull()
  })

  test.each(['multipart/mixed;subscriptionSpec="1.0"', 'text/event-stream'])(
    'subscriptions are off: nobody is answered in %s',
    async (accept) => {
      const answer = await both().graph.ask('{ socialMe { id } }', { by: DEV, headers: { accept } })
      expect(answer.headers.get('content-type')).not.toMatch(/multipart|event-stream/)
    },
  )

  test.each(['graphql-transport-ws', 'graphql-ws'])(
    'subscriptions are off: no WebSocket opens for %s',
    async (protocol) => {
      const upgraded = await upgrade(both().graph.url, protocol)
      expect(upgraded).not.toBe('upgraded')
    },
  )

  test('subscriptions are off: what a subgraph declares of them is refused before anything is asked', async () => {
    const graph = testGraph({
      news: { sdl: 'type Query { all: Int } type Subscription { ticks: Int }', answer: () => ({}) },
    })
    const gateway = await startGateway({ generation: graph.generation })
    onTestFinished(() => gateway[Symbol.asyncDispose]())
    for (const headers of [{}, { accept: 'text/event-stream' }, { accept: 'multipart/mixed;subscriptionSpec="1.0"' }])
      expect(['SUBSCRIPTIONS_OFF', 'NOT_ACCEPTABLE']).toContain(
        (await gateway.ask('subscription { ticks }', { headers, token: await gateway.token('SOCIAL') })).code,
      )
    expect(graph.sent).toEqual([])
  })
})

function upgrade(url: string, protocol: string): Promise<string> {
  return new Promise((resolve) => {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': Buffer.alloc(16, 1).toString('base64'),
      'sec-websocket-protocol': protocol,
    }
    const asked = request(`${url}/graphql`, { headers })
    asked.on('upgrade', (_response, socket) => {
      socket.destroy()
      resolve('upgraded')
    })
    asked.on('response', (response) => {
      response.resume()
      resolve(String(response.statusCode))
    })
    asked.on('error', () => resolve('cut off'))
    asked.end()
  })
}
