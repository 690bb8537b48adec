import { expect, test } from 'vitest'
import { composedWithoutRules } from './support/attacked.ts'
import { attackedBy, refusals, testAttacks, writes } from './support/attacks.ts'

/** B7: a key goes to everybody who is asked by it. Personal data in it goes along, whatever its label says. */
testAttacks('B7', {
  "a partner's key of a person has a personal field": {
    change: [
      writes('acme', 'type MessengerProfile @key(fields: "id about") { id: ID! about: String @external spy: Int }'),
    ],
    query: '{ messengerMe { spy } }',
    leaks: ['messenger:MessengerProfile.about', 'acme'],
    refused: ['TYPE_NOT_OPEN', 'acme', 'type MessengerProfile'],
  },
  'a partner extends a person by its key with a plain field': {
    change: [writes('acme', 'type MessengerProfile @key(fields: "id") { id: ID! stars: Int }')],
    query: '{ messengerMe { stars } }',
    leaks: ['messenger:MessengerProfile.id', 'acme'],
    refused: ['TYPE_NOT_OPEN', 'acme', 'type MessengerProfile'],
  },
  "a partner's key of something open has the person behind it": {
    change: [
      writes(
        'acme',
        'type MessengerProfile @key(fields: "id", resolvable: false) { id: ID! }\ntype MessengerPost @key(fields: "id author { id }") { id: ID! author: MessengerProfile @external stars: Int }',
      ),
    ],
    query: '{ messengerPosts { stars } }',
    leaks: ['messenger:MessengerProfile.id', 'acme'],
    refused: ['FIELD_NOT_OPEN', 'acme', 'type MessengerPost'],
  },
  'a partner has a key of what is behind a road': {
    change: [
      writes(
        'acme',
        `type MessengerAdSignals @inaccessible { topics: [Topic!]! @external }
type SocialProfile @key(fields: "id messengerAdSignals { topics }") { id: ID! messengerAdSignals: MessengerAdSignals @external stars: Int }`,
      ),
    ],
    query: '{ socialMe { stars } }',
    leaks: ['messenger:MessengerAdSignals.topics', 'acme'],
    refused: ['CONSENTED_NAMED', 'acme', 'type MessengerAdSignals'],
    plan: 'refused',
  },
  'a partner resolves consented data by its key': {
    change: [
      writes(
        'acme',
        'type MessengerAdSignals @key(fields: "grant") @inaccessible { grant: Grant! @inaccessible spy: Int }',
      ),
      ['social', 'topics validUntil }")', 'topics spy validUntil }")'],
      ['social', '  topics: [Topic!]! @external', '  spy: Int @external\n  topics: [Topic!]! @external'],
    ],
    query: '{ socialMe { ads { title } } }',
    leaks: ['grants:MessengerAdSignals.grant', 'acme'],
    refused: ['CONSENTED_COPY', 'social', 'spy: Int'],
    plan: 'refused',
  },
})

test('B7: a key of what was made of consented data is refused in our words; composition itself overflows', () => {
  const texts = attackedBy([
    [
      'social',
      '  ads: [',
      '  tone: String @requires(fields: "messengerAdSignals { topics validUntil }") @uses(purpose: "ADS")\n  ads: [',
    ],
    writes('acme', 'type SocialProfile @key(fields: "tone") { tone: String @external stars: Int }'),
  ])
  expect(() => composedWithoutRules(texts)).toThrow('Maximum call stack size exceeded')
  expect(refusals(texts)[0]).toEqual(['CONSENTED_IN_KEY', 'acme.graphql', expect.stringContaining('"tone"')])
})
