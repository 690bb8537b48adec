import { Client, type CombinedError, fetchExchange } from '@urql/core'
import { retryExchange } from '@urql/exchange-retry'
import { RETRYABLE } from '../../../subgraphs/runtime/errors/registry.ts'

/** What a client saw go wrong before it asked again. */
export interface Failure {
  /** The codes of the answer; empty where there was none. */
  readonly codes: readonly string[]
  readonly network: string | null
}

export interface RollingClient {
  readonly client: Client
  /** All failures so far, also of those requests that succeeded later. */
  readonly failures: readonly Failure[]
}

/**
 * urql as the README configures it: whatever did not reach a gateway, or came back with a code that says to try again,
 * is sent again, to the next gateway.
 */
export function createRollingClient(gateways: readonly string[], token: () => Promise<string>): RollingClient {
  const failures: Failure[] = []
  let asked = 0
  const client = new Client({
    url: 'http://gateway.invalid/graphql',
    requestPolicy: 'network-only',
    preferGetMethod: false,
    exchanges: [
      retryExchange({
        initialDelayMs: 200,
        maxDelayMs: 1_000,
        maxNumberAttempts: 100,
        retryIf(error) {
          failures.push(failureOf(error))
          return mayBeSentAgain(error)
        },
      }),
      fetchExchange,
    ],
    fetch: async (_url, init) => {
      const headers = new Headers(init?.headers)
      headers.set('authorization', `Bearer ${await token()}`)
      return fetch(`${gateways[asked++ % gateways.length]}/graphql`, { ...init, headers })
    },
  })
  return { client, failures }
}

export function mayBeSentAgain({ networkError, graphQLErrors }: CombinedError): boolean {
  if (networkError) return true
  return graphQLErrors.some(({ extensions }) => RETRYABLE.includes(String(extensions['code'])))
}

function failureOf({ networkError, graphQLErrors }: CombinedError): Failure {
  return {
    codes: graphQLErrors.map(({ extensions }) => String(extensions['code'])),
    network: networkError?.message ?? null,
  }
}
