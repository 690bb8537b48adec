import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StoryReceiver } from '../../../../subgraphs/runtime/crossposts/receiver.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { cases, seed } from '../../../support/long.ts'
import { createRacingStorage } from '../../../support/racingStorage.ts'
import { createWall, EXPIRES, HOUR, type Wall } from './wall.ts'

const KEYS = ['the key of one copy', 'the key of another'] as const
type Key = (typeof KEYS)[number]

/** What happens to the copies; `at` is which of two processes gets the call. */
type Act =
  | { readonly kind: 'put'; readonly key: Key; readonly revision: number; readonly late: boolean; readonly at: 0 | 1 }
  | { readonly kind: 'end'; readonly key: Key; readonly at: 0 | 1 }
  | { readonly kind: 'author deletes' }

/** Some of it at once, its store calls in this order; then time passes. */
interface Step {
  readonly acts: readonly Act[]
  readonly choices: readonly number[]
  readonly hours: number
}

const key = fc.constantFrom(...KEYS)
const at = fc.constantFrom<(0 | 1)[]>(0, 1)
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      key,
      revision: fc.integer({ min: 1, max: 4 }),
      late: fc.nat(9).map((n) => n === 0),
      at,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('end' as const), key, at }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'author deletes' as const }) },
)
const step: fc.Arbitrary<Step> = fc.record({
  acts: fc.array(act, { minLength: 1, maxLength: 4 }),
  choices: fc.array(fc.nat(3), { maxLength: 24 }),
  hours: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }) }),
})

/** Stands before the receiver and makes a mistake. */
type Fault = (receiver: StoryReceiver, wall: Wall) => StoryReceiver
const faultless: Fault = (receiver) => receiver

/** What has happened to a copy so far. */
interface Known {
  /** The highest revision of which a put was answered LIVE. */
  revision: number
  ended: boolean
}

/** Goes through a history with two processes over one store, and throws at the first thing that must not be. */
async function live(history: readonly Step[], fault: Fault): Promise<void> {
  const racing = createRacingStorage(createMemoryStorage())
  const wall = createWall(racing.storage)
  const walls = [wall, createWall(racing.storage, wall.clock)]
  const receivers = walls.map(({ receiver }) => fault(receiver, wall))
  const known = Object.fromEntries(KEYS.map((name) => [name, { revision: 0, ended: false }])) as Record<Key, Known>

  for (const { acts, choices, hours } of history) {
    const learned = await racing.race(
      choices,
      acts.map((one) => () => run(one, wall, receivers)),
    )
    learned.flat().forEach((learn) => learn(known))
    await check(wall, known)
    await wall.clock.advance(hours * HOUR)
    await check(wall, known)
  }
}

type Learn = (known: Record<Key, Known>) => void

/** Does it, and answers what is known from then on. */
async function run(one: Act, wall: Wall, receivers: readonly StoryReceiver[]): Promise<readonly Learn[]> {
  if (one.kind === 'author deletes') {
    const deleted = await wall.authorDeletes()
    return deleted.map((words) => (known) => void (known[keyOf(words)].ended = true))
  }
  const receiver = receivers[one.at] as StoryReceiver
  if (one.kind === 'end') {
    await receiver.end({ ...wall.story(), key: one.key })
    return [(known) => void (known[one.key].ended = true)]
  }
  const text = `${one.key}: ${one.revision}`
  const late = one.late ? { validUntil: wall.clock.wall() - 1 } : {}
  const { outcome } = await receiver.put(wall.story({ key: one.key, revision: one.revision, text, ...late }))
  // Said when the race is over: what throws in one of its acts is nobody's until then.
  if (one.late) return [() => expect(outcome).toBe('TOO_LATE')]
  if (outcome !== 'LIVE') return []
  return [(known) => void (known[one.key].revision = Math.max(known[one.key].revision, one.revision))]
}

async function check(wall: Wall, known: Readonly<Record<Key, Known>>): Promise<void> {
  const seen = (await wall.visible()).map((note) => note.words ?? '')
  const isOver = wall.clock.wall() >= EXPIRES
  const allowed = KEYS.filter((name) => known[name].revision > 0 && !known[name].ended && !isOver)
  expect(seen.toSorted()).toEqual(allowed.map((name) => `${name}: ${known[name].revision}`).toSorted())
}

function keyOf(words: string): Key {
  return words.split(':')[0] as Key
}

const property = (fault: Fault) =>
  fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), (history) => live(history, fault))

describe('whatever comes, twice, late and in any order, over two processes', () => {
  test('exactly the copies are seen that may be: one for each key, of the highest revision, none after an end', async () => {
    await fc.assert(property(faultless), { seed, numRuns: cases(150) })
  })

  test.each<[string, Fault]>([
    ['forgets its key', forgetsItsKey],
    ['takes the expiry from the copy', takesExpiryFromTheCopy],
    ['takes whatever comes last', takesWhateverComesLast],
    ['leaves no tombstone', leavesNoTombstone],
    ['does not look at the time of the decision', takesLatePuts],
  ])('and a receiver that %s is found', async (_what, fault) => {
    expect(await fc.check(property(fault), { seed, numRuns: 150 })).toMatchObject({ failed: true })
  })
})

function forgetsItsKey(receiver: StoryReceiver): StoryReceiver {
  let puts = 0
  return { ...receiver, put: (story) => receiver.put({ ...story, key: `${story.key}, put ${puts++}` }) }
}

function takesExpiryFromTheCopy(receiver: StoryReceiver, { clock }: Wall): StoryReceiver {
  return { ...receiver, put: (story) => receiver.put({ ...story, expiresAt: clock.wall() + 24 * HOUR }) }
}

function takesWhateverComesLast(receiver: StoryReceiver): StoryReceiver {
  let puts = 0
  return { ...receiver, put: (story) => receiver.put({ ...story, revision: ++puts }) }
}

function leavesNoTombstone(receiver: StoryReceiver, wall: Wall): StoryReceiver {
  return {
    ...receiver,
    async end(story) {
      if ((await wall.visible()).some(({ words }) => words !== null && keyOf(words) === story.key)) {
        await receiver.end(story)
      }
    },
  }
}

function takesLatePuts(receiver: StoryReceiver, wall: Wall): StoryReceiver {
  return { ...receiver, put: (story) => receiver.put({ ...story, validUntil: wall.story().validUntil }) }
}
