import { expect } from 'vitest'
import type { Json } from '../../support/subgraphTester.ts'
import { sceneAt, storedAbout, type Scene, type Stage } from './scenes.ts'

/** Something wrong that a person or their app may send. */
export interface Bad {
  readonly what: string
  /** How far Anna has come when it is sent. */
  readonly at: Stage
  /** Made before: not part of what must leave everything as it was. */
  readonly before?: (scene: Scene) => Promise<unknown>
  readonly send: (scene: Scene) => Promise<Json>
  readonly code: string
  readonly path: readonly string[] | null
}

/** What must hold, what came instead, and, last, what to do: a sentence that begins with a verb. */
export const SAYS_WHAT_TO_DO =
  /^[A-Z].+, but .+\. (Answer|Approve|Compare|Fetch|Leave|Link|Make|Name|Post|Read|Send|Shorten|Show|Sign|Switch|Take|Unlink|Upload|Use|Wait) .+\.$/

/** Texts that nobody was ever given: as a code, an id, a digest or a name. */
export const ABSURD: readonly (readonly [what: string, text: string])[] = [
  ['empty', ''],
  ['blank', ' \t\n'],
  ['of 100,000 letters', 'X'.repeat(100_000)],
  ['of 40,000 letters that change their length in capitals', 'ß'.repeat(40_000)],
  ['of astral characters', '𝔄👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ['of right-to-left and zero-width characters', '\u202eאב\u200b\u2066'],
  ['of half a character', '\ud800'],
  ['with a zero byte', 'AB\0CD'],
  ['a name of JavaScript', '__proto__'],
  ['an operator of a store', '{"$ne":null}'],
]

/** Sends it in a town of its own: refused with this code, this path and a sentence of use, and nothing has changed. */
export async function refuses({ at, before, send, code, path }: Bad): Promise<void> {
  const scene = await sceneAt(at)
  await before?.(scene)
  const stored = await storedAbout(scene.town, ['anna', 'ben'])
  const { errors, ...changed } = await send(scene)
  expect(errors).toEqual([{ code, path, message: expect.stringMatching(SAYS_WHAT_TO_DO) as unknown }])
  expect(Object.values(changed).filter((entity) => entity !== null)).toEqual([])
  expect(await storedAbout(scene.town, ['anna', 'ben'])).toEqual(stored)
}
