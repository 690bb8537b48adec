import { describe, expect, test } from 'vitest'
import { DAY_MS } from '../../../../subgraphs/runtime/clock/millis.ts'
import { profileOf } from '../town.ts'
import { createStage, told } from './stage.ts'

describe('a status that its author shares', () => {
  test('shows in both apps, once in each, for whom it was shared', async () => {
    const { post, share, settle, look, apps } = await createStage()
    const { crosspost, errors } = await share(post())
    expect(errors).toEqual([])
    await settle()
    expect(told(await look(crosspost.id))).toBe('LIVE: PHOTO LIVE, SOCIAL LIVE')
    expect(apps.seen('photo')).toEqual([{ text: 'Hi', audience: 'EVERYONE' }])
    expect(apps.seen('social')).toEqual([{ text: 'Hi', audience: 'FRIENDS' }])
  })

  test('is told with the copies, whose ids are those of the apps, and how often each was tried', async () => {
    const { post, share, settle, look, apps, clock } = await createStage()
    const status = post()
    const { crosspost } = await share(status)
    await settle()
    const [photo, social] = (await look(crosspost.id)).deliveries
    expect(photo).toMatchObject({ story: { __typename: 'PhotoStory' }, attempts: 1, failure: null })
    expect(social).toMatchObject({ story: { __typename: 'SocialStory' }, attempts: 1, failure: null })
    const [put] = apps.puts
    expect(put?.input).toMatchObject({ authorId: profileOf('PHOTO', 'anna'), expiresAt: clock.wall() + DAY_MS })
    expect(await look(crosspost.id)).toMatchObject({ status: { id: status } })
  })

  test('goes by a token of the messenger and by one of the accounts center that proves the messenger', async () => {
    const { town, post, share, settle, apps } = await createStage()
    expect((await share(post(), { by: town.inCenter('anna') })).errors).toEqual([])
    const elsewhere = await share(post(), { by: town.inCenter('anna', ['PHOTO', 'SOCIAL']) })
    expect(elsewhere).toMatchObject({ crosspost: null, errors: [{ code: 'CROSSPOST_STATUS_NOT_FOUND' }] })
    await settle()
    expect(apps.seen('photo')).toHaveLength(1)
  })

  test('goes where it is allowed, and says where it is not', async () => {
    const { post, share, settle, turn, look } = await createStage()
    await turn('SOCIAL', false)
    const { crosspost, errors } = await share(post())
    expect(errors).toMatchObject([{ code: 'CROSSPOST_NOT_ENABLED', path: ['targets', '1'] }])
    await settle()
    expect(told(await look(crosspost.id))).toBe('LIVE: PHOTO LIVE')
  })

  test('has one cross-post: sharing it again adds an app and leaves the other as it is', async () => {
    const { post, share, settle, look, apps } = await createStage()
    const status = post()
    const first = await share(status, { to: [['PHOTO', 'FOLLOWERS']], text: 'One' })
    await settle()
    const second = await share(status, { to: [['SOCIAL', 'FRIENDS']], text: 'Two' })
    expect(second.crosspost.id).toBe(first.crosspost.id)
    await settle()
    expect(told(await look(first.crosspost.id))).toBe('LIVE: PHOTO LIVE, SOCIAL LIVE')
    expect([...apps.seen('photo'), ...apps.seen('social')].map(({ text }) => text)).toEqual(['One', 'Two'])
  })

  test('may be shared again for fewer people, never for more', async () => {
    const { post, share, settle, apps } = await createStage()
    const status = post()
    await share(status, { to: [['PHOTO', 'EVERYONE']] })
    await share(status, { to: [['PHOTO', 'FOLLOWERS']] })
    const wider = await share(status, { to: [['PHOTO', 'EVERYONE']], text: 'Now!' })
    expect(wider.errors).toMatchObject([{ code: 'CROSSPOST_AUDIENCE_WIDER', path: ['targets', '0', 'audience'] }])
    await settle()
    expect(apps.seen('photo')).toEqual([{ text: 'Hi', audience: 'FOLLOWERS' }])
  })

  test('is known to the messenger by the id of its cross-post alone', async () => {
    const { post, share, apps } = await createStage()
    const status = post()
    const { crosspost } = await share(status)
    expect(apps.statuses.get(status)?.toldOf).toEqual([crosspost.id])
  })

  test('is not even asked of the messenger where nothing is allowed, or there is nothing to show', async () => {
    const { post, share, change, apps } = await createStage()
    await share(post(), { text: '   ' })
    await change('pause', 'MESSENGER')
    await share(post())
    expect(apps.calls).toEqual([])
  })
})

