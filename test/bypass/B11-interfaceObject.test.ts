import { testAttacks, writes } from './support/attacks.ts'

/** B11: one `@interfaceObject` adds a field to everything that implements an interface, and is sent the keys of it all. */
testAttacks('B11', {
  'on an interface of persons': {
    change: [
      ['messenger', 'type MessengerProfile @key', 'type MessengerProfile implements MessengerThing @key'],
      writes('messenger', 'interface MessengerThing @key(fields: "id") { id: ID! }'),
      writes('acme', 'type MessengerThing @key(fields: "id") @interfaceObject { id: ID! stars: Int }'),
    ],
    query: '{ messengerMe { stars } }',
    leaks: ['messenger:MessengerProfile.id', 'acme'],
    refused: ['INTERFACE_OBJECT_NOT_OPEN', 'acme', 'type MessengerThing'],
  },
})
