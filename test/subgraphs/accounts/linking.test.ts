import { describe, expect, test } from 'vitest'
import { createTown, profileOf } from './town.ts'

const codes = (payload: { errors: { code: string }[] }) => payload.errors.map(({ code }) => code)

describe('the way to a link', () => {
  test('request, open, confirm, approve: two active links in one account', async () => {
    const town = createTown()
    const approved = await town.link('anna', 'MESSENGER', 'SOCIAL')
    expect(approved).toMatchObject({ errors: [], linkRequest: { state: 'APPROVED' } })
    expect(await town.links('anna')).toMatchObject([
      { app: 'MESSENGER', state: 'ACTIVE', profile: { id: profileOf('MESSENGER', 'anna') } },
      { app: 'SOCIAL', state: 'ACTIVE', profile: { id: profileOf('SOCIAL', 'anna') } },
    ])
  })

  test('a third app joins the account, from either side', async () => {
    const town = createTown()
    await town.link('anna', 'MESSENGER', 'SOCIAL')
    await town.link('anna', 'PHOTO', 'MESSENGER')
    expect((await town.links('anna')).map(({ app }) => app)).toEqual(['MESSENGER', 'SOCIAL', 'PHOTO'])
  })

  test('each side sees the other from OPENED on, and the code in the asking app only', async () => {
    const town = createTown()
    const asker = town.inApp('anna', 'MESSENGER')
    const requested = await town.act(asker, 'requestLink', { app: 'SOCIAL', idempotencyKey: 'k' })
    expect(requested.linkRequest).toMatchObject({ state: 'REQUESTED', openedBy: null, offers: [] })
    expect(requested.linkRequest.code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
    const opened = await town.act(town.inApp('anna', 'SOCIAL'), 'openLink', {
      code: ` ${requested.linkRequest.code.toLowerCase().replaceAll('-', ' ')}`,
    })
    expect(opened.linkRequest).toMatchObject({
      state: 'OPENED',
      code: null,
      requestedBy: { id: profileOf('MESSENGER', 'anna') },
      openedBy: { id: profileOf('SOCIAL', 'anna') },
      offers: [{ from: 'MESSENGER', to: 'social', purpose: 'ADS' }],
    })
    const again = await town.act(town.inApp('anna', 'SOCIAL'), 'openLink', { code: requested.linkRequest.code })
    expect(again.linkRequest.id).toBe(opened.linkRequest.id)
    const seen = await town.viewer(asker, '{ linkRequests { id code openedBy { id } } }')
    expect(seen.linkRequests).toEqual([
      { id: opened.linkRequest.id, code: null, openedBy: { id: profileOf('SOCIAL', 'anna') } },
    ])
  })

  test('the same key answers the same request, another input is refused', async () => {
    const town = createTown()
    const asker = town.inApp('anna', 'MESSENGER')
    const first = await town.act(asker, 'requestLink', { app: 'SOCIAL', idempotencyKey: 'k' })
    const second = await town.act(asker, 'requestLink', { app: 'SOCIAL', idempotencyKey: 'k' })
    expect(second.linkRequest).toEqual(first.linkRequest)
    const other = await town.act(asker, 'requestLink', { app: 'PHOTO', idempotencyKey: 'k' })
    expect(codes(other)).toEqual(['LINK_IDEMPOTENCY_KEY_REUSED'])
  })
})

describe('codes', () => {
  test('five wrong ones in ten minutes, however many at once; a success resets nothing', async () => {
    const town = createTown()
    const { linkRequest } = await town.act(town.inApp('ben', 'MESSENGER'), 'requestLink', {
      app: 'PHOTO',
      idempotencyKey: 'k',
    })
    const guesser = town.inApp('anna', 'SOCIAL')
    const wrongApp = await town.act(guesser, 'openLink', { code: linkRequest.code })
    expect(codes(wrongApp)).toEqual(['LINK_CODE_WRONG'])
    const guesses = await Promise.all(
      Array.from({ length: 20 }, (_, n) => town.act(guesser, 'openLink', { code: `wrong${n}` })),
    )
    expect(guesses.flatMap(codes).filter((code) => code === 'LINK_CODE_WRONG')).toHaveLength(4)
    await town.clock.advance(10 * 60_000 + 1)
    expect(codes(await town.act(guesser, 'openLink', { code: 'x' }))).toEqual(['LINK_CODE_WRONG'])
  })

  test('bound to the first opener, and over after ten minutes', async () => {
    const town = createTown()
    const { linkRequest } = await town.act(town.inApp('anna', 'MESSENGER'), 'requestLink', {
      app: 'SOCIAL',
      idempotencyKey: 'k',
    })
    const open = (who: string) => town.act(town.inApp(who, 'SOCIAL'), 'openLink', { code: linkRequest.code })
    expect(codes(await open('anna'))).toEqual([])
    expect(codes(await open('mallory'))).toEqual(['LINK_CODE_WRONG'])
    await town.clock.advance(10 * 60_000)
    expect(codes(await open('anna'))).toEqual(['LINK_REQUEST_EXPIRED'])
    expect(codes(await open('mallory'))).toEqual(['LINK_CODE_WRONG'])
  })
})

describe('what is refused', () => {
  test('requests of one’s own app, and of an app that is linked', async () => {
    const town = createTown()
    const request = (app: string) =>
      town.act(town.inApp('anna', 'MESSENGER'), 'requestLink', { app, idempotencyKey: app })
    expect(codes(await request('MESSENGER'))).toEqual(['LINK_SAME_APP'])
    await town.link('anna', 'MESSENGER', 'SOCIAL')
    expect(codes(await request('SOCIAL'))).toEqual(['LINK_ALREADY_ACTIVE'])
  })

  test('two accounts, and two profiles of one app', async () => {
    const town = createTown()
    await town.link('anna', 'MESSENGER', 'SOCIAL')
    await town.link('ben', 'PHOTO', 'SOCIAL')
    expect(codes(await town.opened('anna', 'MESSENGER', 'PHOTO', 'ben'))).toEqual(['LINK_BOTH_HAVE_ACCOUNTS'])
    expect(codes(await town.opened('carl', 'MESSENGER', 'SOCIAL', 'anna'))).toEqual(['LINK_APP_TAKEN'])
  })

  test('confirmations that are stale, foreign, incomplete, doubled, not offered, of another notice, or repeated', async () => {
    const town = createTown()
    const { linkRequest } = await town.opened('anna', 'MESSENGER', 'PHOTO')
    const choices = town.answers(linkRequest.offers, true)
    const confirm = (given: unknown, session = town.inApp('anna', 'PHOTO')) =>
      town.act(session, 'confirmLink', { requestId: linkRequest.id, choices: given })
    expect(codes(await confirm(choices, town.inApp('anna', 'PHOTO', 301)))).toEqual(['LINK_SESSION_STALE'])
    expect(codes(await confirm(choices, town.inApp('anna', 'MESSENGER')))).toEqual(['LINK_REQUEST_NOT_FOUND'])
    expect(codes(await confirm(choices, town.inApp('ben', 'PHOTO')))).toEqual(['LINK_REQUEST_NOT_FOUND'])
    expect(codes(await confirm(choices.slice(1)))).toEqual(['LINK_CHOICES_INCOMPLETE'])
    expect(codes(await confirm([...choices, choices[0]]))).toEqual(['LINK_CHOICES_INCOMPLETE'])
    const foreign = { ...choices[0], from: 'SOCIAL' }
    expect(codes(await confirm([...choices, foreign]))).toEqual(['LINK_FLOW_NOT_OFFERED'])
    const outdated = choices.map((choice) => ({ ...choice, noticeDigest: 'old' }))
    expect(codes(await confirm(outdated))).toEqual(['LINK_NOTICE_OUTDATED'])
    expect(codes(await confirm(choices))).toEqual([])
    expect(codes(await confirm(choices))).toEqual(['LINK_ALREADY_CONFIRMED'])
  })

  test('approvals that are foreign, stale, too early or repeated; rejections after them', async () => {
    const town = createTown()
    const { linkRequest } = await town.opened('anna', 'MESSENGER', 'SOCIAL')
    const input = { requestId: linkRequest.id }
    const asker = town.inApp('anna', 'MESSENGER')
    expect(codes(await town.act(asker, 'approveLink', input))).toEqual(['LINK_WRONG_STATE'])
    const choices = town.answers(linkRequest.offers, true)
    await town.act(town.inApp('anna', 'SOCIAL'), 'confirmLink', { ...input, choices })
    expect(codes(await town.act(town.inApp('anna', 'SOCIAL'), 'approveLink', input))).toEqual([
      'LINK_REQUEST_NOT_FOUND',
    ])
    expect(codes(await town.act(town.inApp('anna', 'MESSENGER', 301), 'approveLink', input))).toEqual([
      'LINK_SESSION_STALE',
    ])
    expect(codes(await town.act(town.inApp('ben', 'SOCIAL'), 'rejectLink', input))).toEqual(['LINK_REQUEST_NOT_FOUND'])
    expect(codes(await town.act(asker, 'approveLink', input))).toEqual([])
    expect(codes(await town.act(asker, 'approveLink', input))).toEqual(['LINK_WRONG_STATE'])
    expect(codes(await town.act(asker, 'rejectLink', input))).toEqual(['LINK_WRONG_STATE'])
  })

  test('links that are not of one’s own account, and resuming without a fresh sign-in', async () => {
    const town = createTown()
    await town.link('anna', 'MESSENGER', 'SOCIAL')
    await town.link('ben', 'MESSENGER', 'SOCIAL')
    const linkId = await town.linkOf('anna', 'SOCIAL')
    for (const mutation of ['pauseLink', 'resumeLink', 'unlink']) {
      expect(codes(await town.act(town.inCenter('ben'), mutation, { linkId }))).toEqual(['LINK_NOT_FOUND'])
    }
    await town.act(town.inCenter('anna', ['MESSENGER']), 'pauseLink', { linkId })
    const resume = (session: ReturnType<typeof town.inCenter>) => town.act(session, 'resumeLink', { linkId })
    expect(codes(await resume(town.inCenter('anna', ['MESSENGER'])))).toEqual(['LINK_SESSION_STALE'])
    expect(codes(await resume(town.inCenter('anna', ['SOCIAL'], 301)))).toEqual(['LINK_SESSION_STALE'])
    expect((await resume(town.inCenter('anna'))).link.state).toBe('ACTIVE')
  })
})
