import { describe, expect, test } from 'vitest'
import { DAY_MS } from '../../../subgraphs/runtime/clock/millis.ts'
import { testIds } from '../../support/subgraphTester.ts'
import { ABSURD, SAYS_WHAT_TO_DO } from './badInput.ts'
import { createStage, type Stage } from './crossposts/stage.ts'

type Payload = { errors: { code: string; path: string[] | null; message: string }[]; crosspost: unknown }

/** What comes of it, and that a person can read why. */
function told({ errors, crosspost }: Payload): string[] {
  for (const { message } of errors) expect(message).toMatch(SAYS_WHAT_TO_DO)
  expect(crosspost === null).toBe(errors.length > 0)
  return errors.map(({ code, path }) => `${code} at ${path?.join('.') ?? 'all'}`)
}

const PHOTO = ['PHOTO', 'EVERYONE'] as const
const SOCIAL = ['SOCIAL', 'EVERYONE'] as const

const SHARES: readonly (readonly [string, (stage: Stage) => Promise<Payload>, readonly string[]])[] = [
  ['no targets', ({ share, post }) => share(post(), { to: [] }), ['CROSSPOST_NO_TARGETS at targets']],
  [
    'the messenger',
    ({ share, post }) => share(post(), { to: [['MESSENGER', 'EVERYONE']] }),
    ['CROSSPOST_TARGET_INVALID at targets.0'],
  ],
  [
    'an audience of the other app',
    ({ share, post }) =>
      share(post(), {
        to: [
          ['PHOTO', 'FRIENDS'],
          ['SOCIAL', 'FOLLOWERS'],
        ],
      }),
    ['CROSSPOST_AUDIENCE_INVALID at targets.0.audience', 'CROSSPOST_AUDIENCE_INVALID at targets.1.audience'],
  ],
  [
    'a text of 2,001 characters',
    ({ share, post }) => share(post(), { text: '👋'.repeat(2_001) }),
    ['CROSSPOST_TEXT_TOO_LONG at content.text'],
  ],
  [
    'no text and no picture',
    ({ share, post }) => share(post(), { text: null }),
    ['CROSSPOST_CONTENT_EMPTY at content'],
  ],
  [
    'a text of white space',
    ({ share, post }) => share(post(), { text: ' \n\t' }),
    ['CROSSPOST_CONTENT_EMPTY at content'],
  ],
  [
    'an upload that nobody has made',
    ({ share, post }) => share(post(), { uploadId: 'x' }),
    ['CROSSPOST_MEDIA_REJECTED at content.uploadId'],
  ],
  [
    'a status of somebody else',
    ({ share, post }) => share(post('theirs', 'ben')),
    ['CROSSPOST_STATUS_NOT_FOUND at statusId'],
  ],
  [
    'a status that there is not',
    ({ share }) => share(testIds('messenger').seal('Status', 'none')),
    ['CROSSPOST_STATUS_NOT_FOUND at statusId'],
  ],
  [
    'something else than a status',
    ({ share }) => share(testIds('messenger').seal('Message', 'none')),
    ['CROSSPOST_STATUS_NOT_FOUND at statusId'],
  ],
  [
    'a status that has expired',
    async ({ share, post, clock }) => {
      const status = post()
      await clock.advance(DAY_MS)
      return share(status)
    },
    ['CROSSPOST_STATUS_GONE at statusId'],
  ],
  [
    'a link that is paused, with the feature off',
    async ({ share, post, change, turn }) => {
      await turn('PHOTO', false)
      await change('pause', 'PHOTO')
      return share(post(), { to: [PHOTO] })
    },
    ['CROSSPOST_LINK_NOT_ACTIVE at targets.0'],
  ],
  [
    'a feature that is off',
    async ({ share, post, turn }) => {
      await turn('PHOTO', false)
      return share(post(), { to: [PHOTO] })
    },
    ['CROSSPOST_NOT_ENABLED at targets.0'],
  ],
  [
    'somebody who has linked nothing',
    ({ share, post, town }) => share(post('theirs', 'ben'), { by: town.inApp('ben', 'MESSENGER') }),
    ['CROSSPOST_LINK_NOT_ACTIVE at targets.0', 'CROSSPOST_LINK_NOT_ACTIVE at targets.1'],
  ],
  [
    'more people than before',
    async ({ share, post }) => {
      const status = post()
      await share(status, { to: [['SOCIAL', 'FRIENDS']] })
      return share(status, { to: [SOCIAL] })
    },
    ['CROSSPOST_AUDIENCE_WIDER at targets.0.audience'],
  ],
  [
    'a key that was used for another status',
    async ({ share, post }) => {
      await share(post(), { key: 'k' })
      return share(post(), { key: 'k' })
    },
    ['CROSSPOST_IDEMPOTENCY_KEY_REUSED at idempotencyKey'],
  ],
]

