import { describe, expect, test } from 'vitest'
import { onStock, planOf } from './support/attacked.ts'
import { attackedBy, refusals, testAttacks, writes } from './support/attacks.ts'

/** B10: `@override` takes a field from who answers it; composition asks nobody, and tells it as a hint at most. */
testAttacks('B10', {
  'a partner takes over a field of a person': {
    change: [
      writes(
        'acme',
        'type MessengerProfile @key(fields: "id") {\nid: ID!\nabout: String @override(from: "messenger") }',
      ),
    ],
    query: '{ messengerMe { about } }',
    leaks: ['messenger:MessengerProfile.id', 'acme'],
    refused: ['TYPE_NOT_OPEN', 'acme', 'type MessengerProfile'],
  },
  'another app takes over who the viewer is': {
    change: [
      writes(
        'social',
        'type MessengerProfile @key(fields: "id", resolvable: false) { id: ID! }\nextend type Query { messengerMe: MessengerProfile @override(from: "messenger") }',
      ),
    ],
    query: '{ messengerMe { about } }',
    leaks: ['social:MessengerProfile.id', 'messenger'],
    refused: ['OVERRIDE_NOT_OPEN', 'social', 'messengerMe'],
  },
  'a partner takes over a leaf of consented data': {
    change: [
      writes(
        'acme',
        'type MessengerAdSignals @key(fields: "grant") @inaccessible { grant: Grant! @inaccessible topics: [Topic!]! @override(from: "messenger") }',
      ),
    ],
    query: '{ socialMe { ads { title } } }',
    leaks: ['grants:MessengerAdSignals.grant', 'acme'],
    refused: ['CONSENTED_NAMED', 'acme', 'type MessengerAdSignals'],
    plan: 'refused',
  },
  'a recipient takes over the end of its grant': {
    change: [
      [
        'social',
        'type MessengerAdSignals @inaccessible {\n  topics: [Topic!]! @external\n  validUntil: DateTime! @external',
        'type MessengerAdSignals @key(fields: "grant") @inaccessible {\n  grant: Grant! @inaccessible\n  topics: [Topic!]! @external\n  validUntil: DateTime! @override(from: "messenger")',
      ],
    ],
    query: '{ socialMe { ads { title } } }',
    leaks: ['grants:MessengerAdSignals.grant', 'social'],
    refused: ['CONSENTED_COPY', 'social', '@key(fields: "grant")'],
    plan: 'refused',
  },
  'a recipient takes over its road': {
    change: [
      [
        'social',
        'messengerAdSignals: MessengerAdSignals @external',
        'messengerAdSignals: MessengerAdSignals @override(from: "grants")',
      ],
      [
        'social',
        'type MessengerAdSignals @inaccessible {',
        'type MessengerAdSignals @key(fields: "grant", resolvable: false) @inaccessible {\n  grant: Grant! @inaccessible',
      ],
    ],
    query: '{ socialMe { ads { title } } }',
    leaks: ['social:MessengerAdSignals.grant', 'messenger'],
    refused: ['CONSENTED_COPY', 'social', 'resolvable: false'],
    plan: 'refused',
  },
})

describe('B10: step by step, by a label', () => {
  const texts = attackedBy([
    writes(
      'acme',
      'type MessengerProfile @key(fields: "id") { id: ID!\nabout: String @override(from: "messenger", label: "percent(100)") }',
    ),
  ])

  test('open: it composes, and where the label is on, the partner is asked', async () => {
    const plan = (on: boolean) => planOf(texts, '{ messengerMe { about } }', new Map([['percent(100)', on]]))
    expect([plan(false).includes('acme'), plan(true).includes('acme')]).toEqual([false, true])
    const stock = await onStock(texts)
    await stock.ask('{ messengerMe { about } }')
    expect(stock.sentTo('acme'), 'a gateway that knows no labels has them off').toBe('')
  })

  test('closed: the composer refuses the label, and the key', () => {
    const told = refusals(texts).map(([code, file]) => `${code} ${file}`)
    expect(told).toEqual(['OVERRIDE_LABEL_NOT_ALLOWED acme.graphql', 'TYPE_NOT_OPEN acme.graphql'])
  })
})
