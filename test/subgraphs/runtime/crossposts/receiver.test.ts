import { describe, expect, test } from 'vitest'
import { isAcceptable } from '../../../../subgraphs/runtime/grants/acceptance.ts'
import { DELTA, L } from '../../../../subgraphs/runtime/grants/constants.ts'
import { TEST_START, testIds } from '../../../support/subgraphTester.ts'
import { ADA, createWall, EXPIRES, HOUR, KEY, type Wall } from './wall.ts'

const words = async (wall: Wall) => (await wall.visible()).map((note) => note.words)

describe('a copy', () => {
  test('says what was put, where it is from, and ends with the status', async () => {
    const wall = createWall()
    const put = await wall.put({ audience: 'EVERYONE' })
    const [note] = await wall.visible()
    expect(put).toEqual({ outcome: 'LIVE', storyId: testIds('wall').seal('Note', note?._id ?? '') })
    expect(note).toMatchObject({
      authorId: 'ada',
      words: 'Hello',
      audience: 'EVERYONE',
      postedAt: TEST_START,
      expiresAt: EXPIRES,
      crosspostedFrom: 'MESSENGER',
      crosspost: { revision: 1, media: null },
    })
  })

  test('is there once, however often it is put', async () => {
    const wall = createWall()
    const first = await wall.put()
    expect(await Promise.all([wall.put(), wall.put(), wall.put()])).toEqual([first, first, first])
    expect(await wall.rows()).toHaveLength(1)
  })

  test('is another one with another key', async () => {
    const wall = createWall()
    const [one, two] = [await wall.put(), await wall.put({ key: 'the key of another one' })]
    expect(one).not.toEqual(two)
    expect(await wall.rows()).toHaveLength(2)
  })

  test('shows the highest revision, in whatever order they come', async () => {
    const wall = createWall()
    const texts = ['one', 'two', 'three']
    for (const revision of [2, 1, 3, 2]) await wall.put({ revision, text: texts[revision - 1] ?? null })
    expect(await words(wall)).toEqual(['three'])
  })

  test('can be narrowed by a later revision', async () => {
    const wall = createWall()
    await wall.put({ audience: 'EVERYONE' })
    await wall.put({ revision: 2, audience: 'FRIENDS' })
    expect(await wall.visible()).toMatchObject([{ audience: 'FRIENDS' }])
  })
})

describe('an end', () => {
  test('takes the copy away with its words, for good', async () => {
    const wall = createWall()
    await wall.put()
    await wall.end()
    await wall.end()
    expect(await wall.rows()).toMatchObject([{ words: null, expiresAt: 0 }])
    expect(await wall.put({ revision: 2 })).toEqual({ outcome: 'ENDED' })
    expect(await wall.visible()).toEqual([])
  })

  test('that overtakes its creation ends it before it is there', async () => {
    const wall = createWall()
    await wall.end()
    expect(await wall.put()).toEqual({ outcome: 'ENDED' })
    expect(await wall.visible()).toEqual([])
  })

  test('by its author in the app itself is final too', async () => {
    const wall = createWall()
    await wall.put()
    await wall.authorDeletes()
    expect(await wall.put({ revision: 2 })).toEqual({ outcome: 'ENDED' })
  })

  test('of one key leaves the others alone', async () => {
    const wall = createWall()
    await wall.put({ key: 'the key of another one' })
    await wall.end()
    expect(await words(wall)).toEqual(['Hello'])
  })

  test('for somebody whom the app does not know changes nothing', async () => {
    const wall = createWall()
    await wall.end({ authorId: 'no id' })
    expect(await wall.rows()).toEqual([])
  })
})

describe('a read that is a turn old', () => {
  /** A copy is put, then something happens to it; the next read finds it as it was before that. */
  async function readingOld(meanwhile: (wall: Wall) => Promise<unknown>): Promise<Wall> {
    const wall = createWall()
    await wall.put()
    const old = [await wall.rows()]
    await meanwhile(wall)
    const getMany = wall.notes.getMany.bind(wall.notes)
    wall.notes.getMany = async (ids) => old.pop() ?? getMany(ids)
    return wall
  }

  test('does not make a repeated put say that a copy is there which has ended', async () => {
    const wall = await readingOld((before) => before.end())
    expect(await wall.put()).toEqual({ outcome: 'ENDED' })
  })

  test('does not put an older revision over a newer one', async () => {
    const wall = await readingOld((before) => before.put({ revision: 3, text: 'three' }))
    expect((await wall.put({ revision: 2, text: 'two' })).outcome).toBe('LIVE')
    expect(await words(wall)).toEqual(['three'])
  })

  test('does not let a copy slip past its end', async () => {
    const wall = await readingOld((before) => before.put({ revision: 2 }))
    await wall.end()
    expect(await words(wall)).toEqual([])
  })
})

