import { ApolloServer, HeaderMap } from '@apollo/server'
import { expect, test } from 'vitest'
import { ConcordGateway } from '../../../gateway/apolloGateway.ts'
import { loadContract } from '../../../schema/contract.ts'
import { createManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'

const contract = loadContract()

/** Somebody's own Apollo Server, with its default plugins, over subgraphs that know nobody. */
async function cacheControlOf(query: string): Promise<string | undefined> {
  const gateway = new ConcordGateway({
    supergraphSdl: contract.supergraphSdl,
    contract,
    transportFor: () => ({ send: () => Promise.resolve({ data: { socialMe: null } }), close: () => Promise.resolve() }),
    clock: createManualClock(0),
  })
  const server = new ApolloServer({ gateway, stopOnTerminationSignals: false, nodeEnv: 'production' })
  await server.start()
  const headers = new HeaderMap([['content-type', 'application/json']])
  const { headers: answered } = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body: { query } },
    context: () => Promise.resolve({}),
  })
  await server.stop()
  return answered.get('cache-control')
}

test('in somebody’s own Apollo Server too, what was computed from consented data is not stored', async () => {
  expect(await cacheControlOf('{ socialMe { ads { title } } }')).toBe('private, no-store')
})
