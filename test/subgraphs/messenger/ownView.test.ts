import { describe, expect, test } from 'vitest'
import { testIds } from '../../support/subgraphTester.ts'
import { people } from './people.ts'

const OWN = `{
  settings { whoMayMessage lastSeen theme language }
  devices { id }
  contacts { nodes { handle } }
  conversations { nodes { id } pageInfo { hasNextPage endCursor } }
  blockedProfiles { nodes { handle } }
}`
const ME = `{ messengerMe ${OWN} }`
const NOTHING = { settings: null, devices: null, contacts: null, conversations: null, blockedProfiles: null }
const SETTINGS = { whoMayMessage: 'EVERYONE', lastSeen: 'CONNECTIONS', theme: 'system', language: 'en' }

describe('the own view', () => {
  test('is whole in the messenger: lists are empty, never absent', async () => {
    const messenger = await people({ anna: {} })
    expect((await messenger.data('anna', ME)).messengerMe).toEqual({
      settings: SETTINGS,
      devices: [],
      contacts: { nodes: [] },
      conversations: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
      blockedProfiles: { nodes: [] },
    })
  })

  test('of the accounts centre has no devices and no conversations', async () => {
    const messenger = await people({ anna: {} })
    const { messengerMe } = await messenger.data('anna', ME, {}, null)
    expect(messengerMe).toMatchObject({ settings: SETTINGS, contacts: { nodes: [] }, blockedProfiles: { nodes: [] } })
    expect(messengerMe).toMatchObject({ devices: null, conversations: null })
  })

  test('signed out is null, without an error', async () => {
    const messenger = await people({ anna: {} })
    expect(await messenger.ask(null, ME)).toEqual({ data: { messengerMe: null } })
    expect(await messenger.sees(null, 'anna', OWN)).toEqual(NOTHING)
  })

  test('of somebody else is null, contacts included', async () => {
    const messenger = await people({ anna: {}, ben: {} })
    await messenger.befriend('anna', 'ben')
    expect(await messenger.sees('ben', 'anna', OWN)).toEqual(NOTHING)
  })
})

describe('with a token of another app', () => {
  const acts = [
    ['postStatus', '{ kind: TEXT, idempotencyKey: "1" }'],
    ['deleteStatus', '{ statusId: "x" }'],
    ['addContact', '{ profileId: "x" }'],
    ['removeContact', '{ profileId: "x" }'],
    ['blockMessengerProfile', '{ profileId: "x" }'],
    ['unblockMessengerProfile', '{ profileId: "x" }'],
  ] as const

  test.each(acts)('%s is refused, for the accounts centre as well', async (mutation, input) => {
    const messenger = await people({ anna: {} })
    const query = `mutation { ${mutation}(input: ${input}) { errors { code } } }`
    const refused = {
      data: { [mutation]: null },
      errors: [{ path: [mutation], extensions: { code: 'NOT_SIGNED_IN_TO_APP' } }],
    }
    expect(await messenger.ask(null, query)).toMatchObject(refused)
    expect(await messenger.ask('anna', query, {}, null)).toMatchObject(refused)
    expect(messenger.counted.calls()).toEqual({})
  })

  test('a session of a profile that is gone cannot act', async () => {
    const { tester } = await people({})
    const gone = { as: tester.ids.seal('MessengerProfile', 'gone'), client: 'MESSENGER' }
    expect(await tester.data('{ messengerMe { id } }', gone)).toEqual({ messengerMe: null })
    const query = 'mutation { postStatus(input: { kind: TEXT, idempotencyKey: "1" }) { errors { code } } }'
    expect((await tester.ask(query, gone)).errors).toMatchObject([{ extensions: { code: 'NOT_SIGNED_IN_TO_APP' } }])
  })
})

describe('ids', () => {
  test('that are malformed, forged, of another app or type are null by reference', async () => {
    const messenger = await people({ anna: {} })
    const forged = Buffer.from('0123456789abcdefMessengerProfile:anna').toString('base64url')
    const bad = ['', 'x', forged, testIds('photo').seal('MessengerProfile', 'anna'), 'ü'.repeat(999)]
    const status = messenger.tester.ids.seal('Status', 'none')
    expect(await messenger.fetch('anna', 'MessengerProfile', [...bad, status], '{ id }')).toEqual(
      Array.from({ length: 6 }, () => null),
    )
    expect(await messenger.fetch('anna', 'Status', [...bad, messenger.id('anna')], '{ id }')).toEqual(
      Array.from({ length: 6 }, () => null),
    )
  })

  test.each(['Conversation', 'EncryptedMessage'])('of a %s cannot exist yet', async (type) => {
    const messenger = await people({ anna: {} })
    const sealed = messenger.tester.ids.seal(type, 'anything')
    expect(await messenger.fetch('anna', type, [sealed, 'x'], '{ id }')).toEqual([null, null])
  })

  test.each(['MessengerAdSignals', 'MessengerPersonalizationSignals', 'MessengerImprovementSignals'])(
    'of %s: no grant holds',
    async (type) => {
      const { tester, id } = await people({ anna: {} }).then((m) => ({ tester: m.tester, id: m.id('anna') }))
      const keys = [{ grant: 'x' }, { grant: id }, { grant: 'ey'.repeat(168) }]
      expect(await tester.entities(type, keys, '{ grant validUntil }')).toEqual([null, null, null])
    },
  )
})
