import { describe, expect, test } from 'vitest'
import { onStock } from './support/attacked.ts'
import { attackedBy, testAttacks, writes } from './support/attacks.ts'
import { passesLabelGuard } from './support/labelGuard.ts'

/** B1: a label on the field of an object, asked through the interface that the object implements. */
describe('B1: stock, guarded by a label on MessengerProfile.about', () => {
  test('gives it to whoever asks the interface', async () => {
    const stock = await onStock(
      attackedBy([
        ['messenger', 'type MessengerProfile @key', 'type MessengerProfile implements MessengerThing @key'],
        writes('messenger', 'interface MessengerThing { about: String }\nextend type Query { thing: MessengerThing }'),
      ]),
    )
    const passes = (query: string) => passesLabelGuard(stock.schema, query, ['MessengerProfile.about'])
    expect([passes('{ messengerMe { about } }'), passes('{ thing { about } }')]).toEqual([false, true])
    expect((await stock.ask('{ thing { about } }')).data).toEqual({
      thing: { about: 'messenger:MessengerProfile.about' },
    })
  })
})

/** Consented data is no field with a label, but a type that implements nothing: behind an interface nobody would see it. */
testAttacks('B1', {
  'a partner requires consented data through an interface of its source': {
    change: [
      ['messenger', 'text: String', 'text: String\n  likes: MessengerLikes'],
      ['messenger', 'type MessengerAdSignals @key', 'type MessengerAdSignals implements MessengerLikes @key'],
      writes('messenger', 'interface MessengerLikes { topics: [Topic!]! }'),
      writes(
        'acme',
        'interface MessengerLikes { topics: [Topic!]! }\ntype MessengerPost @key(fields: "id") { id: ID! likes: MessengerLikes @external spy: Int @requires(fields: "likes { topics }") }',
      ),
    ],
    query: '{ messengerPosts { spy } }',
    leaks: ['messenger:MessengerAdSignals.topics', 'acme'],
    refused: ['CONSENTED_ABSTRACT', 'messenger', 'type MessengerAdSignals'],
    plan: 'refused',
  },
  'a partner requires what is of a person through an interface': {
    change: [
      ['messenger', 'text: String', 'text: String\n  thing: MessengerThing'],
      ['messenger', 'type MessengerProfile @key', 'type MessengerProfile implements MessengerThing @key'],
      writes('messenger', 'interface MessengerThing { about: String }'),
      writes(
        'acme',
        'interface MessengerThing { about: String }\ntype MessengerPost @key(fields: "id") { id: ID! thing: MessengerThing @external spy: Int @requires(fields: "thing { about }") }',
      ),
    ],
    query: '{ messengerPosts { spy } }',
    leaks: ['messenger:MessengerProfile.about', 'acme'],
    refused: ['FIELD_NOT_OPEN', 'acme', 'thing { about }'],
  },
})