describe('repeated with its key', () => {
  test('sharing answers the same, errors too, and changes nothing', async () => {
    const { post, share, settle, retract, look, turn } = await createStage()
    await turn('SOCIAL', false)
    const status = post()
    const first = await share(status, { key: 'k' })
    await settle()
    await retract(first.crosspost.id)
    await settle()
    const again = await share(status, { key: 'k' })
    expect(again.errors).toEqual(first.errors)
    await settle()
    expect(told(await look(first.crosspost.id))).toBe('ENDED: PHOTO RETRACTED')
  })

  test('and another input it is refused, also when the first was refused', async () => {
    const { post, share } = await createStage()
    await share(post(), { key: 'k', to: [] })
    const reused = { crosspost: null, errors: [{ code: 'CROSSPOST_IDEMPOTENCY_KEY_REUSED', path: ['idempotencyKey'] }] }
    expect(await share(post(), { key: 'k' })).toMatchObject(reused)
  })

  test('what was refused wholly is tried anew', async () => {
    const { post, share, turn } = await createStage()
    await turn('PHOTO', false)
    const status = post()
    const only = { to: [['PHOTO', 'EVERYONE']], key: 'k' } as const
    expect((await share(status, only)).errors).toMatchObject([{ code: 'CROSSPOST_NOT_ENABLED' }])
    await turn('PHOTO', true)
    expect((await share(status, only)).errors).toEqual([])
  })
})

describe('who sees a cross-post', () => {
  test('its author in the messenger and in the accounts center, by its id and by the status', async () => {
    const { town, post, share, look, ofStatus } = await createStage()
    const status = post()
    const { crosspost } = await share(status)
    for (const session of [town.inApp('anna', 'MESSENGER'), town.inCenter('anna')]) {
      expect((await look(crosspost.id, session)).id).toBe(crosspost.id)
      expect((await ofStatus(status, session)).id).toBe(crosspost.id)
    }
  })

  test('nobody else, and no other app of the author', async () => {
    const { town, post, share, look, ofStatus } = await createStage()
    const status = post()
    const { crosspost } = await share(status)
    const others = [
      town.inApp('anna', 'PHOTO'),
      town.inApp('ben', 'MESSENGER'),
      town.inCenter('ben'),
      town.inCenter('anna', ['PHOTO', 'SOCIAL']),
      { client: 'acme', profiles: town.inCenter('anna').profiles ?? [] },
      {},
    ]
    for (const session of others) {
      expect(await look(crosspost.id, session)).toBeNull()
      expect(await ofStatus(status, session)).toBeNull()
    }
  })

  test('the account lists them, newest first, in the accounts center', async () => {
    const { town, post, share, clock } = await createStage()
    const ids: string[] = []
    for (let each = 0; each < 3; each++) {
      ids.unshift((await share(post())).crosspost.id)
      await clock.advance(1)
    }
    const listed = '{ account { crossposts(first: 2) { nodes { id } pageInfo { hasNextPage endCursor } } } }'
    const { account } = await town.viewer(town.inCenter('anna'), listed)
    expect(account.crossposts.nodes.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2))
    const rest = listed.replace('first: 2', `after: "${account.crossposts.pageInfo.endCursor}"`)
    const { account: more } = await town.viewer(town.inCenter('anna'), rest)
    expect(more.crossposts.nodes).toEqual([{ id: ids[2] }])
    const without = await town.viewer(town.inCenter('anna', ['PHOTO', 'SOCIAL']), listed)
    expect(without.account.crossposts.nodes).toEqual([])
  })

  test('the messenger is told where a status may be shared now', async () => {
    const { town, turn, change } = await createStage()
    const targets = async () =>
      await town.viewer(town.inApp('anna', 'MESSENGER'), '{ crosspostTargets account { id } }')
    expect(await targets()).toEqual({ crosspostTargets: ['PHOTO', 'SOCIAL'], account: null })
    await turn('SOCIAL', false)
    expect((await targets()).crosspostTargets).toEqual(['PHOTO'])
    await change('pause', 'PHOTO')
    expect((await targets()).crosspostTargets).toEqual([])
    expect((await town.viewer(town.inCenter('anna'), '{ crosspostTargets }')).crosspostTargets).toBeNull()
  })
})
