import { describe, expect, test } from 'vitest'
import { handles } from '../../../subgraphs/messenger/rules/handleIsNormalised.ts'
import { people } from './people.ts'

const only = (whoMayMessage: string) => ({ settings: { whoMayMessage } })

describe('look-up by handle', () => {
  test.each(['anna.b', 'ANNA.B', '@anna.b', ' Anna.B '])('finds anna.b by %j', async (handle) => {
    const messenger = await people({ 'anna.b': {} })
    expect(await messenger.finds(null, handle)).toBe(true)
  })

  test.each(['anna', 'anna.', 'anna.bb', '', '@', '%', 'x'.repeat(10_000)])(
    'does not find her by %j',
    async (handle) => {
      const messenger = await people({ 'anna.b': {} })
      expect(await messenger.finds(null, handle)).toBe(false)
    },
  )

  test('finds EVERYONE’s profile without a session, and its owner always', async () => {
    const messenger = await people({ anna: only('EVERYONE'), ben: only('NOBODY') })
    expect(await messenger.finds(null, 'anna')).toBe(true)
    expect(await messenger.finds(null, 'ben')).toBe(false)
    expect(await messenger.finds('anna', 'ben')).toBe(false)
    expect(await messenger.finds('ben', 'ben')).toBe(true)
  })

  test('of CONNECTIONS is for whom the owner has added, not for who has added the owner', async () => {
    const messenger = await people({ anna: only('CONNECTIONS'), ben: {}, cleo: {} })
    await messenger.adds('anna', 'ben')
    await messenger.adds('cleo', 'anna')
    expect(await messenger.finds('ben', 'anna')).toBe(true)
    expect(await messenger.finds('cleo', 'anna')).toBe(false)
    expect(await messenger.finds(null, 'anna')).toBe(false)
  })
})

describe('about and businessCategory', () => {
  const hidden = { about: 'Likes tea', businessCategory: 'COFFEE', ...only('CONNECTIONS') }

  test('are for who may find the profile; name and handle for anybody who has the id', async () => {
    const messenger = await people({ anna: hidden, ben: {}, cleo: {} })
    await messenger.adds('anna', 'ben')
    const shown = '{ app handle displayName about businessCategory }'
    const open = { app: 'MESSENGER', handle: 'anna', displayName: 'anna of Testville' }
    const all = { ...open, about: 'Likes tea', businessCategory: 'COFFEE' }
    const nothing = { ...open, about: null, businessCategory: null }
    expect(await messenger.sees('anna', 'anna', shown)).toEqual(all)
    expect(await messenger.sees('ben', 'anna', shown)).toEqual(all)
    expect(await messenger.sees('cleo', 'anna', shown)).toEqual(nothing)
    expect(await messenger.sees(null, 'anna', shown)).toEqual(nothing)
  })
})

describe('a handle', () => {
  test.each([
    ['@Anna_B', 'anna_b'],
    ['a1', 'a1'],
    ['0-0', '0-0'],
    ['x'.repeat(30), 'x'.repeat(30)],
    ['a', null],
    ['.a', null],
    ['@@anna', null],
    ['anna b', null],
    ['änna', null],
    ['x'.repeat(31), null],
  ])('%j is stored as %j', (written, stored) => {
    expect(handles.normalise(written)).toBe(stored)
  })
})
