import * as fc from 'fast-check'
import { APPS, type App } from '../../../subgraphs/runtime/identity/identity.ts'
import { ROADS } from '../../subgraphs/accounts/everyRoad.ts'
import { FLOWS } from './world.ts'

// A history is a list of moves: plain data, so that it can be printed, shrunk and run again. Moves refer to what there is
// when they come ("the second newest request"), and do nothing where there is none.

/** Four people; finn is under age in the photo app, and nobody vouches for uma in the social app. */
export const PEOPLE = ['anna', 'ben', 'finn', 'uma'] as const
export type Person = (typeof PEOPLE)[number]

/** Which apps are proved in a session of the accounts center, in which order, and how many seconds ago. */
export interface CenterSession {
  readonly apps: readonly App[]
  readonly ago: number
}

/** What a client does. `nth`: 0 is the newest there is. `who`: the one who may, or somebody else. */
export type Deed =
  | {
      /** The four acts of a link, one after the other, as two apps' clients do them; `acts` of them. */
      readonly do: 'ceremony'
      readonly person: Person
      readonly opener: Person
      readonly from: App
      readonly app: App
      /** A bit for each offer. */
      readonly yes: number
      readonly acts: number
    }
  | { readonly do: 'requestLink'; readonly person: Person; readonly from: App; readonly app: App; readonly key: number }
  | { readonly do: 'openLink'; readonly person: Person; readonly app: App; readonly nth: number | null }
  | {
      readonly do: 'confirmLink'
      readonly nth: number
      readonly who: Who
      readonly ago: number
      readonly yes: number
      readonly flaw: 'none' | 'missing' | 'doubled' | 'foreign' | 'outdated'
    }
  | { readonly do: 'approveLink' | 'rejectLink'; readonly nth: number; readonly who: Who; readonly ago: number }
  | {
      readonly do: 'pauseLink' | 'resumeLink' | 'unlink' | 'hideLink' | 'showLink'
      readonly person: Person
      readonly nth: number
      /** By whoever's link it is, or by this person. */
      readonly own: boolean
      readonly session: CenterSession
    }
  | {
      readonly do: 'setConsent'
      readonly person: Person
      readonly session: CenterSession
      readonly flow: string
      readonly granted: boolean
      readonly shown: boolean
    }
  | {
      readonly do: 'setFeature'
      readonly person: Person
      readonly session: CenterSession
      readonly feature: string
      readonly enabled: boolean
    }
  | { readonly do: 'roads'; readonly person: Person; readonly app: 'PHOTO' | 'SOCIAL'; readonly gpc: boolean }
  | { readonly do: 'center'; readonly person: Person; readonly session: CenterSession }
  | { readonly do: 'look'; readonly person: Person; readonly app: App }
  /** The client sends an earlier act again, answered or lost. */
  | { readonly do: 'again'; readonly nth: number }

export type Who = 'requester' | 'opener' | 'stranger'

export type Move =
  | { readonly move: 'begin'; readonly process: 0 | 1; readonly deed: Deed }
  /** Lets the `which`-th held call go, `turns` times. */
  | { readonly move: 'go'; readonly which: number; readonly turns: number }
  | { readonly move: 'pass'; readonly ms: number }
  /** A process dies at its `which`-th held call, before it takes place or before anybody hears of it. */
  | { readonly move: 'kill'; readonly process: 0 | 1; readonly which: number; readonly taken: boolean }
  /** Everything that is under way ends. */
  | { readonly move: 'rest' }

const person = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Person>('anna') },
  { weight: 3, arbitrary: fc.constant<Person>('ben') },
  { weight: 1, arbitrary: fc.constantFrom<Person>('finn', 'uma') },
)
const app = fc.constantFrom(...APPS)
const likely = (weight: number) =>
  fc.oneof({ weight, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) })
/** In seconds since signing in: fresh, or not. */
const ago = fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(301) })
const nth = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat({ max: 4 }) })
const who = (right: Who) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(right) },
    { weight: 1, arbitrary: fc.constantFrom<Who>('opener', 'requester', 'stranger') },
  )
const session: fc.Arbitrary<CenterSession> = fc.record({
  apps: fc.oneof(
    { weight: 3, arbitrary: fc.constant([...APPS]) },
    { weight: 2, arbitrary: fc.shuffledSubarray([...APPS], { minLength: 1 }) },
  ),
  ago,
})
const yes = fc.oneof({ weight: 3, arbitrary: fc.constant(31) }, { weight: 1, arbitrary: fc.nat({ max: 31 }) })
const FEATURES = [
  'CROSSPOST>messenger>photo',
  'CROSSPOST>messenger>social',
  'CROSSPOST>photo>social',
  'SIGN_ON>photo>social',
  'AVATARS>social>social',
]
const deedOf = <Name extends Deed['do']>(...names: Name[]) => ({ do: fc.constantFrom(...names) })

