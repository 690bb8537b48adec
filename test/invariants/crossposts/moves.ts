import * as fc from 'fast-check'
import type { App } from '../../../subgraphs/runtime/identity/identity.ts'
import { type Reach, type Target, TARGETS } from './acts.ts'
import type { Fate } from './network.ts'
import { type Place, PLACES } from './running.ts'

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
  /** Lets the `which`-th call between services meet its fate. */
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
  { weight: 2, arbitrary: fc.record({ ...one('deleteStatus'), nth }) },
  { weight: 2, arbitrary: fc.record({ ...one('deleteCopy'), nth, target }) },
  { weight: 4, arbitrary: fc.record({ ...one('pause', 'resume', 'resume'), app }) },
  { weight: 1, arbitrary: fc.record({ ...one('unlink'), app }) },
  { weight: 2, arbitrary: fc.record({ ...one('link'), target, on: fc.constantFrom(true, true, true, false) }) },
  { weight: 3, arbitrary: fc.record({ ...one('switch'), target, on: fc.constantFrom(true, true, false) }) },
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

const MINUTE = 60_000
const place = fc.constantFrom(...PLACES)
const kind = <Name extends Move['move']>(name: Name) => ({ move: fc.constant(name) })
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ ...kind('begin'), deed, second: fc.constantFrom(false, false, true) }),
  },
  {
    weight: 14,
    arbitrary: fc.record({ ...kind('go'), which: fc.nat({ max: 4 }), turns: fc.integer({ min: 1, max: 14 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      ...kind('meet'),
      which: fc.nat({ max: 3 }),
      fate: weighted<Fate>([2, 'deliver'], [2, 'lose'], [3, 'cut'], [2, 'stall'], [2, 'double']),
    }),
  },
  { weight: 3, arbitrary: fc.record({ ...kind('replay'), nth: fc.nat({ max: 5 }) }) },
  { weight: 3, arbitrary: fc.record({ ...kind('work'), place }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...kind('pass'),
      ms: weighted([3, 50], [3, 300], [3, 1_000], [3, 31_000], [1, 6 * MINUTE], [1, 70 * MINUTE]),
    }),
  },
  { weight: 1, arbitrary: fc.record({ ...kind('expire'), before: fc.constantFrom(0, 0, 1, 400) }) },
  {
    weight: 2,
    arbitrary: fc.record({ ...kind('kill'), place, which: fc.nat({ max: 2 }), taken: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...kind('outage'),
      place: fc.constantFrom('photo' as const, 'social' as const),
      rounds: fc.constantFrom(2, 14),
      acts: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record(kind('quiet')) },
)

/** How many moves a history has; most of them are something. */
const MOVES = 36

/** Each begins with something that was shared; moves may shrink to nothing, one by one. */
const preface: readonly Move[] = [{ move: 'begin', deed: { do: 'post' }, second: false }]

export const histories: fc.Arbitrary<Move[]> = fc
  .array(fc.option(move, { freq: 20 }), { minLength: MOVES, maxLength: MOVES })
  .map((all) => [...preface, ...all.flatMap((each) => (each === null ? [] : [each]))])
