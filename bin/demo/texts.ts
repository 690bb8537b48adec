import type { Topic } from '../../subgraphs/runtime/scalars/topics.ts'
import type { Dice } from './dice.ts'

/** What demo people write, by topic of the published vocabulary; `OTHER` serves every topic that has no list. */
const captions: Partial<Readonly<Record<Topic | 'OTHER', readonly string[]>>> = {
  COOKING: [
    'Cardamom buns, second tray.',
    'The soup won.',
    'Market, seven in the morning.',
    'Six plates, one guest.',
    'Flatbread on the stove.',
  ],
  TRAVEL: [
    'The ferry waited for us.',
    'Platform nine, again.',
    'A town that closes at noon.',
    'Last bus, first snow.',
    'We took the long way on purpose.',
  ],
  PHOTOGRAPHY: [
    'Half past six light.',
    'Roll 41, frame 3.',
    'Fog did all the work.',
    'Walls that remember summer.',
    'One lamp, no flash.',
  ],
  MUSIC: ['Soundcheck.', 'Third encore, same song.', 'The piano nobody tunes.', 'Vinyl weather.'],
  CYCLING: [
    'Forty kilometres, four bakeries.',
    'Headwind both ways.',
    'New chain day.',
    'Gravel, then regret, then gravel.',
  ],
  FOOTBALL: ['Extra time.', 'Laps before work.', 'We lost and sang anyway.', 'Personal worst, best mood.'],
  ART: ['Kiln day.', 'Blue, but which.', 'Sketchbook, page one, again.', 'The glaze did what it wanted.'],
  HOME: ['The shelf holds.', 'Painted it twice.', 'A chair found on the street.', 'Sunday, curtains.'],
  BOOKS: ['Page 300 of 900.', 'The library let me stay.', 'Reread, still crying.', 'A shelf by colour, sorry.'],
  GARDENING: ['First tomato.', 'The slugs have a plan.', 'Compost is a verb.', 'Beans, beans, beans.'],
  HIKING: ['Above the clouds by eight.', 'Wet boots, dry tent.', 'The lake had ice on Tuesday.', 'Summit biscuit.'],
  BOARD_GAMES: [
    'One more turn.',
    'We lost to the tutorial.',
    'Board game, five hours.',
    'New high score, no witnesses.',
  ],
  FILM: ['Matinee for two.', 'Credits to the end.', 'Projector smell.', 'Director’s cut, my couch.'],
  TECHNOLOGY: ['It works on my table.', 'Soldered it myself.', 'Version two.', 'Read the manual, for once.'],
  OTHER: [
    'Today.',
    'Again, with feeling.',
    'A small good thing.',
    'Nobody asked, here it is.',
    'Found this on the way.',
  ],
}

const posts: Partial<Readonly<Record<Topic | 'OTHER', readonly string[]>>> = {
  COOKING: [
    'What do you put into a lentil soup when there is nothing left to put in?',
    'I will defend cold pizza for breakfast until the end.',
  ],
  TRAVEL: ['Night train tips, please: top bunk or bottom?', 'Three days, one bag, no plan. Where to?'],
  PHOTOGRAPHY: [
    'If you had to keep one lens, which?',
    'Printed photos again for the first time in years. They are heavier than I remembered.',
  ],
  MUSIC: ['Looking for a drummer who owns a van.', 'That one song from the bakery this morning. You know it.'],
  CYCLING: ['The new lane on the bridge is open. Finally.', 'Does anybody have a spare rear light until Friday?'],
  FOOTBALL: [
    'Sunday run, easy pace, coffee after. All welcome.',
    'We need a goalkeeper. Experience not required, courage is.',
  ],
  ART: ['Open studio on Saturday. Bring a mug, take a mug.', 'Drawing hands: day 40. Still potatoes.'],
  HOME: ['Giving away a desk. It is ugly and indestructible.', 'Who owns a long ladder?'],
  BOOKS: ['Book club reads something short next month, promise.', 'Recommend me a novel where nobody dies.'],
  GARDENING: [
    'Tomato seedlings to give away, about thirty of them, help.',
    'Frost warning for tonight: cover the beans.',
  ],
  HIKING: ['The path by the quarry is closed after the rain.', 'Tent or hut for the weekend? Vote.'],
  BOARD_GAMES: ['Game night on Thursday. The long one.', 'I have finally finished it. It took four years.'],
  FILM: ['Short film evening in the yard, bring a blanket.', 'What was the last film that surprised you?'],
  TECHNOLOGY: ['My toaster has an update. I have questions.', 'Backup day. This is your sign.'],
  OTHER: [
    'Good morning to everybody who is already up.',
    'Small victory today, large cake.',
    'Does anybody else count stairs?',
  ],
}

const stories = [
  'Nearly there.',
  'The kettle is on.',
  'Rain, then more rain.',
  'Look who came by!',
  'Open until six today.',
  'Found the good bench.',
  'Not a morning person.',
  'Second breakfast.',
] as const

const pick = (dice: Dice, texts: Partial<Readonly<Record<Topic | 'OTHER', readonly string[]>>>, topic: Topic): string =>
  dice.pick(texts[topic] ?? texts.OTHER ?? [''])

export const captionAbout = (dice: Dice, topic: Topic): string => pick(dice, captions, topic)
export const postAbout = (dice: Dice, topic: Topic): string => pick(dice, posts, topic)
export const storyText = (dice: Dice): string => dice.pick(stories)
