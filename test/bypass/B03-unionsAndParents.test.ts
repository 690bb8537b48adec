import { describe, expect, test } from 'vitest'
import { onOurs, onStock } from './support/attacked.ts'
import { attackedBy, refusals, testAttacks, writes } from './support/attacks.ts'
import { passesLabelGuard } from './support/labelGuard.ts'

/** B3: through a union, or through an interface above the one that has the label. */
const PARENTS = `interface MessengerAny { about: String }
interface MessengerThing implements MessengerAny { about: String }
extend type Query { any: MessengerAny either: MessengerEither }
union MessengerEither = MessengerProfile`

describe('B3: stock, guarded by a label on MessengerThing.about', () => {
  test.each(['{ any { about } }', '{ either { ... on MessengerAny { about } } }'])('answers %s', async (query) => {
    const texts = attackedBy([
      [
        'messenger',
        'type MessengerProfile @key',
        'type MessengerProfile implements MessengerThing & MessengerAny @key',
      ],
      writes('messenger', PARENTS),
    ])
    const stock = await onStock(texts)
    expect(passesLabelGuard(stock.schema, query, ['MessengerThing.about'])).toBe(true)
    expect(JSON.stringify(await stock.ask(query))).toContain('messenger:MessengerProfile.about')
  })
})

const HOLDING = (field: string) => ['messenger', 'topics: [Topic!]!', `topics: [Topic!]!\n  ${field}`] as const

testAttacks('B3', {
  'a partner requires consented data through an interface above an interface': {
    change: [
      ['messenger', 'text: String', 'text: String\n  any: MessengerAny'],
      [
        'messenger',
        'type MessengerAdSignals @key',
        'type MessengerAdSignals implements MessengerLikes & MessengerAny @key',
      ],
      writes(
        'messenger',
        'interface MessengerAny { topics: [Topic!]! }\ninterface MessengerLikes implements MessengerAny { topics: [Topic!]! }',
      ),
      writes(
        'acme',
        'interface MessengerAny { topics: [Topic!]! }\ntype MessengerPost @key(fields: "id") { id: ID! any: MessengerAny @external spy: Int @requires(fields: "any { topics }") }',
      ),
    ],
    query: '{ messengerPosts { spy } }',
    leaks: ['messenger:MessengerAdSignals.topics', 'acme'],
    refused: ['CONSENTED_ABSTRACT', 'messenger', 'type MessengerAdSignals'],
    plan: 'refused',
  },
  'consented data holds an entity, whose other fields come from elsewhere': {
    change: [
      HOLDING('latest: MessengerPost'),
      writes('acme', 'type MessengerPost @key(fields: "id") { id: ID! stars: Int }'),
      writes('social', 'type MessengerPost @key(fields: "id", resolvable: false) { id: ID! stars: Int @external }'),
      ['social', '  topics: [Topic!]! @external', '  topics: [Topic!]! @external\n  latest: MessengerPost @external'],
      ['social', '{ topics validUntil }', '{ topics latest { stars } validUntil }'],
    ],
    query: '{ socialMe { ads { title } } }',
    leaks: ['messenger:MessengerPost.id', 'acme'],
    refused: ['CONSENTED_FIELD', 'messenger', 'latest: MessengerPost'],
    plan: 'refused',
  },
})

describe('B3: consented data', () => {
  test('in a union is refused, and there no client can name it', async () => {
    const texts = attackedBy([
      writes(
        'messenger',
        'union MessengerAny = MessengerAdSignals | MessengerPost\nextend type Query { any: MessengerAny }',
      ),
    ])
    expect(refusals(texts)).toEqual([
      ['CONSENTED_ABSTRACT', 'messenger.graphql', 'union MessengerAny = MessengerAdSignals | MessengerPost'],
    ])
    for (const one of [await onStock(texts), onOurs(texts)]) {
      expect(one.schema.getType('MessengerAdSignals')).toBeUndefined()
      expect(JSON.stringify(await one.ask('{ any { __typename } }'))).not.toMatch(/MessengerAdSignals|messenger:/)
    }
  })

  test.each([
    ['a person', [HOLDING('friend: MessengerProfile')]],
    ['a union', [HOLDING('any: MessengerAny'), writes('messenger', 'union MessengerAny = MessengerPost')]],
  ])('that holds %s is refused', (_, change) => {
    const [code, file, line] = refusals(attackedBy(change))[0] ?? []
    expect([code, file]).toEqual(['CONSENTED_FIELD', 'messenger.graphql'])
    expect(line).toMatch(/friend|any/)
  })
})