describe('sharing', () => {
  test.each(SHARES)('%s is refused, with what to do', async (_what, send, codes) => {
    expect(told(await send(await createStage()))).toEqual(codes)
  })

  test('doubled targets: the first goes, the second is refused', async () => {
    const { share, post, settle, apps } = await createStage()
    const { crosspost, errors } = await share(post(), { to: [PHOTO, PHOTO] })
    expect(crosspost.deliveries).toHaveLength(1)
    expect(errors).toMatchObject([{ code: 'CROSSPOST_TARGET_INVALID', path: ['targets', '1'] }])
    await settle()
    expect(apps.seen('photo')).toHaveLength(1)
  })

  test('a text of 2,000 characters goes, whatever a character is made of', async () => {
    const { share, post, settle, apps } = await createStage()
    expect(told(await share(post(), { text: '👋'.repeat(2_000), to: [PHOTO] }))).toEqual([])
    await settle()
    expect(apps.seen('photo')).toHaveLength(1)
  })

  test.each(ABSURD)('an id %s is of no status and no cross-post', async (_what, id) => {
    const { share, edit, retract, retry } = await createStage()
    expect(told(await share(id))).toEqual(['CROSSPOST_STATUS_NOT_FOUND at statusId'])
    const notFound = ['CROSSPOST_NOT_FOUND at crosspostId']
    expect(told(await edit(id, 'x'))).toEqual(notFound)
    expect(told(await retract(id))).toEqual(notFound)
    expect(told(await retry(id))).toEqual(notFound)
  })

  test('a key of no length, or of 129 characters, is a fault', async () => {
    const { share, post } = await createStage()
    for (const key of ['', 'k'.repeat(129)]) await expect(share(post(), { key })).rejects.toThrow('BAD_USER_INPUT')
  })
})

describe('changing a cross-post', () => {
  test('of somebody else is refused as if there were none', async () => {
    const { share, post, retract, retry, town } = await createStage()
    const { crosspost } = await share(post())
    for (const by of [town.inApp('ben', 'MESSENGER'), town.inCenter('ben')]) {
      expect(told(await retract(crosspost.id, by))).toEqual(['CROSSPOST_NOT_FOUND at crosspostId'])
      expect(told(await retry(crosspost.id, by))).toEqual(['CROSSPOST_NOT_FOUND at crosspostId'])
    }
  })

  test.each([
    ['too long', 'x'.repeat(2_001), 'CROSSPOST_TEXT_TOO_LONG at content.text'],
    ['empty', '', 'CROSSPOST_CONTENT_EMPTY at content'],
  ])('to a text that is %s is refused, and the copies stay as they were', async (_what, text, code) => {
    const { share, post, edit, settle, apps } = await createStage()
    const { crosspost } = await share(post())
    await settle()
    expect(told(await edit(crosspost.id, text))).toEqual([code])
    await settle()
    expect(apps.seen('photo')).toEqual([{ text: 'Hi', audience: 'EVERYONE' }])
  })

  test('with a key that was used for another text is refused', async () => {
    const { share, post, edit } = await createStage()
    const { crosspost } = await share(post())
    await edit(crosspost.id, 'One', 'k')
    expect(told(await edit(crosspost.id, 'Two', 'k'))).toEqual(['CROSSPOST_IDEMPOTENCY_KEY_REUSED at idempotencyKey'])
  })

  test('that has failed is retried only while its status lives', async () => {
    const { share, post, retry, settle, apps, clock } = await createStage()
    apps.moods.photo = 'REFUSES'
    const { crosspost } = await share(post(), { to: [PHOTO] })
    await settle()
    await clock.advance(DAY_MS)
    expect(told(await retry(crosspost.id))).toEqual(['CROSSPOST_STATUS_GONE at crosspostId'])
  })
})
