import { expect, test } from 'vitest'
import { endRestoredCopy } from '../../../../subgraphs/runtime/crossposts/restoredCopies.ts'
import { createWall, EXPIRES, type Wall } from './wall.ts'

const EMPTIED = { words: null }
const restored = async (wall: Wall) =>
  Promise.all((await wall.rows()).map(({ _id }) => endRestoredCopy(wall.notes, _id, EMPTIED)))

test('a copy that comes out of a backup has ended, for good, and shows nothing', async () => {
  const wall = createWall()
  await wall.put()
  expect(await restored(wall)).toEqual([true])
  expect(await wall.rows()).toMatchObject([{ words: null, expiresAt: 0 }])
  expect(await wall.put({ revision: 2 })).toEqual({ outcome: 'ENDED' })
  expect(await restored(wall)).toEqual([false])
})

test('a story that was posted in the app itself stays', async () => {
  const wall = createWall()
  const own = { authorId: 'ada', audience: 'FRIENDS', words: 'Mine', postedAt: 0, keptUntil: EXPIRES } as const
  await wall.notes.insert({ _id: 'own', ...own, expiresAt: EXPIRES, crosspostedFrom: null })
  expect(await endRestoredCopy(wall.notes, 'own', EMPTIED)).toBe(false)
  expect(await wall.visible()).toMatchObject([{ words: 'Mine' }])
})
