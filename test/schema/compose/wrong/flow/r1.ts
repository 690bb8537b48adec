import { added, addition, back, type Change, type WrongFlows } from './wrongFlow.ts'

const secondRoad = added(
  'partner',
  'type MessengerAdSignals @key(fields: "grant", resolvable: false) @inaccessible { grant: Grant! @inaccessible }\ntype Thing { stolen: MessengerAdSignals @inaccessible size: Int }\nextend type Query { partnerThing: Thing }',
)
const implementing: readonly Change[] = [
  ['messenger', 'type MessengerMood @key', 'type MessengerMood implements Mood @key'],
  added('messenger', 'interface Mood { calm: Int! }'),
]
const withKey: readonly Change[] = [
  [
    'social',
    'type MessengerMood @inaccessible {',
    'type MessengerMood @key(fields: "grant") @inaccessible {\n  grant: Grant! @external',
  ],
]
const overriding: readonly Change[] = [['social', 'calm: Int! @external', 'calm: Int! @override(from: "messenger")']]

/** Who has consented data, and what is in it. */
export const WRONG_R1: WrongFlows = {
  'CONSENTED_FROM the label names another app': {
    change: [['messenger', 'from: "messenger", purpose: "IMPROVE"', 'from: "photo", purpose: "IMPROVE"']],
    at: ['messenger', 'type MessengerMood'],
    mend: 'patch',
    without: ['PERMIT_MISSING', 'NOTICE_WITHOUT_FLOW'],
  },
  'CONSENTED_KEY none': {
    change: [['messenger', 'type MessengerMood @key(fields: "grant") ', 'type MessengerMood ']],
    at: ['messenger', 'type MessengerMood'],
    mend: 'patch',
    without: ['INVALID_FIELD_SHARING'],
  },
  'CONSENTED_KEY another': addition(
    [
      'messenger',
      'type MessengerMood @key(fields: "grant")',
      'type MessengerMood @key(fields: "grant") @key(fields: "calm")',
    ],
    ['messenger', 'type MessengerMood'],
    ['CONSENTED_IN_KEY'],
  ),
  'CONSENTED_SHARED so that somebody else may answer it': addition(
    ['messenger', 'calm: Int!', 'calm: Int! @shareable'],
    ['messenger', 'calm: Int!'],
  ),
  'CONSENTED_FIELD free text': addition(
    ['messenger', 'calm: Int!', 'calm: Int!\n  why: String'],
    ['messenger', 'why: String'],
  ),
  'CONSENTED_FIELD an id': addition(['messenger', 'calm: Int!', 'calm: Int!\n  of: ID'], ['messenger', 'of: ID']),
  'CONSENTED_FIELD the person': addition(
    ['messenger', 'calm: Int!', 'calm: Int!\n  who: MessengerProfile'],
    ['messenger', 'who: MessengerProfile'],
  ),
  'CONSENTED_FIELD by an argument': addition(
    ['messenger', 'calm: Int!', 'calm: Int!\n  on(day: Int): Int'],
    ['messenger', 'on(day: Int)'],
  ),
  'CONSENTED_FIELD free text in a value type': {
    change: [
      ['messenger', 'calm: Int!', 'calm: Int!\n  day: MessengerDay'],
      added('messenger', 'type MessengerDay { name: String! }'),
    ],
    at: ['messenger', 'type MessengerDay'],
    mend: [['messenger', 'name: String! }\ntype PageInfo', 'calm: Int! }\ntype PageInfo']],
    without: [],
  },
  'CONSENTED_PROTOCOL nobody could tell until when': {
    change: [['messenger', '  calm: Int!\n  validUntil: DateTime!', '  calm: Int!\n  validUntil: DateTime']],
    at: ['messenger', 'validUntil: DateTime\n'],
    mend: [['messenger', 'validUntil: DateTime\n', 'validUntil: DateTime!\n']],
    without: ['EXTERNAL_TYPE_MISMATCH'],
  },
  'CONSENTED_NAMED a partner extends it by its key': addition(
    added('partner', 'type MessengerMood @key(fields: "grant") @inaccessible { grant: Grant! @inaccessible spy: Int }'),
    ['partner', 'type MessengerMood'],
  ),
  'CONSENTED_NAMED a partner has a road for stolen grants': addition(
    secondRoad,
    ['partner', 'type MessengerAdSignals'],
    ['ROAD_ELSEWHERE'],
  ),
  'CONSENTED_NAMED an app without a road copies it': addition(
    added(
      'photo',
      'type MessengerMood @key(fields: "grant", resolvable: false) @inaccessible { grant: Grant! @inaccessible }',
    ),
    ['photo', 'type MessengerMood'],
  ),
  'CONSENTED_NAMED accounts is no recipient either': addition(
    added(
      'accounts',
      'type MessengerMood @key(fields: "grant") @inaccessible { grant: Grant! @inaccessible spy: Int }',
    ),
    ['accounts', 'type MessengerMood'],
  ),
  'CONSENTED_STUB that grants would resolve': {
    change: [
      [
        'grants',
        'type MessengerMood @key(fields: "grant", resolvable: false)',
        'type MessengerMood @key(fields: "grant")',
      ],
    ],
    at: ['grants', 'type MessengerMood'],
    mend: 'patch',
    without: [],
  },
  'CONSENTED_STUB with a field more': addition(
    [
      'grants',
      'type MessengerMood @key(fields: "grant", resolvable: false) @inaccessible {',
      'type MessengerMood @key(fields: "grant", resolvable: false) @inaccessible {\n  more: Int',
    ],
    ['grants', 'more: Int'],
  ),
  'CONSENTED_COPY that the recipient answers itself': {
    change: [['social', 'calm: Int! @external', 'calm: Int!']],
    at: ['social', 'calm: Int!'],
    mend: 'patch',
    without: ['INVALID_FIELD_SHARING'],
  },
  'CONSENTED_COPY with the grant as its key': {
    change: withKey,
    at: ['social', 'type MessengerMood'],
    mend: back(withKey),
    without: [],
  },
  'CONSENTED_COPY that overrides the source': {
    change: overriding,
    at: ['social', '@override(from'],
    mend: 'patch',
    without: ['OVERRIDE_NOT_OPEN', 'SATISFIABILITY_ERROR'],
  },
  'CONSENTED_ABSTRACT an interface': {
    change: implementing,
    at: ['messenger', 'type MessengerMood'],
    mend: back(implementing),
    without: [],
  },
  'CONSENTED_ABSTRACT a union': addition(
    added('messenger', 'union Anything @inaccessible = MessengerMood | MessengerProfile'),
    ['messenger', 'union Anything'],
  ),
  'CONSENTED_VISIBLE in one subgraph': {
    change: [['social', 'type MessengerMood @inaccessible {', 'type MessengerMood {']],
    at: ['social', 'type MessengerMood'],
    mend: 'patch',
    without: [],
  },
  'CONSENTED_VISIBLE the grant in one subgraph': {
    change: [['accounts', 'scalar Grant @inaccessible', 'scalar Grant']],
    at: ['accounts', 'scalar Grant'],
    mend: 'patch',
    without: [],
  },
  'GRANT_NAMED in an input': addition(
    added(
      'partner',
      'input Stolen { grant: Grant @inaccessible size: Int }\nextend type Query { partnerFind(by: Stolen): Int }',
    ),
    ['partner', 'input Stolen'],
  ),
  'GRANT_NAMED elsewhere': addition(
    ['partner', 'author: PhotoProfile', 'author: PhotoProfile\n  kept: Grant @inaccessible'],
    ['partner', 'kept: Grant'],
  ),
}
