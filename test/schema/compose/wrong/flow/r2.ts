import { added, addition, back, type Change, type WrongFlows } from './wrongFlow.ts'

/** The same in grants and in the recipient's copy, so that composition finds nothing to say. */
const both = (to: string): readonly Change[] => [
  ['grants', 'messengerMood: MessengerMood @', `messengerMood${to} @`],
  ['social', 'messengerMood: MessengerMood @', `messengerMood${to} @`],
]

/** The roads to consented data. */
export const WRONG_R2: WrongFlows = {
  "ROAD_ELSEWHERE on the source's own person": addition(
    ['messenger', 'about: String', 'about: String\n  mine: MessengerMood @inaccessible'],
    ['messenger', 'mine: MessengerMood'],
  ),
  'ROAD_ELSEWHERE a list at the root': addition(
    added('messenger', 'extend type Query { messengerMoods: [MessengerMood!] @inaccessible }'),
    ['messenger', 'messengerMoods'],
  ),
  'ROAD_ELSEWHERE in a payload of the recipient': addition(
    added(
      'social',
      'type SocialPayload { mood: MessengerMood @inaccessible size: Int }\nextend type Query { socialPayload: SocialPayload }',
    ),
    ['social', 'mood: MessengerMood'],
  ),
  'ROAD_ELSEWHERE on an interface': addition(
    added('messenger', 'interface Moody @inaccessible { mood: MessengerMood @inaccessible }'),
    ['messenger', 'interface Moody'],
  ),
  'ROAD_COPY that overrides grants': {
    change: [
      ['social', 'messengerMood: MessengerMood @external', 'messengerMood: MessengerMood @override(from: "grants")'],
    ],
    at: ['social', 'messengerMood: MessengerMood'],
    mend: 'patch',
    without: ['OVERRIDE_NOT_OPEN', 'HIDES_OTHERS'],
  },
  'ROAD_PLACE on an entity that is no person': addition(
    [
      'grants',
      'scalar Grant @inaccessible',
      'scalar Grant @inaccessible\ntype Account @key(fields: "id") { id: ID! mood: MessengerMood @inaccessible }',
    ],
    ['grants', 'type Account'],
  ),
  'ROAD_PLACE back to the source': addition(
    [
      'grants',
      'scalar Grant @inaccessible',
      'scalar Grant @inaccessible\ntype MessengerProfile @key(fields: "id") { id: ID! mood: MessengerMood @inaccessible }',
    ],
    ['grants', 'type MessengerProfile'],
    ['NOTICE_MISSING'],
  ),
  'ROAD_SHAPE a list': {
    change: both(': [MessengerMood]'),
    at: ['grants', 'messengerMood: ['],
    mend: back(both(': [MessengerMood]')),
    without: [],
  },
  'ROAD_SHAPE not null': {
    change: both(': MessengerMood!'),
    at: ['grants', 'messengerMood: MessengerMood!'],
    mend: back(both(': MessengerMood!')),
    without: [],
  },
  'ROAD_SHAPE with an argument that picks the person': {
    change: both('(of: ID): MessengerMood'),
    at: ['grants', 'messengerMood(of: ID)'],
    mend: back(both('(of: ID): MessengerMood')),
    without: [],
  },
  'ROAD_VISIBLE for clients': {
    change: [['grants', 'messengerMood: MessengerMood @inaccessible', 'messengerMood: MessengerMood']],
    at: ['grants', 'messengerMood: MessengerMood'],
    mend: 'patch',
    without: ['REFERENCED_INACCESSIBLE'],
  },
}
