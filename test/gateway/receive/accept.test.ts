import { expect, test } from 'vitest'
import { chooseMediaType } from '../../../gateway/receive/accept.ts'

const JSON_TYPE = 'application/json'
const RESPONSE = 'application/graphql-response+json'

/** What real clients send (reference/clients.md), and what must not go wrong. */
test.each<[string | undefined, string | null]>([
  [undefined, JSON_TYPE],
  ['*/*', JSON_TYPE],
  ['application/*', JSON_TYPE],
  ['application/json', JSON_TYPE],
  ['Application/JSON; charset=utf-8', JSON_TYPE],
  ['application/graphql-response+json,application/json;q=0.9', RESPONSE],
  ['multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json;q=0.9', RESPONSE],
  ['application/graphql-response+json, application/json, text/event-stream, multipart/mixed', RESPONSE],
  ['application/json, application/graphql-response+json', JSON_TYPE],
  ['application/json;q=0.5, application/graphql-response+json;q=0.6', RESPONSE],
  ['application/json;q=0, */*;q=0.1', JSON_TYPE],
  ['text/html,*/*;q=0.8', JSON_TYPE],
  ['text/html', null],
  ['text/event-stream, multipart/mixed', JSON_TYPE],
  ['multipart/mixed;boundary="graphql";subscriptionSpec=1.0,application/json', JSON_TYPE],
  ['application/json;q=0', null],
  ['application/json;q=nonsense', null],
])('Accept: %s → %s', (accept, expected) => {
  expect(chooseMediaType(accept)).toBe(expected)
})
