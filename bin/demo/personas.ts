import type { App } from '../../subgraphs/runtime/identity/identity.ts'
import type { PersonaLinks } from './links.ts'
import type { Topic } from '../../subgraphs/runtime/scalars/topics.ts'

/** A demo person with a name and a story; ids are random per app, so that nothing but the name joins the profiles. */
export interface Persona {
  /** Unique among the demo people. */
  readonly name: string
  /** One sentence for people who explore: who this is, and what to look at. */
  readonly story: string
  /** The apps in which this person has a profile, with the handle used there. */
  readonly profiles: Partial<Readonly<Record<App, string>>>
  readonly birthYear: number
  readonly about: string
  /** Topics of the published vocabulary that this person posts about. */
  readonly topics: readonly Topic[]
  /** In the messenger only contacts may find and write to this person. */
  readonly hidden?: boolean
  /** A private profile in the photo app. */
  readonly private?: boolean
  /** The category of a business profile. */
  readonly business?: Topic
  /** Names of the personas that this one has blocked, in every app that both use. */
  readonly blocks?: readonly string[]
  /** What this person has linked in the accounts center. Default: nothing. */
  readonly links?: PersonaLinks
  /** Names of the personas that this one knows: contact, follower and friend wherever both have a profile. */
  readonly knows: readonly string[]
}

const everywhere = (messenger: string, photo: string, social: string): Persona['profiles'] => ({
  MESSENGER: messenger,
  PHOTO: photo,
  SOCIAL: social,
})

