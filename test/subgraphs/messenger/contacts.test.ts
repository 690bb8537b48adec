import { describe, expect, test } from 'vitest'
import { testIds } from '../../support/subgraphTester.ts'
import { people } from './people.ts'

const refused = (code: string) => ({ profile: null, errors: [{ code, path: ['profileId'] }] })
const done = (id: string) => ({ profile: { id }, errors: [] })

describe('contacts', () => {
  test('are the owner’s own book, last added first', async () => {
    const messenger = await people({ anna: {}, ben: {}, cleo: {} })
    expect(await messenger.adds('anna', 'ben')).toEqual(done(messenger.id('ben')))
    await messenger.tester.clock.advance(1)
    await messenger.adds('anna', 'cleo')
    expect(await messenger.listed('anna', 'contacts')).toEqual(['cleo', 'ben'])
    expect(await messenger.listed('ben', 'contacts')).toEqual([])
  })

  test('keep their place when they are added again', async () => {
    const messenger = await people({ anna: {}, ben: {}, cleo: {} })
    for (const name of ['ben', 'cleo', 'ben']) {
      expect(await messenger.adds('anna', name)).toEqual(done(messenger.id(name)))
      await messenger.tester.clock.advance(1)
    }
    expect(await messenger.listed('anna', 'contacts')).toEqual(['cleo', 'ben'])
  })

  test('may be people whom nobody finds: their consent is not needed', async () => {
    const messenger = await people({ anna: {}, ben: { settings: { whoMayMessage: 'NOBODY' } } })
    expect(await messenger.adds('anna', 'ben')).toEqual(done(messenger.id('ben')))
    expect(await messenger.finds('anna', 'ben')).toBe(false)
  })

  test('go when they are removed, on one side only, as often as one likes', async () => {
    const messenger = await people({ anna: {}, ben: {} })
    await messenger.befriend('anna', 'ben')
    for (let i = 0; i < 2; i++) expect(await messenger.removes('anna', 'ben')).toEqual(done(messenger.id('ben')))
    expect(await messenger.listed('anna', 'contacts')).toEqual([])
    expect(await messenger.listed('ben', 'contacts')).toEqual(['anna'])
  })

  test('cannot be oneself', async () => {
    const messenger = await people({ anna: {} })
    expect(await messenger.adds('anna', 'anna')).toEqual(refused('OWN_PROFILE'))
    expect(await messenger.listed('anna', 'contacts')).toEqual([])
  })
})

describe('an id that is no profile', () => {
  test.each(['addContact', 'removeContact', 'blockMessengerProfile', 'unblockMessengerProfile'])(
    'is refused by %s',
    async (mutation) => {
      const messenger = await people({ anna: {} })
      const { ids } = messenger.tester
      const bad = ['', 'x', ids.seal('MessengerProfile', 'nobody'), ids.seal('Status', 'x')]
      bad.push(testIds('photo').seal('MessengerProfile', 'x'))
      for (const profileId of bad) {
        expect(await messenger.act('anna', mutation, { profileId })).toEqual(refused('PROFILE_NOT_FOUND'))
      }
    },
  )
})

test('a mutation’s own answer shows what it changed', async () => {
  const messenger = await people({ anna: {}, ben: { about: 'Hi', settings: { whoMayMessage: 'CONNECTIONS' } } })
  await messenger.befriend('anna', 'ben')
  await messenger.posts('ben')
  const query = `mutation ($input: BlockMessengerProfileInput!, $back: UnblockMessengerProfileInput!) {
    first: unblockMessengerProfile(input: $back) { profile { about statuses { nodes { kind } } } }
    block: blockMessengerProfile(input: $input) { profile { about statuses { nodes { kind } } } }
  }`
  const input = { profileId: messenger.id('ben') }
  expect(await messenger.data('anna', query, { input, back: input })).toEqual({
    first: { profile: { about: 'Hi', statuses: { nodes: [{ kind: 'TEXT' }] } } },
    block: { profile: { about: null, statuses: { nodes: [] } } },
  })
})
