import { testAttacks, writes } from './support/attacks.ts'

/** B8: `@inaccessible` hides from clients, and from nobody else: a subgraph requires what it likes. */
testAttacks('B8', {
  'a partner requires what its owner hides': {
    change: [
      ['messenger', 'about: String', 'about: String\n  phone: String @inaccessible'],
      writes(
        'acme',
        'type MessengerProfile @key(fields: "id") { id: ID! phone: String @external spy: Int @requires(fields: "phone") }',
      ),
    ],
    query: '{ messengerMe { spy } }',
    leaks: ['messenger:MessengerProfile.phone', 'acme'],
    refused: ['TYPE_NOT_OPEN', 'acme', 'type MessengerProfile'],
  },
  'another app requires it behind what is open': {
    change: [
      ['messenger', 'about: String', 'about: String\n  phone: String @inaccessible'],
      writes(
        'social',
        `type MessengerProfile @key(fields: "id", resolvable: false) { id: ID! phone: String @external }
extend type MessengerPost @key(fields: "id") { id: ID! author: MessengerProfile @external\nspy: Int @requires(fields: "author { phone }") }`,
      ),
    ],
    query: '{ messengerPosts { spy } }',
    leaks: ['messenger:MessengerProfile.phone', 'social'],
    refused: ['TYPE_NOT_OPEN', 'social', 'type MessengerProfile'],
  },
  'a partner requires what its owner hides in a type that is open': {
    change: [
      ['messenger', 'text: String', 'text: String\n  reports: String @inaccessible'],
      writes(
        'acme',
        'type MessengerPost @key(fields: "id") { id: ID! reports: String @external\nspy: Int @requires(fields: "reports") }',
      ),
    ],
    query: '{ messengerPosts { spy } }',
    leaks: ['messenger:MessengerPost.reports', 'acme'],
    refused: ['FIELD_NOT_OPEN', 'acme', 'spy: Int'],
  },
  'a partner takes it into its key': {
    change: [
      ['messenger', 'text: String', 'text: String\n  reports: String @inaccessible'],
      writes('acme', 'type MessengerPost @key(fields: "id reports") { id: ID! reports: String @external spy: Int }'),
    ],
    query: '{ messengerPosts { spy } }',
    leaks: ['messenger:MessengerPost.reports', 'acme'],
    refused: ['FIELD_NOT_OPEN', 'acme', 'type MessengerPost'],
  },
  'a road is hidden too, and would be as easily required': {
    change: [
      writes(
        'acme',
        `type MessengerAdSignals @inaccessible { topics: [Topic!]! @external }
type SocialProfile @key(fields: "id") { id: ID! messengerAdSignals: MessengerAdSignals @external\nspy: Int @requires(fields: "messengerAdSignals { topics }") }`,
      ),
    ],
    query: '{ socialMe { spy } }',
    leaks: ['messenger:MessengerAdSignals.topics', 'acme'],
    refused: ['CONSENTED_NAMED', 'acme', 'type MessengerAdSignals'],
    plan: 'refused',
  },
})
