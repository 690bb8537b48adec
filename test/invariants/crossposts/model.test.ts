import { expect, test } from 'vitest'
import { type Act, Violation } from './acts.ts'
import { judge, posted, visible, type World } from './model.ts'
import { createPossibilities } from './possible.ts'

// The model says what the design says: each case here is a sentence of it.

const link = (id: string) => ({ id, active: true })
const links = { MESSENGER: link('m'), PHOTO: link('p'), SOCIAL: link('s') }
const NOTHING: World = { account: 'a', links, on: { PHOTO: true, SOCIAL: true }, statuses: [] }
const POSTED = posted(NOTHING, 1_000)
const share = (reach: 'CIRCLE' | 'EVERYONE', text: string): Act => ({
  do: 'share',
  status: 0,
  target: 'PHOTO',
  reach,
  text,
})

/** The worlds after these acts at this time, and whether the last was done. */
function after(acts: readonly Act[], at = 0) {
  let outcomes = [{ world: POSTED, said: 'DONE' }]
  for (const act of acts) outcomes = outcomes.flatMap(({ world }) => judge(world, act, { from: at, to: at }))
  return outcomes
}

const shown = (acts: readonly Act[], at = 0) => after(acts).map(({ world }) => visible(world, 0, 'PHOTO', at))
const said = (acts: readonly Act[], at = 0) => [...new Set(after(acts, at).map((outcome) => outcome.said))]

test('what is shared is seen until its status expires, and not from that millisecond on', () => {
  expect(shown([share('EVERYONE', 'a')], 999)).toEqual([{ text: 'a', reach: 'EVERYONE' }])
  expect(shown([share('EVERYONE', 'a')], 1_000)).toEqual([null])
  expect(said([share('EVERYONE', 'a')], 1_000)).toEqual(['REFUSED'])
})

test('an audience may become narrower, never wider, not even after the end', () => {
  expect(shown([share('EVERYONE', 'a'), share('CIRCLE', 'b')])).toEqual([{ text: 'b', reach: 'CIRCLE' }])
  expect(said([share('CIRCLE', 'a'), share('EVERYONE', 'b')])).toEqual(['REFUSED'])
  expect(said([share('CIRCLE', 'a'), { do: 'retract', status: 0 }, share('EVERYONE', 'b')])).toEqual(['REFUSED'])
})

test.each<readonly Act[]>([
  [
    { do: 'pause', app: 'PHOTO', link: 'p' },
    { do: 'resume', app: 'PHOTO', link: 'p' },
  ],
  [
    { do: 'pause', app: 'MESSENGER', link: 'm' },
    { do: 'resume', app: 'MESSENGER', link: 'm' },
  ],
  [
    { do: 'switch', target: 'PHOTO', on: false },
    { do: 'switch', target: 'PHOTO', on: true },
  ],
  [
    { do: 'unlink', app: 'PHOTO', link: 'p' },
    { do: 'link', account: 'a', links: { MESSENGER: 'm', SOCIAL: 's', PHOTO: 'p2' } },
    { do: 'switch', target: 'PHOTO', on: true },
  ],
])('what was taken away at once given back ($do) brings no copy back, and sharing again does', (...acts) => {
  expect(new Set(shown([share('EVERYONE', 'a'), ...acts]))).toEqual(new Set([null]))
  expect(said([share('EVERYONE', 'a'), ...acts, share('EVERYONE', 'b')])).toEqual(['DONE'])
})

test('two edits at once may come in either order, and nothing else may be seen than one of them', () => {
  const start = () => {
    const model = createPossibilities({ first: POSTED, now: () => 0, mayGiveUp: () => false })
    const acts: Act[] = [
      share('EVERYONE', 'a'),
      { do: 'edit', status: 0, text: 'b' },
      { do: 'edit', status: 0, text: 'c' },
    ]
    const [first = 0, ...edits] = acts.map((act) => model.begin(act))
    for (const number of [first, ...edits]) model.answered(number, 'DONE')
    return (text: string) =>
      model.quiet((_, target) => {
        const copy = { id: 'x', text, reach: 'EVERYONE', expiresAt: 1_000, from: 'MESSENGER' } as const
        return target === 'PHOTO' ? { copy, shown: { state: 'LIVE', failure: null } } : { copy: null, shown: null }
      })
  }
  for (const text of ['a', 'b', 'c']) expect(() => start()(text)).not.toThrow()
  expect(() => start()('d')).toThrow(Violation)
})
