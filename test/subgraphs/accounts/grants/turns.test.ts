import { expect, test } from 'vitest'
import { createTurns } from '../../../../subgraphs/accounts/grants/turns.ts'

/** Something that ends when it is told to. */
function task(log: string[], name: string) {
  let resolve: (value: string) => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<string>((resolved, rejected) => ((resolve = resolved), (reject = rejected)))
  const work = () => {
    log.push(name)
    return promise
  }
  return { work, end: () => resolve(name), fail: () => reject(new Error(name)) }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('what has one key happens one after the other, in the order of asking, a failure included', async () => {
  const turns = createTurns()
  const log: string[] = []
  const [first, second, third] = [task(log, 'first'), task(log, 'second'), task(log, 'third')] as const
  const results = Promise.allSettled([first, second, third].map((one) => turns('a', one.work)))
  await turn()
  expect(log).toEqual(['first'])
  first.fail()
  await turn()
  expect(log).toEqual(['first', 'second'])
  second.end()
  third.end()
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  expect(log).toEqual(['first', 'second', 'third'])
})

test('other keys do not wait', async () => {
  const turns = createTurns()
  const log: string[] = []
  const [one, other] = [task(log, 'one'), task(log, 'other')] as const
  const results = Promise.all([turns('a', one.work), turns('b', other.work)])
  expect(log).toEqual(['one', 'other'])
  one.end()
  other.end()
  expect(await results).toEqual(['one', 'other'])
})
