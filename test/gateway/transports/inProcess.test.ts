import { GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import { createInProcessTransport } from '../../../gateway/transports/inProcess.ts'
import { createSeededRandom } from '../../../subgraphs/runtime/random/seededRandom.ts'
import type { Subgraph, SubgraphCall } from '../../../subgraphs/runtime/subgraph/subgraph.ts'

const calls: SubgraphCall[] = []
const subgraph: Subgraph = {
  name: 'photo',
  sdl: '',
  routes: [],
  execute: (call) => {
    calls.push(call)
    const errors = [new GraphQLError('half', { extensions: { code: 'PAGE_SIZE_INVALID' } })]
    return Promise.resolve({ data: { a: null }, errors })
  },
  callInternal: () => Promise.reject(new Error('not here')),
}
const transport = createInProcessTransport(subgraph)
const { signal } = new AbortController()
const request = { query: '{ a }', operationName: 'A', variables: { n: 1 }, signal, idempotent: true }

test('the call goes over as it is, and errors come back as over HTTP', async () => {
  const identity = { viewer: 'me', timeoutMs: 100 }
  expect(await transport.send({ ...request, identity, headers: { authorization: 'Bearer x' } })).toEqual({
    data: { a: null },
    errors: [{ message: 'half', extensions: { code: 'PAGE_SIZE_INVALID' } }],
  })
  expect(calls).toEqual([{ query: '{ a }', operationName: 'A', variables: { n: 1 }, identity, signal }])
})

test('a call has a number in the log of both sides, and another one each time', async () => {
  const named: string[] = []
  const numbered = createInProcessTransport(subgraph, { random: createSeededRandom('in process') })
  const asked = { ...request, identity: { timeoutMs: 100 }, named: (callId: string) => void named.push(callId) }
  await numbered.send(asked)
  await numbered.send(asked)
  expect(calls.slice(-2).map(({ callId }) => callId)).toEqual(named)
  expect(new Set(named).size).toBe(2)
})

test('nobody is called without being told who asks', async () => {
  await expect(transport.send(request)).rejects.toThrow('register it in options.identity')
})
