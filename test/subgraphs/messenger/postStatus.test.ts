import { beforeAll, describe, expect, test } from 'vitest'
import { createMlsMessages, type MlsMessages } from '../../support/mls.ts'
import { DAY, type Messenger, people } from './people.ts'

let mls: MlsMessages
beforeAll(async () => {
  mls = await createMlsMessages()
})

const post = (messenger: Messenger, input: object, name = 'anna') =>
  messenger.act(name, 'postStatus', { kind: 'TEXT', idempotencyKey: 'one', ...input })

const refused = (code: string, ...path: string[]) => ({ status: null, errors: [{ code, path }] })

describe('the ciphertext of a status', () => {
  test('comes back as it was sealed', async () => {
    const messenger = await people({ anna: {} })
    const ciphertext = await mls.sealed('Hello from the lake')
    const { status } = await post(messenger, { ciphertext, kind: 'IMAGE' })
    expect(await messenger.fetch('anna', 'Status', [status.id], '{ kind ciphertext }')).toEqual([
      { kind: 'IMAGE', ciphertext },
    ])
  })

  test.each([
    ['plain words', 'Hello from the lake'],
    ['nothing', ''],
    ['random bytes', Buffer.from('Hello from the lake').toString('base64url')],
    ['no canonical base64url', 'garbage'],
  ])('must be an MLS message, not %s', async (_case, ciphertext) => {
    const messenger = await people({ anna: {} })
    expect(await post(messenger, { ciphertext })).toEqual(refused('NOT_AN_MLS_MESSAGE', 'ciphertext'))
    expect(await messenger.statusesSeen('anna', 'anna')).toEqual([])
  })

  test.each(['keyPackage', 'sealedProposal', 'publicProposal'] as const)(
    'must be sealed content, not the MLS message %s',
    async (form) => {
      const messenger = await people({ anna: {} })
      expect(await post(messenger, { ciphertext: mls[form] })).toEqual(refused('NOT_AN_MLS_MESSAGE', 'ciphertext'))
    },
  )

  test('must be the whole message and nothing else, in one spelling', async () => {
    const messenger = await people({ anna: {} })
    const bytes = Buffer.from(await mls.sealed('Hello'), 'base64url')
    const broken = [
      bytes.subarray(0, -1).toString('base64url'),
      Buffer.concat([bytes, Buffer.of(0)]).toString('base64url'),
      `${bytes.toString('base64url')}==`,
      `${bytes.toString('base64url')}\n`,
    ]
    for (const ciphertext of broken) {
      expect(await post(messenger, { ciphertext })).toEqual(refused('NOT_AN_MLS_MESSAGE', 'ciphertext'))
    }
  })

  test('has at most 65,536 bytes', async () => {
    const messenger = await people({ anna: {} })
    const ciphertext = await mls.sealed('x'.repeat(65_536))
    expect(await post(messenger, { ciphertext })).toEqual(refused('CIPHERTEXT_TOO_LARGE', 'ciphertext'))
    expect(await post(messenger, { ciphertext: await mls.sealed('x'.repeat(65_000)) })).toMatchObject({ errors: [] })
  })
})

describe('the audience of a status', () => {
  test.each(['Conversation', 'Status'])('cannot be a %s: there is no conversation yet', async (type) => {
    const messenger = await people({ anna: {} })
    const audienceId = messenger.tester.ids.seal(type, 'anything')
    expect(await post(messenger, { audienceId })).toEqual(refused('NOT_A_MEMBER', 'audienceId'))
    expect(await post(messenger, { audienceId: '' })).toEqual(refused('NOT_A_MEMBER', 'audienceId'))
  })
})

describe('the idempotency key', () => {
  test('with the same input answers the same status', async () => {
    const messenger = await people({ anna: {} })
    const first = await post(messenger, {})
    await messenger.tester.clock.advance(1000)
    expect(await post(messenger, {})).toEqual(first)
    expect(await messenger.statusesSeen('anna', 'anna')).toEqual([first.status.id])
  })

  test('makes one status of many attempts at once', async () => {
    const messenger = await people({ anna: {} })
    const payloads = await Promise.all(Array.from({ length: 20 }, () => post(messenger, {})))
    expect(new Set(payloads.map(({ status }) => status.id)).size).toBe(1)
    expect(await messenger.statusesSeen('anna', 'anna')).toHaveLength(1)
  })

  test('with another input is refused, and changes nothing', async () => {
    const messenger = await people({ anna: {} })
    const first = await post(messenger, {})
    expect(await post(messenger, { kind: 'VIDEO' })).toEqual(refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey'))
    expect(await messenger.statusesSeen('anna', 'anna')).toEqual([first.status.id])
  })

  test('of somebody else is another key', async () => {
    const messenger = await people({ anna: {}, ben: {} })
    const [annas, bens] = [await post(messenger, {}), await post(messenger, { kind: 'VIDEO' }, 'ben')]
    expect(bens.errors).toEqual([])
    expect(bens.status.id).not.toBe(annas.status.id)
  })

  test('does not bring back a status that was deleted', async () => {
    const messenger = await people({ anna: {} })
    const { status } = await post(messenger, {})
    await messenger.act('anna', 'deleteStatus', { statusId: status.id })
    expect(await post(messenger, {})).toEqual(refused('STATUS_GONE', 'idempotencyKey'))
    expect(await messenger.statusesSeen('anna', 'anna')).toEqual([])
  })

  test('is free again after 24 hours', async () => {
    const messenger = await people({ anna: {} })
    const first = await post(messenger, {})
    await messenger.tester.clock.advance(DAY)
    const second = await post(messenger, {})
    expect(second.errors).toEqual([])
    expect(second.status.id).not.toBe(first.status.id)
  })

  test.each(['', 'x'.repeat(129)])('has 1 to 128 characters, not %j', async (idempotencyKey) => {
    const messenger = await people({ anna: {} })
    const query = `mutation ($input: PostStatusInput!) { postStatus(input: $input) { status { id } } }`
    const answer = await messenger.ask('anna', query, { input: { kind: 'TEXT', idempotencyKey } })
    expect(answer).toMatchObject({ data: { postStatus: null }, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
  })
})
