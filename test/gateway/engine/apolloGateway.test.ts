import { ApolloServer } from '@apollo/server'
import { afterEach, describe, expect, it } from 'vitest'
import { ConcordGateway, type ConcordGatewayOptions } from '../../../gateway/apolloGateway.ts'
import type { SubgraphRequest, SubgraphTransport } from '../../../gateway/transport.ts'
import { compose } from './graph.ts'

const first = compose({ one: { sdl: 'type Query { a: Int slow: Int }' } })
const second = compose({ one: { sdl: 'type Query { a: Int slow: Int b: Int }' } })

/** A subgraph that counts its calls, notes its closing and answers `slow` only when told. */
function transport(value: number) {
  const state = { sent: [] as SubgraphRequest[], closed: false, release: () => {} }
  const slow = new Promise<void>((resolve) => (state.release = resolve))
  const made: SubgraphTransport = {
    async send(request) {
      state.sent.push(request)
      if (request.query.includes('slow')) await slow
      return { data: { a: value, b: value, slow: value } }
    },
    close: async () => void (state.closed = true),
  }
  return { ...made, state }
}

const open: ApolloServer[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop()
})

async function serve(options: Partial<ConcordGatewayOptions> = {}) {
  const transports: ReturnType<typeof transport>[] = []
  const transportFor = () => {
    const made = transport(transports.length + 1)
    transports.push(made)
    return made
  }
  const gateway = new ConcordGateway({ supergraphSdl: first, transportFor, ...options })
  const server = new ApolloServer({ gateway })
  open.push(server)
  await server.start()
  const ask = async (query: string) => {
    const { body } = await server.executeOperation({ query }, { contextValue: { token: 't' } })
    return body.kind === 'single' ? body.singleResult : undefined
  }
  return { gateway, server, transports, ask }
}

describe('in place of ApolloGateway', () => {
  it('answers Apollo Server’s operations', async () => {
    const { ask } = await serve()
    expect(await ask('{ x: a __typename }')).toEqual({ data: { x: null, __typename: 'Query' } })
    expect(await ask('{ a }')).toEqual({ data: { a: 1 } })
    expect((await ask('{ nothing }'))?.errors?.[0]?.extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED')
  })

  it('serves another supergraph after an update', async () => {
    const { ask, gateway, transports } = await serve()
    expect((await ask('{ b }'))?.errors).toHaveLength(1)
    await gateway.update(second)
    expect(await ask('{ a b }')).toEqual({ data: { a: 2, b: 2 } })
    expect(transports.map(({ state }) => state.closed)).toEqual([true, false])
  })

  it('lets a request end in the generation in which it began', async () => {
    const { ask, gateway, transports } = await serve()
    const answer = ask('{ slow }')
    await new Promise((resolve) => setImmediate(resolve))
    await gateway.update(second)
    expect(transports[0]?.state.closed).toBe(false)
    transports[0]?.state.release()
    expect(await answer).toEqual({ data: { slow: 1 } })
    expect(transports[0]?.state.closed).toBe(true)
  })

  it('keeps serving when an update is no supergraph', async () => {
    const { ask, gateway } = await serve()
    await expect(gateway.update('type Query { a: Int }')).rejects.toThrow('supergraph')
    expect(await ask('{ a }')).toEqual({ data: { a: 1 } })
  })

  it('passes on the headers that it is told to', async () => {
    const headersFor = (subgraph: string, context: unknown) => ({
      auth: `${subgraph} ${(context as { token: string }).token}`,
    })
    const { ask, transports } = await serve({ headersFor })
    await ask('{ a }')
    expect(transports[0]?.state.sent[0]?.headers).toEqual({ auth: 'one t' })
  })

  it('tells of its schema when it is loaded and at each update, until that is not wanted any more', async () => {
    const gateway = new ConcordGateway({ supergraphSdl: first, transportFor: () => transport(1) })
    const told: string[] = []
    const stop = gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => void told.push(coreSupergraphSdl))
    await gateway.load()
    await gateway.update(second)
    stop()
    await gateway.update(first)
    expect(told).toEqual([first, second])
  })

  it('closes its transports when the server stops', async () => {
    const { server, transports, gateway } = await serve()
    open.splice(0)
    await server.stop()
    expect(transports[0]?.state.closed).toBe(true)
    await gateway.stop()
  })

  it('is loaded once', async () => {
    const gateway = new ConcordGateway({ supergraphSdl: first, transportFor: () => transport(1) })
    await gateway.load()
    await expect(gateway.load()).rejects.toThrow(
      'ConcordGateway.load may be called once; new supergraphs come by update.',
    )
  })
})
