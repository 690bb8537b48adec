import { expect, test } from 'vitest'
import { createLookout } from '../../../../gateway/playground/page/stories/lookout.ts'

/** A lookout over answers that are given by hand; `planned` are the looks that wait for their time. */
function lookoutAt(due: number | null) {
  const told: string[] = []
  const asked: ((found: string) => void)[] = []
  const planned = new Map<() => void, number>()
  const lookout = createLookout<string>({
    read: () => new Promise((answer) => asked.push(answer)),
    tell: (found) => void told.push(found),
    due: () => due,
    later(ms, run) {
      planned.set(run, ms)
      return () => planned.delete(run)
    },
  })
  const answer = async (found: string): Promise<void> => {
    asked.shift()?.(found)
    await new Promise((done) => setImmediate(done))
  }
  return { lookout, told, asked, planned, answer }
}

test('looks at once, and again when that is due, for as long as somebody watches', async () => {
  const { lookout, told, asked, planned, answer } = lookoutAt(500)
  const end = lookout.watch()
  await answer('first')
  expect([told, [...planned.values()]]).toEqual([['first'], [500]])
  for (const run of planned.keys()) run()
  expect(asked.length).toBe(1)
  end()
  await answer('second')
  expect([told, planned.size]).toEqual([['first', 'second'], 0])
})

test('looks no more when nothing is due, or nobody watches', async () => {
  const still = lookoutAt(null)
  still.lookout.watch()
  await still.answer('first')
  expect(still.planned.size).toBe(0)
  const left = lookoutAt(500)
  left.lookout.watch()()
  await left.answer('first')
  expect(left.planned.size).toBe(0)
})

test('tells nothing of a look that another one, or something done, has overtaken', async () => {
  const { lookout, told, answer } = lookoutAt(null)
  void lookout.look()
  void lookout.look()
  await answer('old')
  await answer('new')
  void lookout.look()
  lookout.drop()
  await answer('dropped')
  expect(told).toEqual(['new'])
})