/** The first has all apps and a feed that is never empty: the start-up text and the playground begin with her. */
export const personas: readonly Persona[] = [
  {
    name: 'Ada Okafor',
    story: 'Uses all three apps every day and has linked nothing yet: curious what it would do for her. Start here.',
    profiles: everywhere('ada.okafor', 'ada.sees', 'adaokafor'),
    birthYear: 1991,
    about: 'Bridges, bread, and the first swim of the year.',
    topics: ['TRAVEL', 'COOKING', 'PHOTOGRAPHY'],
    knows: [
      'Ben Lindqvist',
      'Chiara Moretti',
      'Dev Raman',
      'Elif Kaya',
      'Goran Petrov',
      'Hana Sato',
      'Kofi Mensah',
      'Café Nordlicht',
    ],
  },
  {
    name: 'Ben Lindqvist',
    story:
      'All three apps linked, and every use of his data refused: everything he sees is contextual. Sharing is on: his ' +
      'statuses can show as stories in the other two.',
    profiles: everywhere('ben.l', 'lindqvist.35mm', 'benlindqvist'),
    birthYear: 1984,
    about: 'Film cameras. No, not for sale.',
    topics: ['PHOTOGRAPHY', 'MUSIC'],
    links: { apps: ['MESSENGER', 'PHOTO', 'SOCIAL'], agrees: false, shares: true },
    knows: ['Ada Okafor', 'Chiara Moretti', 'Hana Sato', 'Ingrid Vogel'],
  },
  {
    name: 'Chiara Moretti',
    story: 'Has never linked anything and never will be asked twice: three apps, three strangers.',
    profiles: everywhere('chiara', 'chiara.cucina', 'chiaramoretti'),
    birthYear: 1979,
    about: 'Cooks for six, lives with one.',
    topics: ['COOKING', 'GARDENING'],
    knows: ['Ada Okafor', 'Ben Lindqvist', 'Elif Kaya', 'Luca Romano', 'Café Nordlicht'],
  },
  {
    name: 'Dev Raman',
    story:
      'All three apps linked, and all that was offered allowed: his account says what was used, by whom and what for.',
    profiles: everywhere('dev', 'dev.on.bikes', 'devraman'),
    birthYear: 1996,
    about: 'Two wheels, one gear.',
    topics: ['CYCLING', 'FOOTBALL', 'TRAVEL'],
    links: { apps: ['MESSENGER', 'PHOTO', 'SOCIAL'], agrees: true },
    knows: ['Ada Okafor', 'Elif Kaya', 'Goran Petrov', 'Mina Haddad', 'Radhaus Cycles'],
  },
  {
    name: 'Elif Kaya',
    story: 'Keeps her photo profile private: people ask to follow, and she answers.',
    profiles: everywhere('elif.k', 'elif.privately', 'elifkaya'),
    birthYear: 1988,
    about: 'Ceramics and quiet mornings.',
    topics: ['ART', 'HOME'],
    private: true,
    knows: ['Ada Okafor', 'Chiara Moretti', 'Dev Raman', 'Nora Bergmann'],
  },
  {
    name: 'Finn Maier',
    story:
      'Fifteen years old: nothing of his is used for ads, improvement or personalisation, whatever is switched on.',
    profiles: everywhere('finn', 'finn.skates', 'finnmaier'),
    birthYear: 2011,
    about: 'Skate park, mostly.',
    topics: ['FOOTBALL', 'BOARD_GAMES', 'MUSIC'],
    links: { apps: ['MESSENGER', 'PHOTO'], agrees: true },
    knows: ['Goran Petrov', 'Quentin Dubois'],
  },
  {
    name: 'Goran Petrov',
    story: 'Has blocked Tomás in every app. Neither sees the other anywhere.',
    profiles: everywhere('goran.p', 'goran.climbs', 'goranpetrov'),
    birthYear: 1990,
    about: 'Up, then down, then up.',
    topics: ['HIKING', 'FOOTBALL'],
    blocks: ['Tomás Rivera'],
    knows: ['Ada Okafor', 'Dev Raman', 'Finn Maier', 'Hana Sato', 'Kofi Mensah'],
  },
  {
    name: 'Hana Sato',
    story: 'In the photo and the social app only, and both linked; her photos are the most liked of all.',
    profiles: { PHOTO: 'hana.light', SOCIAL: 'hanasato' },
    birthYear: 1993,
    about: 'Light, and what it does to walls.',
    topics: ['PHOTOGRAPHY', 'ART', 'TRAVEL'],
    links: { apps: ['PHOTO', 'SOCIAL'], agrees: true },
    knows: ['Ada Okafor', 'Ben Lindqvist', 'Goran Petrov', 'Ingrid Vogel', 'Sofia Lindgren'],
  },
  {
    name: 'Ingrid Vogel',
    story: 'In the messenger and the social app; her grandchildren installed both.',
    profiles: { MESSENGER: 'ingrid.vogel', SOCIAL: 'ingridvogel' },
    birthYear: 1951,
    about: 'Answers every message by telephone.',
    topics: ['GARDENING', 'BOOKS'],
    knows: ['Ben Lindqvist', 'Hana Sato', 'Nora Bergmann'],
  },
  {
    name: 'Jun Park',
    story: 'Messenger only: has no photo or social profile to link.',
    profiles: { MESSENGER: 'jun.park' },
    birthYear: 1999,
    about: 'Will reply tomorrow.',
    topics: ['BOARD_GAMES', 'TECHNOLOGY'],
    knows: ['Mina Haddad', 'Quentin Dubois'],
  },
  {
    name: 'Kofi Mensah',
    story: 'Runs a book club across two apps that he has linked, and answers everybody.',
    profiles: everywhere('kofi', 'kofi.reads', 'kofimensah'),
    birthYear: 1986,
    about: 'One more chapter.',
    topics: ['BOOKS', 'MUSIC', 'COOKING'],
    links: { apps: ['MESSENGER', 'SOCIAL'], agrees: true },
    knows: ['Ada Okafor', 'Goran Petrov', 'Nora Bergmann', 'Priya Nair'],
  },
  {
    name: 'Luca Romano',
    story: 'Photo app only, with many followers and few words.',
    profiles: { PHOTO: 'luca.romano' },
    birthYear: 1994,
    about: 'Kitchens at midnight.',
    topics: ['COOKING', 'PHOTOGRAPHY'],
    knows: ['Chiara Moretti', 'Hana Sato'],
  },
  {
    name: 'Mina Haddad',
    story: 'Set her messenger so that nobody new may find her by her handle.',
    profiles: everywhere('mina.h', 'mina.maps', 'minahaddad'),
    birthYear: 1997,
    about: 'Draws maps of places that closed.',
    topics: ['ART', 'TRAVEL', 'TECHNOLOGY'],
    hidden: true,
    knows: ['Dev Raman', 'Jun Park', 'Priya Nair'],
  },
  {
    name: 'Nora Bergmann',
    story: 'Moved from one photo profile to another; followers come slowly.',
    profiles: everywhere('nora.b', 'nora.again', 'norabergmann'),
    birthYear: 1982,
    about: 'Balcony tomatoes, year nine.',
    topics: ['GARDENING', 'HOME'],
    knows: ['Elif Kaya', 'Ingrid Vogel', 'Kofi Mensah', 'Sofia Lindgren'],
  },
  {
    name: 'Omar Farouk',
    story: 'Eighteen this year: old enough to be asked, and not asked yet.',
    profiles: everywhere('omar', 'omar.frames', 'omarfarouk'),
    birthYear: 2008,
    about: 'Short films, long titles.',
    topics: ['FILM', 'MUSIC', 'TECHNOLOGY'],
    knows: ['Priya Nair', 'Quentin Dubois'],
  },
  {
    name: 'Priya Nair',
    story: 'Social app first: posts every day, reads every reaction.',
    profiles: everywhere('priya', 'priya.plates', 'priyanair'),
    birthYear: 1992,
    about: 'Statistician. Yes, on purpose.',
    topics: ['TECHNOLOGY', 'COOKING', 'BOOKS'],
    knows: ['Kofi Mensah', 'Mina Haddad', 'Omar Farouk', 'Sofia Lindgren'],
  },
  {
    name: 'Quentin Dubois',
    story: 'Seventeen, with a profile in the messenger and the photo app.',
    profiles: { MESSENGER: 'quentin.d', PHOTO: 'quentin.rides' },
    birthYear: 2009,
    about: 'Trains and their timetables.',
    topics: ['TRAVEL', 'BOARD_GAMES'],
    knows: ['Finn Maier', 'Jun Park', 'Omar Farouk'],
  },
  {
    name: 'Café Nordlicht',
    story: 'A business in all three apps; its category is what its contacts’ topics come from.',
    profiles: everywhere('cafe.nordlicht', 'cafe.nordlicht', 'cafenordlicht'),
    birthYear: 2004,
    about: 'Open from seven. Cardamom buns until they are gone.',
    topics: ['COOKING'],
    business: 'COOKING',
    knows: ['Ada Okafor', 'Chiara Moretti'],
  },
  {
    name: 'Radhaus Cycles',
    story: 'A bicycle shop with a messenger and a social profile.',
    profiles: { MESSENGER: 'radhaus', SOCIAL: 'radhauscycles' },
    birthYear: 2001,
    about: 'Repairs on Tuesdays and whenever it rains.',
    topics: ['CYCLING'],
    business: 'CYCLING',
    knows: ['Dev Raman'],
  },
  {
    name: 'Sofia Lindgren',
    story: 'Has asked to follow Elif in the photo app and waits for an answer.',
    profiles: { PHOTO: 'sofia.north', SOCIAL: 'sofialindgren' },
    birthYear: 1995,
    about: 'North of everything.',
    topics: ['HIKING', 'PHOTOGRAPHY'],
    knows: ['Hana Sato', 'Nora Bergmann', 'Priya Nair'],
  },
  {
    name: 'Tomás Rivera',
    story: 'Blocked by Goran. Look for Goran with his token: there is nobody.',
    profiles: everywhere('tomas.r', 'tomas.beats', 'tomasrivera'),
    birthYear: 1989,
    about: 'Drums, neighbours, apologies.',
    topics: ['MUSIC', 'FILM'],
    knows: ['Priya Nair', 'Omar Farouk'],
  },
]
