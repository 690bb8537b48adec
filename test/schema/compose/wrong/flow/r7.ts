import { added, addition, back, type Change, type WrongFlows } from './wrongFlow.ts'

const day: readonly Change[] = [
  ['messenger', 'calm: Int!', 'calm: Int!\n  day: Day'],
  added('messenger', 'type Day { calm: Int! }'),
]

/** Who labels what. */
export const WRONG_R7: WrongFlows = {
  'LABEL_NOT_OWNER a partner opens what is not its own': {
    change: [
      [
        'partner',
        'type PhotoProfile @key(fields: "id", resolvable: false)',
        'type PhotoProfile @key(fields: "id", resolvable: false) @open',
      ],
    ],
    at: ['partner', 'type PhotoProfile'],
    mend: 'patch',
    without: ['PERSON_OPEN'],
  },
  'LABEL_NOT_OWNER another app for the same person': {
    change: [
      [
        'accounts',
        'type SocialProfile @key(fields: "id")',
        'type SocialProfile @key(fields: "id") @person(app: "MESSENGER")',
      ],
    ],
    at: ['accounts', 'type SocialProfile'],
    mend: 'patch',
    // Composition takes the first by the alphabet: in the supergraph the person is the messenger's.
    without: ['CONSENTED_NAMED', 'ROAD_PLACE'],
  },
  'LABEL_NOT_OWNER on a field': {
    change: [
      ['partner', 'type Photo @key(fields: "id") {\n  id: ID!', 'type Photo @key(fields: "id") {\n  id: ID! @open'],
    ],
    at: ['partner', 'id: ID! @open'],
    mend: 'patch',
    without: [],
  },
  LABEL_ON_INTERFACE: {
    change: [['photo', 'interface Node { id: ID! }', 'interface Node { id: ID! @open }']],
    at: ['photo', 'interface Node'],
    mend: 'patch',
    without: [],
  },
  'PERSON_APP of another app': {
    change: [['photo', '@person(app: "PHOTO")', '@person(app: "SOCIAL")']],
    at: ['photo', 'type PhotoProfile'],
    mend: 'patch',
    without: [],
  },
  'PERSON_APP of a partner': addition(
    [
      'partner',
      'type Video implements Node @key(fields: "id")',
      'type Video implements Node @key(fields: "id") @person(app: "PHOTO")',
    ],
    ['partner', 'type Video'],
  ),
  'PERSON_DOUBLED a second type for the same people': {
    change: [
      [
        'photo',
        'type PhotoPage',
        'type PhotoFake @key(fields: "id") @person(app: "PHOTO") { id: ID! }\ntype PhotoPage',
      ],
    ],
    at: ['photo', 'type PhotoFake'],
    mend: 'patch',
    without: [],
  },
  'PERSON_KEY another': {
    change: [
      [
        'photo',
        'type PhotoProfile implements Node @key(fields: "id")',
        'type PhotoProfile implements Node @key(fields: "name")',
      ],
      [
        'partner',
        'type PhotoProfile @key(fields: "id", resolvable: false) { id: ID! }',
        'type PhotoProfile @key(fields: "name", resolvable: false) { name: String! }',
      ],
    ],
    at: ['photo', 'type PhotoProfile'],
    mend: 'patch',
    without: [],
  },
  'CONSENTED_PREFIX a value type': {
    change: day,
    at: ['messenger', 'type Day'],
    mend: [
      ['messenger', 'day: Day', 'day: MessengerDay'],
      ['messenger', 'type Day', 'type MessengerDay'],
    ],
    without: [],
  },
  'CONSENTED_PREFIX of another word': {
    change: [day[0] as Change, added('messenger', 'type Day { calm: Int! }')],
    at: ['messenger', 'type Day'],
    mend: back(day),
    without: [],
  },
}