const linkedLife = fc.record({
  ...deedOf('pauseLink', 'resumeLink', 'unlink', 'hideLink', 'showLink', 'resumeLink', 'showLink'),
  person,
  nth: fc.nat({ max: 3 }),
  own: likely(9),
  session,
})
const ceremony = fc
  .record({
    ...deedOf('ceremony'),
    person,
    opener: fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: person }),
    pair: fc.shuffledSubarray([...APPS], { minLength: 2, maxLength: 2 }),
    yes,
    acts: fc.oneof({ weight: 5, arbitrary: fc.constant(4) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) }),
  })
  .map(({ opener, pair: [from = 'PHOTO', to = 'SOCIAL'], ...rest }) => {
    return { ...rest, opener: opener ?? rest.person, from, app: to }
  })

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: ceremony },
  { weight: 2, arbitrary: fc.record({ ...deedOf('requestLink'), person, from: app, app, key: fc.nat({ max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ ...deedOf('openLink'), person, app, nth: fc.option(nth, { freq: 2 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ...deedOf('confirmLink'),
      nth,
      who: who('opener'),
      ago,
      yes,
      flaw: fc.constantFrom(
        'none' as const,
        'none' as const,
        'none' as const,
        'missing' as const,
        'doubled' as const,
        'foreign' as const,
        'outdated' as const,
      ),
    }),
  },
  { weight: 3, arbitrary: fc.record({ ...deedOf('approveLink'), nth, who: who('requester'), ago }) },
  { weight: 1, arbitrary: fc.record({ ...deedOf('rejectLink'), nth, who: who('opener'), ago }) },
  { weight: 8, arbitrary: linkedLife },
  {
    weight: 6,
    arbitrary: fc.record({
      ...deedOf('setConsent'),
      person,
      session,
      flow: fc.constantFrom(...FLOWS, 'social>messenger>ADS'),
      granted: fc.boolean(),
      shown: likely(6),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...deedOf('setFeature'),
      person,
      session,
      feature: fc.constantFrom(...FEATURES),
      enabled: likely(2),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      ...deedOf('roads'),
      person,
      app: fc.constantFrom('PHOTO' as const, 'SOCIAL' as const),
      gpc: likely(5).map((no) => !no),
    }),
  },
  { weight: 2, arbitrary: fc.record({ ...deedOf('center'), person, session }) },
  { weight: 1, arbitrary: fc.record({ ...deedOf('look'), person, app }) },
  { weight: 4, arbitrary: fc.record({ ...deedOf('again'), nth: fc.nat({ max: 6 }) }) },
)

const DAY = 86_400_000
const process = fc.constantFrom(0 as const, 1 as const)
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 14, arbitrary: fc.record({ move: fc.constant('begin' as const), process, deed }) },
  {
    weight: 12,
    arbitrary: fc.record({
      move: fc.constant('go' as const),
      which: fc.nat({ max: 4 }),
      turns: fc.integer({ min: 1, max: 12 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      move: fc.constant('pass' as const),
      ms: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(1, 20, 90, 200, 260, 600) },
        { weight: 1, arbitrary: fc.constantFrom(290_000, 600_000, 364 * DAY, 2 * DAY) },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      move: fc.constant('kill' as const),
      process,
      which: fc.nat({ max: 3 }),
      taken: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('rest' as const) }) },
)

/** How many moves a history has; most of them are something. */
const MOVES = 60
/** People who have linked something are where it gets interesting: a few ceremonies come first. */
const PREFACE = 3

/** Somebody is served, and takes it back at once: by a withdrawal, a pause or an end. */
const takenBack = fc
  .record({
    process,
    person,
    road: fc.constantFrom(...ROADS),
    turns: fc.integer({ min: 0, max: 6 }),
    ms: fc.constantFrom(0, 40, 150),
    take: fc.constantFrom('setConsent' as const, 'setConsent' as const, 'pauseLink' as const, 'unlink' as const),
  })
  .map(({ process: at, person: who, road: [app, , flow], turns, ms, take }): Move[] => {
    const session = { apps: [...APPS], ago: 0 }
    const taking: Deed =
      take === 'setConsent'
        ? { do: take, person: who, session, flow, granted: false, shown: true }
        : { do: take, person: who, nth: 0, own: true, session }
    return [
      { move: 'begin', process: at, deed: { do: 'roads', person: who, app, gpc: false } },
      { move: 'go', which: 0, turns },
      { move: 'pass', ms },
      { move: 'begin', process: at === 0 ? 1 : 0, deed: taking },
      { move: 'go', which: 1, turns },
    ]
  })

/** Moves may shrink to nothing, one by one. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, length: number): fc.Arbitrary<T[]> =>
  fc
    .array(fc.option(arbitrary, { freq: 20 }), { minLength: length, maxLength: length })
    .map((all) => all.flatMap((each) => (each === null ? [] : [each])))

const preface = maybe(fc.record({ move: fc.constant('begin' as const), process, deed: ceremony }), PREFACE).map(
  (begun): Move[] => begun.flatMap((each) => [each, { move: 'rest' }]),
)
const one = fc.oneof({ weight: 10, arbitrary: move.map((each) => [each]) }, { weight: 1, arbitrary: takenBack })

export const histories: fc.Arbitrary<Move[]> = fc
  .tuple(preface, maybe(one, MOVES))
  .map(([first, then]) => [...first, ...then.flat()])
