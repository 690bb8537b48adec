import { describe, expect, test } from 'vitest'
import { SAYS_WHAT_TO_DO } from '../badInput.ts'
import { createStage, type Stage } from '../crossposts/stage.ts'

const setAuto = (
  { town }: Stage,
  { app = 'PHOTO', audience = 'FOLLOWERS', enabled = true, by = town.inApp('anna', 'MESSENGER') } = {},
) => town.act(by, 'setAutoCrosspost', { target: { app, audience }, enabled })

const listed = async ({ town }: Stage) =>
  (await town.viewer(town.inCenter('anna'), '{ account { autoCrossposts { app audience enabled } } }')).account
    ?.autoCrossposts

describe('sharing without asking', () => {
  test('is switched on by the messenger, which sees the choice and no account', async () => {
    const stage = await createStage()
    const choice = { app: 'PHOTO', audience: 'FOLLOWERS', enabled: true }
    expect(await setAuto(stage)).toEqual({ autoCrosspost: choice, account: null, errors: [] })
    expect(await listed(stage)).toEqual([choice])
  })

  test('is switched on and off in the accounts center, which sees the account', async () => {
    const stage = await createStage()
    const by = stage.town.inCenter('anna')
    expect((await setAuto(stage, { by, app: 'SOCIAL', audience: 'FRIENDS' })).account).not.toBeNull()
    await setAuto(stage, { by, app: 'SOCIAL', audience: 'FRIENDS', enabled: false })
    expect(await listed(stage)).toEqual([{ app: 'SOCIAL', audience: 'FRIENDS', enabled: false }])
  })

  test.each([
    ['in the messenger', { app: 'MESSENGER' }, 'CROSSPOST_TARGET_INVALID', ['target']],
    ['for an audience of another app', { audience: 'FRIENDS' }, 'CROSSPOST_AUDIENCE_INVALID', ['target', 'audience']],
  ])('%s is refused', async (_where, input, code, path) => {
    const stage = await createStage()
    const message = expect.stringMatching(SAYS_WHAT_TO_DO) as unknown
    const refused = { autoCrosspost: null, account: null, errors: [{ code, path, message }] }
    expect(await setAuto(stage, input)).toEqual(refused)
    expect(await listed(stage)).toEqual([])
  })

  test('needs what sharing needs, and is switched off without it', async () => {
    const stage = await createStage()
    await setAuto(stage)
    await stage.turn('PHOTO', false)
    expect((await setAuto(stage)).errors).toMatchObject([{ code: 'CROSSPOST_NOT_ENABLED', path: ['target'] }])
    await stage.change('pause', 'PHOTO')
    expect((await setAuto(stage)).errors).toMatchObject([{ code: 'CROSSPOST_LINK_NOT_ACTIVE', path: ['target'] }])
    expect((await setAuto(stage, { enabled: false })).errors).toEqual([])
    expect(await listed(stage)).toMatchObject([{ enabled: false }])
  })

  test('ends with the link of its app, and everywhere with that of the messenger', async () => {
    const stage = await createStage()
    for (const [app, audience] of [
      ['PHOTO', 'FOLLOWERS'],
      ['SOCIAL', 'FRIENDS'],
    ])
      await setAuto(stage, { app, audience })
    await stage.change('unlink', 'PHOTO')
    expect(await listed(stage)).toMatchObject([{ app: 'SOCIAL' }])
    await stage.town.link('anna', 'MESSENGER', 'PHOTO')
    expect(await listed(stage)).toMatchObject([{ app: 'SOCIAL' }])
    await stage.change('unlink', 'MESSENGER')
    expect(await listed(stage)).toEqual([])
  })

  test('shares nothing by itself', async () => {
    const stage = await createStage()
    await setAuto(stage)
    stage.post()
    await stage.pass(60_000, 10_000)
    expect(stage.apps.calls).toEqual([])
  })
})
