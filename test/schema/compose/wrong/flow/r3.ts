import { SMALL_PERMITS } from '../../../../support/smallFamily.ts'
import { back, type Change, type WrongFlows } from './wrongFlow.ts'

const PACE = 'pace: Int @requires(fields: "messengerMood { calm validUntil }") @uses(purpose: "IMPROVE")'
const MOOD = 'messengerMood { calm validUntil }'
const deputy: readonly Change[] = [
  ['photo', 'caption: String', 'caption: String\n  friend: SocialProfile'],
  ['photo', 'scalar Topic', 'scalar Topic\ntype SocialProfile @key(fields: "id", resolvable: false) { id: ID! }'],
  [
    'social',
    'scalar Topic',
    `scalar Topic\nextend type Photo @key(fields: "id") {\n  id: ID!\n  friend: SocialProfile @external\n  mood: Int @requires(fields: "friend { ${MOOD} }") @uses(purpose: "IMPROVE")\n}`,
  ],
]
const twoPurposes: readonly Change[] = [['social', `"${MOOD}"`, `"${MOOD} messengerAdSignals { topics validUntil }"`]]
const withAnother: readonly Change[] = [
  ['social', `"${MOOD}"`, `"${MOOD} level"`],
  ['social', PACE.replace(MOOD, `${MOOD} level`), `${PACE.replace(MOOD, `${MOOD} level`)}\n  level: Int @external`],
  ['accounts', 'account: Account', 'account: Account\n  level: Int'],
]

/** Who asks a road, and for what. */
export const WRONG_R3: WrongFlows = {
  'ROAD_SELECTION without its end': {
    change: [['social', MOOD, 'messengerMood { calm }']],
    at: ['social', 'pace: Int'],
    mend: 'patch',
    without: ['EXTERNAL_UNUSED'],
  },
  'ROAD_SELECTION with its type, in a fragment': {
    change: [['social', MOOD, 'messengerMood { ... on MessengerMood { __typename calm } validUntil }']],
    at: ['social', 'pace: Int'],
    mend: 'patch',
    without: [],
  },
  'ROAD_NESTED through what another app says': {
    change: deputy,
    at: ['social', 'mood: Int'],
    mend: back(deputy),
    without: [],
  },
  'ROADS_MIXED for two purposes': {
    change: twoPurposes,
    at: ['social', 'pace: Int'],
    mend: back(twoPurposes),
    without: [],
  },
  'ROADS_MIXED with something else': {
    change: withAnother,
    at: ['social', 'pace: Int'],
    mend: back(withAnother),
    without: ['FIELD_NOT_OPEN'],
  },
  'PERMIT_MISSING for the purpose': {
    change: [],
    permits: { social: (SMALL_PERMITS['social'] ?? []).filter(({ purpose }) => purpose !== 'IMPROVE') },
    at: ['social', 'pace: Int'],
    mend: [],
    without: [],
  },
  USES_MISSING: {
    change: [['social', ' @uses(purpose: "IMPROVE")', '']],
    at: ['social', 'pace: Int'],
    mend: 'patch',
    without: [],
  },
  'USES_MISSING for another purpose': {
    change: [['social', '@uses(purpose: "IMPROVE")', '@uses(purpose: "PERSONALIZE")']],
    at: ['social', 'pace: Int'],
    mend: 'patch',
    without: [],
  },
  'USES_NOT_NULL so that no would take the person away': {
    change: [['social', 'pace: Int ', 'pace: Int! ']],
    at: ['social', 'pace: Int!'],
    mend: 'patch',
    without: [],
  },
}
