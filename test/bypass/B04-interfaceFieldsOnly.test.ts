import { describe, expect, test } from 'vitest'
import { onStock } from './support/attacked.ts'
import { attackedBy, testAttacks, writes } from './support/attacks.ts'
import { passesLabelGuard } from './support/labelGuard.ts'

/** B4: the type is labelled as a whole, and the operation never names it: it asks fields of interfaces only. */
describe('B4: stock, guarded by a label on MessengerProfile', () => {
  test('gives all of it to whoever asks interfaces', async () => {
    const stock = await onStock(
      attackedBy([
        ['messenger', 'type MessengerProfile @key', 'type MessengerProfile implements MessengerThing @key'],
        ['messenger', 'about: String', 'about: String\n  near: [MessengerThing]'],
        writes(
          'messenger',
          'interface MessengerThing { id: ID! about: String near: [MessengerThing] }\nextend type Query { thing: MessengerThing }',
        ),
      ]),
    )
    const query = '{ thing { near { id about } } }'
    expect(passesLabelGuard(stock.schema, '{ messengerMe { id } }', ['MessengerProfile'])).toBe(false)
    expect(passesLabelGuard(stock.schema, query, ['MessengerProfile'])).toBe(true)
    expect((await stock.ask(query)).data).toEqual({
      thing: { near: [{ id: 'messenger:MessengerProfile.id', about: 'messenger:MessengerProfile.about' }] },
    })
  })
})

/** A road is one field of one object: on an interface it would be one of all that implement it. */
testAttacks('B4', {
  'a partner requires consented data by fields of interfaces only': {
    change: [
      ['messenger', 'text: String', 'text: String\n  liker: MessengerLiker'],
      ['messenger', 'type MessengerProfile @key', 'type MessengerProfile implements MessengerLiker @key'],
      ['messenger', 'about: String', 'about: String\n  likes: [MessengerLikes]'],
      ['messenger', 'type MessengerAdSignals @key', 'type MessengerAdSignals implements MessengerLikes @key'],
      writes('messenger', 'interface MessengerLikes { topics: [Topic!]! }'),
      writes('messenger', 'interface MessengerLiker { likes: [MessengerLikes] }'),
      writes(
        'acme',
        `interface MessengerLikes { topics: [Topic!]! }
interface MessengerLiker { likes: [MessengerLikes] }
type MessengerPost @key(fields: "id") { id: ID! liker: MessengerLiker @external
  spy: Int @requires(fields: "liker { likes { topics } }") }`,
      ),
    ],
    query: '{ messengerPosts { spy } }',
    leaks: ['messenger:MessengerAdSignals.topics', 'acme'],
    refused: ['CONSENTED_ABSTRACT', 'messenger', 'type MessengerAdSignals'],
    plan: 'refused',
  },
})
