import { describe, expect, test } from 'vitest'
import { people } from '../people.ts'

const ZOE = { handle: '@Zoe', displayName: ' Zoe ', birthYear: 1990, idempotencyKey: 'zoe' }

async function messenger() {
  const { tester } = await people({})
  const create = (changes: object = {}, caller?: string) =>
    tester.internal('createProfile', { ...ZOE, ...changes }, caller)
  const code = (changes: object, caller?: string) =>
    create(changes, caller).then(
      () => 'created',
      (error: { extensions: { code: string } }) => error.extensions.code,
    )
  return { tester, create, code }
}

describe('createProfile', () => {
  test('makes a profile with what is usual for the rest', async () => {
    const { tester, create } = await messenger()
    const { id } = await create()
    const query = '{ messengerMe { id handle displayName about businessCategory settings { whoMayMessage language } } }'
    expect(await tester.data(query, { as: id, client: 'MESSENGER' })).toEqual({
      messengerMe: {
        id,
        handle: 'zoe',
        displayName: 'Zoe',
        about: null,
        businessCategory: null,
        settings: { whoMayMessage: 'EVERYONE', language: 'en' },
      },
    })
  })

  test('answers the same profile for the same key, years later and at once', async () => {
    const { tester, create } = await messenger()
    const ids = await Promise.all(Array.from({ length: 8 }, () => create()))
    await tester.clock.advance(400 * 24 * 3_600_000)
    ids.push(await create())
    expect(new Set(ids.map(({ id }) => id)).size).toBe(1)
  })

  test('takes the id that it is given, unless somebody has it', async () => {
    const { tester, create, code } = await messenger()
    expect(await create({ id: 'zoe-1' })).toEqual({ id: tester.ids.seal('MessengerProfile', 'zoe-1') })
    expect(await code({ id: 'zoe-1', handle: 'yves', idempotencyKey: 'yves' })).toBe('INTERNAL_INPUT_INVALID')
  })

  test('gives a handle to one profile only, however many ask at once', async () => {
    const { code } = await messenger()
    const keys = Array.from({ length: 8 }, (_, index) => ({ idempotencyKey: `key ${index}` }))
    const codes = await Promise.all(keys.map((key) => code(key)))
    expect(codes.sort()).toEqual([...Array.from({ length: 7 }, () => 'INTERNAL_INPUT_INVALID'), 'created'])
  })

  test('refuses a key that came with another handle, and callers it does not know', async () => {
    const { code } = await messenger()
    expect(await code({})).toBe('created')
    expect(await code({ handle: 'zoe2' })).toBe('IDEMPOTENCY_KEY_REUSED')
    expect(await code({}, 'photo')).toBe('INTERNAL_CALL_FORBIDDEN')
  })

  test.each([
    { handle: 'z' },
    { displayName: ' ' },
    { about: 'x'.repeat(301) },
    { birthYear: 19.5 },
    { businessCategory: 'POLITICS' },
    { settings: { whoMayMessage: 'ALL' } },
    { settings: { colour: 'red' } },
    { email: 'zoe@example.com' },
    { id: 'a:b' },
    { idempotencyKey: '' },
  ])('refuses %j', async (changes) => {
    const { code } = await messenger()
    expect(await code(changes)).toBe('INTERNAL_INPUT_INVALID')
  })
})
