import * as fc from 'fast-check'
import type { App } from '../../../subgraphs/runtime/identity/identity.ts'
import { type Reach, type Target, TARGETS } from './acts.ts'
import type { Fate } from './network.ts'
import type { Place } from './running.ts'

// A history is a list of moves: plain data, so that it can be printed, shrunk and run again. Moves refer to what there is
// when they come ("the second newest status"), and do nothing where there is none.

/** What the person does. `nth`: 0 is the newest status. `by`: the client that asks. */
export type Deed =
  | { readonly do: 'post' }
  | { readonly do: 'share'; readonly nth: number; readonly targets: readonly Chosen[]; readonly by: Client }
  | { readonly do: 'edit' | 'retract' | 'retry'; readonly nth: number; readonly by: Client }
  | { readonly do: 'deleteStatus'; readonly nth: number }
  | { readonly do: 'deleteCopy'; readonly nth: number; readonly target: Target }
  | { readonly do: 'pause' | 'resume' | 'unlink'; readonly app: App }
  /** Links what is not linked, and switches the feature on. */
  | { readonly do: 'link'; readonly target: Target; readonly on: boolean }
  | { readonly do: 'switch'; readonly target: Target; readonly on: boolean }
  /** The client sends an act with a key again that was answered. */
  | { readonly do: 'again'; readonly nth: number }
  /** Ben tries it with anna's. */
  | { readonly do: 'meddle'; readonly nth: number; readonly with: 'share' | 'edit' | 'retract' | 'retry' }

export type Client = 'MESSENGER' | 'ACCOUNTS'
export interface Chosen {
  readonly target: Target
  readonly reach: Reach
}

export type Move =
  | { readonly move: 'begin'; readonly deed: Deed; readonly second: boolean }
  /** Lets the `which`-th held call go, of the store or of a service, `turns` times. */
  | { readonly move: 'go'; readonly which: number; readonly turns: number }
  /** Lets the `which`-th call between services meet its fate; first lets others go until there is one. */
  | { readonly move: 'meet'; readonly which: number; readonly fate: Fate }
  /** The `nth` newest call between services arrives once more. */
  | { readonly move: 'replay'; readonly nth: number }
  /** The workers of this process look for what is due. */
  | { readonly move: 'work'; readonly place: Place }
  | { readonly move: 'pass'; readonly ms: number }
  /** Until just before, or exactly when, the oldest live status expires. */
  | { readonly move: 'expire'; readonly before: number }
  /** The process dies at its `which`-th held call of the store, before it takes place or before anybody hears of it. */
  | { readonly move: 'kill'; readonly place: Place; readonly which: number; readonly taken: boolean }
  /** For so many rounds of minutes nothing, or not the answer, comes through to this app. */
  | { readonly move: 'outage'; readonly place: 'photo' | 'social'; readonly rounds: number; readonly acts: boolean }
  /** Everything is let go until all is quiet, and compared. */
  | { readonly move: 'quiet' }

const weighted = <T>(...arms: readonly (readonly [weight: number, value: T])[]): fc.Arbitrary<T> =>
  fc.oneof(...arms.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })))
const one = <Name extends Deed['do']>(...names: readonly Name[]) => ({ do: fc.constantFrom(...names) })

