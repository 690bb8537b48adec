import { expect, test } from 'vitest'
import { NOBODY } from '../../../gateway/identify/caller.ts'
import { createIdentityFor } from '../../../gateway/identify/identityFor.ts'
import { createScopeFor } from '../../../gateway/identify/scope.ts'
import type { Exchange } from '../../../gateway/exchange.ts'
import type { GatewayOptions } from '../../../gateway/options.ts'
import { ISSUER, REGISTERED, TEST_KEYS } from '../../support/gatewayTester.ts'

const identity = { issuer: ISSUER, jwks: TEST_KEYS.jwks, subgraphs: REGISTERED }
const headers = { authorization: 'Bearer x', cookie: 'a=b', 'x-tenant': 'one' }
const exchange = { request: { headers }, requestId: 'r', signal: new AbortController().signal } as unknown as Exchange

function scope(options: Partial<GatewayOptions>) {
  const scopeFor = createScopeFor(options as GatewayOptions, createIdentityFor(options.identity))
  return scopeFor(exchange, NOBODY, 100)
}

test('nothing of the client goes on unless it is configured, for the subgraph that it was configured for', () => {
  expect(scope({}).headersFor?.('reviews')).toEqual({})
  const configured = scope({ identity, passOn: { reviews: ['Authorization', 'x-tenant', 'x-absent'] } })
  expect(configured.headersFor?.('reviews')).toEqual({ authorization: 'Bearer x', 'x-tenant': 'one' })
  expect(configured.headersFor?.('photo')).toEqual({})
})

test('a subgraph that is told who asks gets no headers', () => {
  expect(() => scope({ identity, passOn: { photo: ['authorization'] } })).toThrow('but names: photo')
})