describe('a put is refused', () => {
  test.each([
    ['for somebody whom there is not', { authorId: testIds('wall').seal('Person', 'nobody') }],
    ['for an id of another app', { authorId: testIds('photo').seal('Person', 'ada') }],
    ['for an audience of another app', { audience: 'FOLLOWERS' }],
  ])('%s', async (_what, more) => {
    const wall = createWall()
    expect(await wall.put(more)).toEqual({ outcome: 'REFUSED' })
    expect(await wall.rows()).toEqual([])
  })

  test('from the millisecond in which the status expires', async () => {
    const wall = createWall()
    await wall.clock.advance(20 * HOUR - 1)
    expect((await wall.put()).outcome).toBe('LIVE')
    await wall.clock.advance(1)
    expect(await wall.put({ revision: 2 })).toEqual({ outcome: 'ENDED' })
    expect(await wall.visible()).toEqual([])
  })

  test('by the very rule by which grants are', async () => {
    for (const ahead of [-1, 0, 1, L, L + DELTA, L + DELTA + 1]) {
      const wall = createWall()
      const { outcome } = await wall.put({ validUntil: TEST_START + ahead })
      expect(outcome).toBe(isAcceptable(TEST_START + ahead, TEST_START) ? 'LIVE' : 'TOO_LATE')
      expect(await wall.rows()).toHaveLength(outcome === 'LIVE' ? 1 : 0)
    }
  })

  test('when its decision ended while the app was looking, and whoever listens hears of both tests', async () => {
    const wall = createWall()
    const { validUntil } = wall.story()
    wall.media.keep = async () => {
      await wall.clock.advance(L + 1)
      return 'a picture'
    }
    expect(await wall.put({ media: picture('a picture') })).toEqual({ outcome: 'TOO_LATE' })
    expect(await wall.rows()).toEqual([])
    expect(wall.tests).toEqual([
      { of: 'story', exp: validUntil, now: TEST_START, accepted: true },
      { of: 'story', exp: validUntil, now: validUntil + 1, accepted: false },
    ])
  })

  test('when the wall clock was set back after its decision had ended', async () => {
    const wall = createWall()
    const old = wall.story()
    await wall.clock.advance(L + 1)
    wall.clock.shiftWall(-L - 1)
    expect(await wall.receiver.put(old)).toEqual({ outcome: 'TOO_LATE' })
  })
})

const picture = (bytes: string) => ({ contentType: 'image/webp', bytes })

describe('a picture', () => {
  const held = (wall: Wall) => [...wall.media.holds.keys()].map((hold) => hold.split(' ')[0])

  test('is kept with the copy, and let go with it', async () => {
    const wall = createWall()
    await wall.put({ media: picture('cat') })
    expect(await wall.visible()).toMatchObject([{ crosspost: { media: 'cat' } }])
    expect([...wall.media.holds.values()]).toMatchObject([{ until: EXPIRES + HOUR }])
    await wall.end()
    expect(held(wall)).toEqual([])
  })

  test('stays with its copy when the same put comes again, however late', async () => {
    const wall = createWall()
    for (let times = 0; times < 3; times++) await wall.put({ media: picture('cat') })
    expect(await wall.visible()).toMatchObject([{ crosspost: { revision: 1, media: 'cat' } }])
    expect(held(wall)).toEqual(['cat'])
  })

  test('makes room for the next one', async () => {
    const wall = createWall()
    await wall.put({ media: picture('cat') })
    await wall.put({ revision: 2, media: picture('dog') })
    expect(held(wall)).toEqual(['dog'])
    await wall.put({ revision: 3 })
    expect(held(wall)).toEqual([])
  })

  test('that did not make it is let go, one that is shown is not', async () => {
    const wall = createWall()
    await Promise.all([
      wall.put({ media: picture('cat') }),
      wall.put({ media: picture('cat') }),
      wall.put({ revision: 2, media: picture('cat') }),
    ])
    expect(await wall.visible()).toMatchObject([{ crosspost: { revision: 2, media: 'cat' } }])
    expect(held(wall)).toEqual(['cat'])
  })

  test('that the app does not take is told, and nothing is shown', async () => {
    const wall = createWall()
    expect(await wall.put({ media: picture('bad') })).toEqual({ outcome: 'MEDIA_REJECTED' })
    expect(await wall.rows()).toEqual([])
  })
})

describe('sweeping', () => {
  const many = async (wall: Wall) => {
    for (let n = 0; n < 64; n++) await wall.put({ key: `one of many keys ${n}`, expiresAt: EXPIRES + 20 * HOUR })
  }
  const stored = async (wall: Wall) => (await wall.rows()).filter(({ expiresAt }) => expiresAt <= EXPIRES).length

  test('takes copies and tombstones an hour after the status expired, with their pictures', async () => {
    const wall = createWall()
    await wall.put({ media: picture('cat') })
    await wall.end({ key: 'the key of another one' })
    await wall.clock.advance(21 * HOUR - 1)
    await many(wall)
    expect(await stored(wall)).toBe(2)
    await wall.clock.advance(1)
    await many(wall)
    expect(await stored(wall)).toBe(0)
    expect(wall.media.holds.size).toBe(0)
  })

  test('brings nothing back: a put that comes even later is refused', async () => {
    const wall = createWall()
    await wall.end()
    await wall.clock.advance(21 * HOUR)
    await many(wall)
    expect(await wall.put({ key: KEY, authorId: ADA })).toEqual({ outcome: 'ENDED' })
  })
})
