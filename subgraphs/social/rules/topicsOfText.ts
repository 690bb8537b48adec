import type { Topic } from '../../runtime/scalars/topics.ts'

/**
 * The English words that make a text be about a topic, beside the topic's own name, as whole words and also with an
 * "s" at the end. Only words that hardly mean anything else: "home" and "nature" name no topic by themselves.
 */
const WORDS: Readonly<Record<Topic, readonly string[]>> = {
  ANIMALS: ['animal', 'zoo'],
  ARCHITECTURE: ['architecture', 'architect'],
  ART: ['art', 'artist', 'drawing', 'painting', 'sketchbook', 'sculpture'],
  ASTRONOMY: ['astronomy', 'telescope', 'planet', 'galaxy'],
  BAKING: ['baking', 'sourdough', 'bakery', 'cake'],
  BOARD_GAMES: ['board game', 'game night', 'chess'],
  BOOKS: ['book', 'novel', 'library'],
  CAMPING: ['camping', 'tent', 'campsite'],
  CARS: ['car'],
  CATS: ['cat', 'kitten'],
  CLIMBING: ['climbing', 'bouldering'],
  COFFEE: ['coffee', 'espresso'],
  COMEDY: ['comedy', 'comedian'],
  COOKING: ['cooking', 'recipe', 'soup', 'pizza', 'lentil'],
  CRAFTS: ['craft', 'knitting', 'pottery', 'sewing'],
  CYCLING: ['cycling', 'bicycle', 'bike', 'rear light'],
  DANCE: ['dance', 'dancing', 'waltz'],
  DESIGN: ['graphic design', 'typography'],
  DOGS: ['dog', 'puppy', 'puppies'],
  FASHION: ['fashion'],
  FILM: ['film', 'cinema'],
  FOOTBALL: ['football', 'goalkeeper'],
  GARDENING: ['gardening', 'garden', 'tomato', 'seedling', 'compost'],
  HIKING: ['hiking', 'hike', 'summit'],
  HISTORY: ['medieval', 'archaeology'],
  HOME: ['furniture', 'desk', 'ladder', 'shelf'],
  LANGUAGES: ['vocabulary', 'grammar'],
  MUSIC: ['music', 'song', 'concert', 'drummer', 'piano', 'guitar', 'vinyl'],
  NATURE: ['forest', 'wildlife'],
  PHOTOGRAPHY: ['photography', 'lens', 'lenses', 'photo', 'camera'],
  RUNNING: ['marathon', 'running shoe'],
  SAILING: ['sailing', 'sailboat'],
  SCIENCE: ['science', 'physics', 'chemistry'],
  SKIING: ['skiing', 'ski'],
  SURFING: ['surfing', 'surfboard'],
  SWIMMING: ['swimming', 'swim'],
  TECHNOLOGY: ['technology', 'software', 'computer', 'backup', 'programming'],
  TENNIS: ['tennis'],
  THEATRE: ['theatre', 'theater'],
  TRAINS: ['night train', 'railway', 'locomotive'],
  TRAVEL: ['travel', 'night train', 'itinerary'],
  VIDEO_GAMES: ['video game'],
  VINTAGE: ['vintage', 'flea market'],
  WOODWORKING: ['woodworking', 'carpentry'],
  YOGA: ['yoga'],
}

const PHRASES: readonly (readonly [Topic, string])[] = Object.entries(WORDS).flatMap(([topic, words]) =>
  words.flatMap((word) => [[topic as Topic, ` ${word} `] as const, [topic as Topic, ` ${word}s `] as const]),
)

/** What a text is about: topics of the published vocabulary and nothing else of it. Computed when asked, never stored. */
export function topicsOfText(text: string): Topic[] {
  const words = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  return [...new Set(PHRASES.filter(([, phrase]) => words.includes(phrase)).map(([topic]) => topic))]
}
