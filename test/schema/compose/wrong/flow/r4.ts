import { added, addition, back, type Change, type WrongFlows } from './wrongFlow.ts'

const hop: readonly Change[] = [
  ['accounts', 'account: Account', 'account: Account\n  pace: Int @external\n  risk: Int @requires(fields: "pace")'],
]
const hopBelow: readonly Change[] = [
  [
    'accounts',
    'account: Account',
    'account: Account\n  ads: [Ad!] @external\n  risk: Int @requires(fields: "ads { title }")',
  ],
  added('accounts', 'type Ad { title: String! @external }'),
]
const open: readonly Change[] = [
  added('social', 'type Post @key(fields: "id") @open { id: ID! text: String }'),
  ['social', 'type Ad { title: String!', 'type Ad { title: String! post: Post'],
]
const stub: readonly Change[] = [
  added('social', 'type Photo implements Node @key(fields: "id", resolvable: false) { id: ID! }'),
  ['social', 'type Ad { title: String!', 'type Ad { title: String! photo: Photo'],
]
const face: readonly Change[] = [
  added('social', 'type Album implements Node @key(fields: "id", resolvable: false) { id: ID! }'),
  ['social', 'type Ad { title: String!', 'type Ad { title: String! about: Node'],
]

/** Where consented data ends. */
export const WRONG_R4: WrongFlows = {
  'USES_REQUIRED by a second hop': {
    change: hop,
    at: ['accounts', 'risk: Int'],
    mend: back(hop),
    without: [],
  },
  'USES_REQUIRED below its result': {
    change: hopBelow,
    at: ['accounts', 'risk: Int'],
    mend: back(hopBelow),
    without: [],
  },
  'CONSENTED_IN_KEY what was computed': addition(
    [
      'social',
      'type SocialProfile implements Node @key(fields: "id")',
      'type SocialProfile implements Node @key(fields: "id") @key(fields: "pace")',
    ],
    ['social', 'type SocialProfile'],
  ),
  'CONSENTED_IN_KEY what is behind a road': addition(
    [
      'social',
      'type SocialProfile implements Node @key(fields: "id")',
      'type SocialProfile implements Node @key(fields: "id") @key(fields: "id messengerMood { calm }")',
    ],
    ['social', 'type SocialProfile'],
  ),
  'CONSENTED_PROVIDED by the recipient': addition(
    ['social', 'socialMe: SocialProfile', 'socialMe: SocialProfile @provides(fields: "messengerMood { calm }")'],
    ['social', 'socialMe'],
    ['INVALID_FIELD_SHARING'],
  ),
  'USES_RESULT an entity of another app': { change: stub, at: ['social', '  ads: ['], mend: back(stub), without: [] },
  'USES_RESULT an open entity of its own': { change: open, at: ['social', '  ads: ['], mend: back(open), without: [] },
  'USES_RESULT through an interface': { change: face, at: ['social', '  ads: ['], mend: back(face), without: [] },
}
