import { added, addition, back, type Change, type WrongFlows } from './wrongFlow.ts'

const worst = added(
  'partner',
  'type MessengerProfile @key(fields: "id") {\n  id: ID!\n  about: String @external\n  spy: String @requires(fields: "about")\n}',
)
const album = added('partner', 'type Album @key(fields: "id") { id: ID! videos: [Video!] }')
const extended = added('social', 'extend type Video @key(fields: "id") { id: ID! likes: Int }')
const takenOver = added('messenger', 'type Album @key(fields: "id") @open { id: ID! seen: Int }')
const addedTo = added('messenger', 'type Photo @key(fields: "id") { id: ID! seen: Int }')
const author: readonly Change[] = [
  [
    'partner',
    'videos: [Video!]\n',
    'videos: [Video!]\n  author: PhotoProfile! @external\n  spy: Int @requires(fields: "author { id }")\n',
  ],
]
const unseen: readonly Change[] = [
  ['photo', 'caption: String', 'caption: String\n  reports: Int @inaccessible'],
  [
    'partner',
    'videos: [Video!]\n',
    'videos: [Video!]\n  reports: Int @external\n  spy: Int @requires(fields: "reports")\n',
  ],
]
const account: readonly Change[] = [
  ['social', 'pace: Int', 'account: Account @external\n  spy: Int @requires(fields: "account { id }")\n  pace: Int'],
  added('social', 'type Account @key(fields: "id", resolvable: false) { id: ID! }'),
]
const keyed: readonly Change[] = [
  [
    'partner',
    'type Photo @key(fields: "id") {',
    'type Photo @key(fields: "id author { id }") {\n  author: PhotoProfile! @external',
  ],
]
const shown: readonly Change[] = [
  added('photo', 'interface Shown @key(fields: "id") { id: ID! }'),
  ['photo', 'type Album implements Node', 'type Album implements Node & Shown'],
  added('partner', 'type Shown @key(fields: "id") @interfaceObject { id: ID! likes: Int }'),
]

/** What nobody opened. */
export const WRONG_R5: WrongFlows = {
  'ENTITY_DEFINED_TWICE an app that comes earlier takes over and opens what was not open': {
    change: [takenOver],
    at: ['photo', 'type Album'],
    mend: [
      [
        'messenger',
        'type Album @key(fields: "id") @open { id: ID! seen: Int }',
        'type Album @key(fields: "id", resolvable: false) { id: ID! }',
      ],
    ],
    without: [],
  },
  'ENTITY_DEFINED_TWICE an app that comes earlier and only adds to what is open': {
    change: [addedTo],
    at: ['photo', 'type Photo implements'],
    mend: [['messenger', 'type Photo @key', 'extend type Photo @key']],
    without: ['LABEL_NOT_OWNER'],
  },
  'TYPE_NOT_OPEN a person, by its key': {
    change: [
      ['partner', 'type PhotoProfile @key(fields: "id", resolvable: false)', 'type PhotoProfile @key(fields: "id")'],
    ],
    at: ['partner', 'type PhotoProfile'],
    mend: 'patch',
    without: [],
  },
  'TYPE_NOT_OPEN a field of others is required: the worst hole of labels': addition(worst, [
    'partner',
    'type MessengerProfile',
  ]),
  'TYPE_NOT_OPEN an entity': {
    change: [album],
    at: ['partner', 'type Album'],
    mend: [
      ['photo', 'type Album implements Node @key(fields: "id")', 'type Album implements Node @key(fields: "id") @open'],
    ],
    without: [],
  },
  'TYPE_NOT_OPEN a keyless copy of an entity': addition(
    added('partner', 'type Album { id: ID! }\nextend type Query { partnerAlbum: Album }'),
    ['partner', 'type Album'],
    ['INVALID_FIELD_SHARING'],
  ),
  'TYPE_NOT_OPEN a value type that a partner makes an entity': addition(
    added('partner', 'type Device @key(fields: "name") { name: String! @external spy: Int }'),
    ['partner', 'type Device'],
  ),
  'TYPE_NOT_OPEN a value type of all that a partner makes an entity': {
    change: [
      ['partner', 'type PageInfo @shareable {', 'type PageInfo @shareable @key(fields: "hasNextPage") { spy: Int'],
    ],
    at: ['partner', 'type PageInfo'],
    mend: [['partner', ' @key(fields: "hasNextPage") { spy: Int', ' {']],
    without: [],
  },
  'TYPE_NOT_OPEN the viewer, whom entry answers': addition(
    added('partner', 'type Viewer @key(fields: "id") { id: ID! spy: Int }'),
    ['partner', 'type Viewer'],
  ),
  "TYPE_NOT_OPEN a partner's entity, extended by an app": {
    change: [extended],
    at: ['social', 'extend type Video'],
    mend: [
      [
        'partner',
        'type Video implements Node @key(fields: "id")',
        'type Video implements Node @key(fields: "id") @open',
      ],
    ],
    without: [],
  },
  'TYPE_NOT_OPEN what the keepers own': addition(
    added(
      'partner',
      'type Account @key(fields: "id") { id: ID! note: String @external spy: Int @requires(fields: "note") }',
    ),
    ['partner', 'type Account'],
  ),
  "FIELD_NOT_OPEN a person's id behind an open field": {
    change: author,
    at: ['partner', 'spy: Int'],
    mend: back(author),
    without: [],
  },
  'FIELD_NOT_OPEN what its owner hides in an open type': {
    change: unseen,
    at: ['partner', 'spy: Int'],
    mend: [['photo', 'reports: Int @inaccessible', 'reports: Int @inaccessible @open']],
    without: [],
  },
  "FIELD_NOT_OPEN the account, by the person's own app": {
    change: account,
    at: ['social', 'spy: Int'],
    mend: back(account),
    without: [],
  },
  "FIELD_NOT_OPEN a person's id in a key": {
    change: keyed,
    at: ['partner', 'type Photo @key'],
    mend: back(keyed),
    without: [],
  },
  'OVERRIDE_NOT_OPEN a root field': addition(
    ['social', 'type Query {', 'type Query { accountsCount: Int @override(from: "accounts")'],
    ['social', '@override(from'],
  ),
  INTERFACE_OBJECT_NOT_OPEN: { change: shown, at: ['partner', 'type Shown'], mend: back(shown), without: [] },
  PERSON_OPEN: {
    change: [['photo', '@person(app: "PHOTO")', '@person(app: "PHOTO") @open']],
    at: ['photo', 'type PhotoProfile'],
    mend: 'patch',
    without: [],
  },
  'PERSON_OPEN a field': {
    change: [['photo', 'name: String!', 'name: String! @open']],
    at: ['photo', 'name: String!'],
    mend: 'patch',
    without: [],
  },
}
