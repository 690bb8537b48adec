import type { Dice } from './dice.ts'

/** What demo people write, by topic of the published vocabulary; `other` serves every topic that has no list. */
const captions: Readonly<Record<string, readonly string[]>> = {
  food: [
    'Cardamom buns, second tray.',
    'The soup won.',
    'Market, seven in the morning.',
    'Six plates, one guest.',
    'Flatbread on the stove.',
  ],
  travel: [
    'The ferry waited for us.',
    'Platform nine, again.',
    'A town that closes at noon.',
    'Last bus, first snow.',
    'We took the long way on purpose.',
  ],
  photography: [
    'Half past six light.',
    'Roll 41, frame 3.',
    'Fog did all the work.',
    'Walls that remember summer.',
    'One lamp, no flash.',
  ],
  music: ['Soundcheck.', 'Third encore, same song.', 'The piano nobody tunes.', 'Vinyl weather.'],
  cycling: [
    'Forty kilometres, four bakeries.',
    'Headwind both ways.',
    'New chain day.',
    'Gravel, then regret, then gravel.',
  ],
  sports: ['Extra time.', 'Laps before work.', 'We lost and sang anyway.', 'Personal worst, best mood.'],
  art: ['Kiln day.', 'Blue, but which.', 'Sketchbook, page one, again.', 'The glaze did what it wanted.'],
  home: ['The shelf holds.', 'Painted it twice.', 'A chair found on the street.', 'Sunday, curtains.'],
  books: ['Page 300 of 900.', 'The library let me stay.', 'Reread, still crying.', 'A shelf by colour, sorry.'],
  gardening: ['First tomato.', 'The slugs have a plan.', 'Compost is a verb.', 'Beans, beans, beans.'],
  outdoors: ['Above the clouds by eight.', 'Wet boots, dry tent.', 'The lake had ice on Tuesday.', 'Summit biscuit.'],
  games: ['One more turn.', 'We lost to the tutorial.', 'Board game, five hours.', 'New high score, no witnesses.'],
  film: ['Matinee for two.', 'Credits to the end.', 'Projector smell.', 'Director’s cut, my couch.'],
  technology: ['It works on my table.', 'Soldered it myself.', 'Version two.', 'Read the manual, for once.'],
  other: [
    'Today.',
    'Again, with feeling.',
    'A small good thing.',
    'Nobody asked, here it is.',
    'Found this on the way.',
  ],
}

const posts: Readonly<Record<string, readonly string[]>> = {
  food: [
    'What do you put into a lentil soup when there is nothing left to put in?',
    'I will defend cold pizza for breakfast until the end.',
  ],
  travel: ['Night train tips, please: top bunk or bottom?', 'Three days, one bag, no plan. Where to?'],
  photography: [
    'If you had to keep one lens, which?',
    'Printed photos again for the first time in years. They are heavier than I remembered.',
  ],
  music: ['Looking for a drummer who owns a van.', 'That one song from the bakery this morning. You know it.'],
  cycling: ['The new lane on the bridge is open. Finally.', 'Does anybody have a spare rear light until Friday?'],
  sports: [
    'Sunday run, easy pace, coffee after. All welcome.',
    'We need a goalkeeper. Experience not required, courage is.',
  ],
  art: ['Open studio on Saturday. Bring a mug, take a mug.', 'Drawing hands: day 40. Still potatoes.'],
  home: ['Giving away a desk. It is ugly and indestructible.', 'Who owns a long ladder?'],
  books: ['Book club reads something short next month, promise.', 'Recommend me a novel where nobody dies.'],
  gardening: [
    'Tomato seedlings to give away, about thirty of them, help.',
    'Frost warning for tonight: cover the beans.',
  ],
  outdoors: ['The path by the quarry is closed after the rain.', 'Tent or hut for the weekend? Vote.'],
  games: ['Game night on Thursday. The long one.', 'I have finally finished it. It took four years.'],
  film: ['Short film evening in the yard, bring a blanket.', 'What was the last film that surprised you?'],
  technology: ['My toaster has an update. I have questions.', 'Backup day. This is your sign.'],
  other: [
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

const pick = (dice: Dice, texts: Readonly<Record<string, readonly string[]>>, topic: string): string =>
  dice.pick(texts[topic] ?? texts['other'] ?? [''])

export const captionAbout = (dice: Dice, topic: string): string => pick(dice, captions, topic)
export const postAbout = (dice: Dice, topic: string): string => pick(dice, posts, topic)
export const storyText = (dice: Dice): string => dice.pick(stories)
