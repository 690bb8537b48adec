import { describe, expect, test } from 'vitest'
import { DELTA, L } from '../../subgraphs/runtime/grants/constants.ts'
import { everyRoad } from '../subgraphs/accounts/everyRoad.ts'
import { createTown, profileOf } from '../subgraphs/accounts/town.ts'

describe.each(['UNDER_18', 'UNKNOWN', 'nonsense'])('I14: one app vouches %s', (band) => {
  const bands = { [profileOf('PHOTO', 'finn')]: band }

  test('nothing is offered or can be granted, features can', async () => {
    const town = createTown({ bands })
    const { linkRequest } = await town.opened('finn', 'MESSENGER', 'PHOTO')
    expect(linkRequest.offers).toEqual([])
    await town.link('finn', 'MESSENGER', 'PHOTO')
    const center = town.inCenter('finn')
    const { account } = await town.viewer(center, '{ account { consents { from to purpose notice { digest } } } }')
    for (const { notice, ...flow } of account.consents) {
      const input = { ...flow, granted: true, noticeDigest: notice.digest }
      expect((await town.act(center, 'setConsent', input)).errors).toMatchObject([{ code: 'CONSENT_FLOW_NOT_OFFERED' }])
    }
    const feature = { feature: 'CROSSPOST', from: 'MESSENGER', to: 'photo', enabled: true }
    expect(await town.act(center, 'setFeature', feature)).toMatchObject({ errors: [], feature: { enabled: true } })
    expect(await everyRoad(town, 'finn')).toEqual({})
  })

  test('nothing is offered between two other apps either, once that profile is in the account', async () => {
    const town = createTown({ bands })
    await town.link('finn', 'MESSENGER', 'PHOTO')
    const { linkRequest } = await town.opened('finn', 'SOCIAL', 'MESSENGER')
    expect(linkRequest).toMatchObject({ state: 'OPENED', offers: [] })
  })

  test('what was granted before a younger profile joined flows no more', async () => {
    const town = createTown({ bands })
    await town.link('finn', 'MESSENGER', 'SOCIAL')
    expect(Object.keys(await everyRoad(town, 'finn'))).toEqual(['messenger>social>ADS'])
    await town.link('finn', 'PHOTO', 'MESSENGER')
    expect(await town.links('finn')).toHaveLength(3)
    expect(await everyRoad(town, 'finn')).toEqual({})
  })
})

test('I14: once the younger profile has left, the others may be asked again', async () => {
  const town = createTown({ bands: { [profileOf('PHOTO', 'finn')]: 'UNDER_18' } })
  await town.link('finn', 'MESSENGER', 'PHOTO')
  await town.link('finn', 'SOCIAL', 'MESSENGER')
  await town.act(town.inCenter('finn'), 'unlink', { linkId: await town.linkOf('finn', 'PHOTO') })
  const center = town.inCenter('finn')
  const { account } = await town.viewer(center, '{ account { consents { from to purpose notice { digest } } } }')
  const [{ notice, ...flow }] = account.consents.filter(({ to }: { to: string }) => to === 'social')
  const input = { ...flow, granted: true, noticeDigest: notice.digest }
  expect((await town.act(center, 'setConsent', input)).errors).toEqual([])
  expect(Object.keys(await everyRoad(town, 'finn'))).toEqual(['messenger>social>ADS'])
})

/** How long somebody waits, in milliseconds, for the approval by which a profile of this band joins two adult ones. */
async function approvalTakes(band: string): Promise<number> {
  const town = createTown({ bands: { [profileOf('PHOTO', 'finn')]: band } })
  await town.link('finn', 'MESSENGER', 'SOCIAL')
  const { linkRequest } = await town.opened('finn', 'PHOTO', 'MESSENGER')
  const choices = town.answers(linkRequest.offers, true)
  await town.act(town.inApp('finn', 'MESSENGER'), 'confirmLink', { requestId: linkRequest.id, choices })
  const before = town.clock.monotonic()
  const approved = await town.act(town.inApp('finn', 'PHOTO'), 'approveLink', { requestId: linkRequest.id })
  expect(approved.errors).toEqual([])
  return town.clock.monotonic() - before
}

test.each([
  ['UNDER_18', L + DELTA],
  ['UNKNOWN', L + DELTA],
  ['ADULT', 0],
])('I14, I9: a profile of the band %s joins; what that takes away is over after %i ms', async (band, ms) => {
  expect(await approvalTakes(band)).toBe(ms)
})