const nth = weighted([6, 0], [2, 1], [1, 2])
const by = weighted<Client>([2, 'MESSENGER'], [1, 'ACCOUNTS'])
const target = fc.constantFrom(...TARGETS)
const app = weighted<App>([2, 'MESSENGER'], [3, 'PHOTO'], [2, 'SOCIAL'])
const reach = weighted<Reach>([2, 'EVERYONE'], [1, 'CIRCLE'])
const targets = fc
  .tuple(weighted<readonly Target[]>([3, ['PHOTO']], [2, TARGETS], [1, ['SOCIAL']]), reach, reach)
  .map(([names, ...reaches]) => names.map((each, at): Chosen => ({ target: each, reach: reaches[at] ?? 'CIRCLE' })))

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 2, arbitrary: fc.record(one('post')) },
  { weight: 9, arbitrary: fc.record({ ...one('share'), nth, targets, by }) },
  { weight: 5, arbitrary: fc.record({ ...one('edit'), nth, by }) },
  { weight: 2, arbitrary: fc.record({ ...one('retract'), nth, by }) },
  { weight: 3, arbitrary: fc.record({ ...one('retry'), nth, by }) },
  { weight: 1, arbitrary: fc.record({ ...one('deleteStatus'), nth }) },
  { weight: 2, arbitrary: fc.record({ ...one('deleteCopy'), nth, target }) },
  { weight: 4, arbitrary: fc.record({ ...one('pause', 'resume', 'resume', 'resume'), app }) },
  { weight: 1, arbitrary: fc.record({ ...one('unlink'), app }) },
  { weight: 4, arbitrary: fc.record({ ...one('link'), target, on: weighted([5, true], [1, false]) }) },
  { weight: 3, arbitrary: fc.record({ ...one('switch'), target, on: weighted([3, true], [1, false]) }) },
  { weight: 2, arbitrary: fc.record({ ...one('again'), nth: fc.nat({ max: 3 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      ...one('meddle'),
      nth,
      with: fc.constantFrom('share' as const, 'edit' as const, 'retract' as const, 'retry' as const),
    }),
  },
)

/** What the person does most while processes die: everything about one status, and sometimes what takes the feature away. */
export const deedsOfSharing: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ ...one('share'), nth, targets, by }) },
  { weight: 5, arbitrary: fc.record({ ...one('edit'), nth, by }) },
  { weight: 1, arbitrary: fc.record({ ...one('retract', 'retry'), nth, by }) },
  { weight: 1, arbitrary: fc.record({ ...one('deleteStatus'), nth }) },
  { weight: 1, arbitrary: fc.record({ ...one('deleteCopy'), nth, target }) },
  { weight: 2, arbitrary: fc.record({ ...one('again'), nth: fc.nat({ max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ ...one('switch'), target, on: fc.boolean() }) },
)

const MINUTE = 60_000
const place = weighted<Place>([4, 'accounts'], [2, 'accounts2'], [2, 'photo'], [1, 'social'], [1, 'messenger'])
const kind = <Name extends Move['move']>(name: Name) => ({ move: fc.constant(name) })
const begin: fc.Arbitrary<Move> = fc.record({ ...kind('begin'), deed, second: fc.constantFrom(false, false, true) })
const firstShare: fc.Arbitrary<Move> = targets.map((chosen) => ({
  move: 'begin',
  deed: { do: 'share', nth: 0, targets: chosen, by: 'MESSENGER' },
  second: false,
}))
const go: fc.Arbitrary<Move> = fc.record({
  ...kind('go'),
  which: fc.nat({ max: 3 }),
  turns: fc.integer({ min: 1, max: 16 }),
})
const meet: fc.Arbitrary<Move> = fc.record({
  ...kind('meet'),
  which: fc.nat({ max: 3 }),
  fate: weighted<Fate>([1, 'deliver'], [2, 'lose'], [3, 'cut'], [2, 'stall'], [2, 'double']),
})
const kill: fc.Arbitrary<Move> = fc.record({ ...kind('kill'), place, which: fc.nat({ max: 2 }), taken: fc.boolean() })
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: begin },
  { weight: 4, arbitrary: go },
  { weight: 3, arbitrary: meet },
  { weight: 2, arbitrary: fc.record({ ...kind('replay'), nth: fc.nat({ max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ ...kind('work'), place }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...kind('pass'),
      ms: weighted([3, 50], [3, 300], [3, 1_000], [3, 31_000], [1, 6 * MINUTE], [1, 70 * MINUTE]),
    }),
  },
  { weight: 1, arbitrary: fc.record({ ...kind('expire'), before: fc.constantFrom(0, 0, 1, 400) }) },
  { weight: 1, arbitrary: kill },
  {
    weight: 1,
    arbitrary: fc.record({
      ...kind('outage'),
      place: fc.constantFrom('photo' as const, 'social' as const),
      rounds: fc.constantFrom(2, 14),
      acts: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record(kind('quiet')) },
)

/** How many times something is done in a history. */
const STEPS = 16

/** A put is under way and late while what it rests on is taken away, which answers; then it arrives. */
const takenBack: fc.Arbitrary<Move[]> = fc
  .record({
    how: fc.constantFrom('share' as const, 'edit' as const),
    target,
    fate: weighted<Fate>([3, 'stall'], [1, 'lose'], [1, 'cut']),
    take: fc.constantFrom('pause' as const, 'switch' as const, 'unlink' as const),
    turns: fc.integer({ min: 3, max: 7 }),
  })
  .map(({ how, target: app, fate, take, turns }): Move[] => [
    { move: 'quiet' },
    begun(how === 'edit' ? { do: how, nth: 0, by: 'MESSENGER' } : shareIn(app)),
    { move: 'meet', which: 0, fate: how === 'edit' ? fate : 'deliver' },
    { move: 'meet', which: 0, fate },
    { ...begun(take === 'switch' ? { do: take, target: app, on: false } : { do: take, app }), second: true },
    { move: 'go', which: 3, turns },
    { move: 'pass', ms: 700 },
    { move: 'replay', nth: 0 },
    { move: 'replay', nth: 1 },
    { move: 'go', which: 3, turns: 14 },
    { move: 'quiet' },
    begun({ do: 'link', target: app, on: true }),
    begun({ do: 'resume', app }),
  ])
/** All tries come to nothing, and the person tries again. */
const triedAgain: fc.Arbitrary<Move[]> = fc
  .record({ how: fc.constantFrom('share' as const, 'edit' as const), target, acts: fc.boolean(), back: fc.boolean() })
  .map(({ how, target: app, acts, back }): Move[] => [
    begun(how === 'edit' ? { do: how, nth: 0, by: 'MESSENGER' } : shareIn(app)),
    { move: 'outage', place: app === 'PHOTO' ? 'photo' : 'social', rounds: 14, acts },
    ...(back ? [{ move: 'quiet' } as const] : []),
    begun({ do: 'retry', nth: 0, by: 'ACCOUNTS' }),
  ])
const begun = (of: Deed): Move & { move: 'begin' } => ({ move: 'begin', deed: of, second: false })
const shareIn = (app: Target): Deed => {
  return { do: 'share', nth: 0, targets: [{ target: app, reach: 'CIRCLE' }], by: 'ACCOUNTS' }
}

/** Something is begun, comes so far, and meets with something: a call's fate, a death, another act. */
const step: fc.Arbitrary<Move[]> = fc.oneof(
  { weight: 3, arbitrary: move.map((each) => [each]) },
  { weight: 4, arbitrary: fc.tuple(begin, go, fc.oneof(meet, begin, kill), go).map((all): Move[] => all) },
  { weight: 2, arbitrary: fc.tuple(begin, fc.constant<Move>({ move: 'quiet' })).map((all): Move[] => all) },
  { weight: 1, arbitrary: fc.oneof(takenBack, takenBack, triedAgain) },
)

/** Each begins with something that was shared; steps may shrink to nothing, one by one. */
const preface = fc.tuple(fc.constant<Move>({ move: 'begin', deed: { do: 'post' }, second: false }), firstShare)

export const historiesOf = (steps: number): fc.Arbitrary<Move[]> =>
  fc
    .tuple(preface, fc.array(fc.option(step, { freq: 20 }), { minLength: steps, maxLength: steps }))
    .map(([first, all]) => [...first, ...all.flatMap((each) => each ?? [])])

export const histories: fc.Arbitrary<Move[]> = historiesOf(STEPS)
