/**
 * The published vocabulary of the scalar `Topic` (https://concord.example/topics/v1): broad things to be interested in.
 * Nothing that the law calls special (health, belief, politics, ethnicity, sexuality) is or will be in it. Values are
 * added, never changed or removed.
 */
export const TOPICS = [
  'ANIMALS',
  'ARCHITECTURE',
  'ART',
  'ASTRONOMY',
  'BAKING',
  'BOARD_GAMES',
  'BOOKS',
  'CAMPING',
  'CARS',
  'CATS',
  'CLIMBING',
  'COFFEE',
  'COMEDY',
  'COOKING',
  'CRAFTS',
  'CYCLING',
  'DANCE',
  'DESIGN',
  'DOGS',
  'FASHION',
  'FILM',
  'FOOTBALL',
  'GARDENING',
  'HIKING',
  'HISTORY',
  'HOME',
  'LANGUAGES',
  'MUSIC',
  'NATURE',
  'PHOTOGRAPHY',
  'RUNNING',
  'SAILING',
  'SCIENCE',
  'SKIING',
  'SURFING',
  'SWIMMING',
  'TECHNOLOGY',
  'TENNIS',
  'THEATRE',
  'TRAINS',
  'TRAVEL',
  'VIDEO_GAMES',
  'VINTAGE',
  'WOODWORKING',
  'YOGA',
] as const

export type Topic = (typeof TOPICS)[number]

const KNOWN: ReadonlySet<unknown> = new Set(TOPICS)

export function isTopic(value: unknown): value is Topic {
  return KNOWN.has(value)
}
