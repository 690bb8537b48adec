import { describe, expect, test } from 'vitest'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { derivedId } from '../../../../subgraphs/runtime/idempotency/derivedId.ts'
import { type Act, type Attempt, createIdempotency } from '../../../../subgraphs/runtime/idempotency/idempotency.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { countCalls } from '../../../../subgraphs/storage/counting.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import type { CollectionDefinition, StoredDocument } from '../../../../subgraphs/storage/port.ts'

interface Post extends StoredDocument {
  readonly text: string
  readonly of: string
}
const POSTS: CollectionDefinition<Post> = { name: 'posts', version: 1, indexes: [{ name: 'of', eq: ['of'] }] }
const HOUR = 3_600_000
const act: Act = { actor: 'ada', client: 'SOCIAL', mutation: 'createPost', key: 'k1', input: { text: 'hi' } }

function createDesk() {
  const counted = countCalls(createMemoryStorage())
  const { storage } = counted
  const clock = createManualClock(0)
  const random = createSeededRandom('desk')
  const idempotency = createIdempotency({ storage, collection: 'deskIdempotency', clock, random })
  const posts = storage.collection(POSTS)
  let effects = 0

  const write = async (attempt: Attempt, text = 'hi') => {
    effects += 1
    const _id = attempt.documentId()
    await posts.insert({ _id, text, of: 'ada' })
    return { postId: _id }
  }
  const post = (changed: Partial<Act> = {}) => idempotency.once({ ...act, ...changed }, (attempt) => write(attempt))
  const all = async () => (await posts.page('of', { of: 'ada' }, { limit: 1000 })).items
  return {
    calls: () => counted.calls(),
    reset: () => counted.reset(),
    clock,
    idempotency,
    posts,
    write,
    post,
    all,
    effects: () => effects,
  }
}

describe('the same key', () => {
  test('with the same input acts once and answers the same', async () => {
    const desk = createDesk()
    const first = await desk.post()
    expect(await desk.post()).toEqual(first)
    expect(desk.effects()).toBe(1)
    expect(await desk.all()).toHaveLength(1)
  })

  test('is the same when the input is spelt in another order, whatever key it holds', async () => {
    const desk = createDesk()
    const first = await desk.post({ input: { text: 'hi', media: null, idempotencyKey: 'k1' } })
    expect(await desk.post({ input: { media: null, text: 'hi' } })).toEqual(first)
  })

  test('with another input is refused, before and after the answer', async () => {
    const desk = createDesk()
    const crash = desk.idempotency.once(act, () => Promise.reject(new Error('crash')))
    await expect(crash).rejects.toThrow('crash')
    const other = { input: { text: 'hello' } }
    await expect(desk.post(other)).rejects.toMatchObject({ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } })
    await desk.post()
    await expect(desk.post(other)).rejects.toMatchObject({ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } })
  })

  test.each([
    ['actor', { actor: 'bob' }],
    ['client', { client: 'ACCOUNTS' }],
    ['client', { client: null }],
    ['mutation', { mutation: 'postStatus' }],
    ['key', { key: 'k2' }],
  ])('is unseen under another %s', async (_what, changed) => {
    const desk = createDesk()
    const first = await desk.post()
    expect(await desk.post(changed)).not.toEqual(first)
    expect(desk.effects()).toBe(2)
  })

  test('is a new one after 24 hours, with new documents', async () => {
    const desk = createDesk()
    const first = await desk.post()
    await desk.clock.advance(24 * HOUR - 1)
    expect(await desk.post()).toEqual(first)
    await desk.clock.advance(1)
    const second = await desk.post({ input: { text: 'other' } })
    expect(second).not.toEqual(first)
    expect(await desk.all()).toHaveLength(2)
  })

  test.each(['', 'k'.repeat(129)])('must have 1 to 128 characters: %s', async (key) => {
    await expect(createDesk().post({ key })).rejects.toThrow(
      `"idempotencyKey" must have 1 to 128 characters, but got: ${key.length}.`,
    )
  })
})

describe('a crash', () => {
  test('between effect and record cannot act twice', async () => {
    const desk = createDesk()
    const crash = desk.idempotency.once(act, async (attempt) => {
      await desk.write(attempt)
      throw new Error('crash')
    })
    await expect(crash).rejects.toThrow('crash')
    const { postId } = await desk.post()
    expect((await desk.all()).map((post) => post._id)).toEqual([postId])
    expect(desk.effects()).toBe(2)
  })

  test('before the effect leaves nothing but the key', async () => {
    const desk = createDesk()
    await expect(desk.idempotency.once(act, () => Promise.reject(new Error('crash')))).rejects.toThrow('crash')
    expect(await desk.all()).toHaveLength(0)
    await desk.post()
    expect(await desk.all()).toHaveLength(1)
  })
})

describe('a race', () => {
  test('of many calls with one key ends with one document and one answer', async () => {
    const desk = createDesk()
    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.post()))
    expect(new Set(answers.map((answer) => answer.postId)).size).toBe(1)
    expect(await desk.all()).toHaveLength(1)
  })

  test('that the effect decides differently is decided by who records first', async () => {
    const desk = createDesk()
    let number = 0
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => desk.idempotency.once(act, () => Promise.resolve((number += 1)))),
    )
    expect(new Set(answers).size).toBe(1)
  })
})

test('an act has as many document ids as it has labels', async () => {
  const desk = createDesk()
  const ids = await desk.idempotency.once(act, ({ documentId }) =>
    Promise.resolve([documentId(), documentId('media'), documentId()]),
  )
  expect(ids[0]).toBe(ids[2])
  expect(ids[0]).not.toBe(ids[1])
  expect(ids[0]).toMatch(/^[A-Za-z0-9_-]{22}$/)
})

test('a new act costs a read and two writes besides its own, a repeated one a read', async () => {
  const desk = createDesk()
  desk.reset()
  await desk.post()
  expect(desk.calls()).toEqual({
    'deskIdempotency.getMany': 1,
    'deskIdempotency.insert': 1,
    'posts.insert': 1,
    'deskIdempotency.patch': 1,
  })
  desk.reset()
  await desk.post()
  expect(desk.calls()).toEqual({ 'deskIdempotency.getMany': 1 })
})

test('records whose time is over are swept up as new ones come', async () => {
  const desk = createDesk()
  for (let n = 0; n < 100; n++) await desk.post({ key: `old ${n}` })
  await desk.clock.advance(24 * HOUR)
  desk.reset()
  for (let n = 0; n < 64; n++) await desk.post({ key: `new ${n}` })
  expect(desk.calls()['deskIdempotency.delete']).toBe(100)
})

test('a derived id depends on each part and on where it ends', () => {
  expect(derivedId('a', 'b')).toBe(derivedId('a', 'b'))
  const others = [derivedId('ab'), derivedId('a', 'b', ''), derivedId('b', 'a'), derivedId('a","b'), derivedId(1)]
  expect(new Set([derivedId('a', 'b'), derivedId('1'), ...others]).size).toBe(7)
})
