import { expect, test } from 'vitest'
import { everyRoad } from '../subgraphs/accounts/everyRoad.ts'
import { createTown } from '../subgraphs/accounts/town.ts'

const ADS = { from: 'MESSENGER', to: 'social', purpose: 'ADS' }

test('I10: what was withdrawn while paused stays so when the link is resumed', async () => {
  const town = createTown()
  await town.link('anna', 'MESSENGER', 'SOCIAL')
  const linkId = await town.linkOf('anna', 'SOCIAL')
  const center = town.inCenter('anna')
  await town.act(center, 'pauseLink', { linkId })
  expect(await everyRoad(town, 'anna')).toEqual({})
  expect(await town.act(center, 'setConsent', { ...ADS, granted: false })).toMatchObject({
    consent: { state: 'WITHDRAWN', granted: false },
    errors: [],
  })
  await town.act(town.inCenter('anna'), 'resumeLink', { linkId })
  expect(await everyRoad(town, 'anna')).toEqual({})
})

test('I10: pausing holds consents, resuming lets them hold again', async () => {
  const town = createTown()
  await town.link('anna', 'MESSENGER', 'SOCIAL')
  const linkId = await town.linkOf('anna', 'MESSENGER')
  await town.act(town.inCenter('anna'), 'pauseLink', { linkId })
  await town.act(town.inCenter('anna'), 'resumeLink', { linkId })
  expect(Object.keys(await everyRoad(town, 'anna'))).toEqual(['messenger>social>ADS'])
})

test('I10: pausing both and resuming one lets nothing hold; resuming the other does', async () => {
  const town = createTown()
  await town.link('anna', 'MESSENGER', 'SOCIAL')
  const states = async () => {
    const { account } = await town.viewer(town.inCenter('anna'), '{ account { consents { state } } }')
    return account.consents.map(({ state }: { state: string }) => state)
  }
  const [one, other] = [await town.linkOf('anna', 'MESSENGER'), await town.linkOf('anna', 'SOCIAL')]
  for (const linkId of [one, other]) await town.act(town.inCenter('anna'), 'pauseLink', { linkId })
  await town.act(town.inCenter('anna'), 'resumeLink', { linkId: one })
  expect([await states(), await everyRoad(town, 'anna')]).toEqual([['PAUSED'], {}])
  await town.act(town.inCenter('anna'), 'resumeLink', { linkId: other })
  expect(await states()).toEqual(['GRANTED'])
})

test('I10: a yes that was on hold when its link ended does not come back with a new one, by resuming that', async () => {
  const town = createTown()
  await town.link('anna', 'MESSENGER', 'PHOTO', false)
  await town.link('anna', 'PHOTO', 'SOCIAL')
  expect(Object.keys(await everyRoad(town, 'anna'))).toContain('photo>social>ADS')
  const change = async (mutation: string) =>
    town.act(town.inCenter('anna'), mutation, { linkId: await town.linkOf('anna', 'SOCIAL') })
  await change('pauseLink')
  await change('unlink')
  // Between the messenger and the social app: what was between the photo app and that is not asked again.
  await town.link('anna', 'MESSENGER', 'SOCIAL', false)
  await change('pauseLink')
  expect((await change('resumeLink')).link.state).toBe('ACTIVE')
  expect(await everyRoad(town, 'anna')).toEqual({})
})

test('I10: linking again carries no yes over, and every no of the last 365 days', async () => {
  const town = createTown()
  await town.link('anna', 'MESSENGER', 'PHOTO', ({ purpose }) => purpose === 'PERSONALIZE')
  await town.act(town.inCenter('anna'), 'unlink', { linkId: await town.linkOf('anna', 'PHOTO') })
  expect(await town.links('anna')).toEqual([])
  const again = await town.opened('anna', 'PHOTO', 'MESSENGER')
  expect(again.linkRequest.offers).toMatchObject([{ purpose: 'PERSONALIZE' }])
  await town.act(town.inApp('anna', 'MESSENGER'), 'confirmLink', {
    requestId: again.linkRequest.id,
    choices: town.answers(again.linkRequest.offers, false),
  })
  await town.act(town.inApp('anna', 'PHOTO'), 'approveLink', { requestId: again.linkRequest.id })
  const { account } = await town.viewer(
    town.inCenter('anna'),
    '{ account { consents { purpose state mayAskAgainAt } } }',
  )
  expect(account.consents.map(({ state }: { state: string }) => state)).toEqual(['REFUSED', 'REFUSED'])
  expect(await everyRoad(town, 'anna')).toEqual({})

  await town.act(town.inCenter('anna'), 'unlink', { linkId: await town.linkOf('anna', 'PHOTO') })
  await town.clock.advance(365 * 24 * 60 * 60 * 1000)
  const later = await town.opened('anna', 'PHOTO', 'MESSENGER')
  expect(later.linkRequest.offers).toHaveLength(2)
})

test('I10: a no is carried over by whoever of the two had said it, also into a link with somebody else', async () => {
  const town = createTown()
  await town.link('anna', 'MESSENGER', 'PHOTO', false)
  await town.act(town.inCenter('anna'), 'unlink', { linkId: await town.linkOf('anna', 'PHOTO') })
  const ofStrangers = await town.opened('ben', 'MESSENGER', 'PHOTO', 'carl')
  expect(ofStrangers.linkRequest.offers).toHaveLength(2)
  const asRequester = await town.opened('anna', 'MESSENGER', 'PHOTO', 'other')
  const asOpener = await town.opened('other', 'PHOTO', 'MESSENGER', 'anna')
  expect([asRequester.linkRequest.offers, asOpener.linkRequest.offers]).toEqual([[], []])
})

test('I10: a replayed confirmation, an old code and an approved request link nothing again', async () => {
  const town = createTown()
  const { linkRequest } = await town.opened('anna', 'MESSENGER', 'SOCIAL')
  const confirmation = { requestId: linkRequest.id, choices: town.answers(linkRequest.offers, true) }
  await town.act(town.inApp('anna', 'SOCIAL'), 'confirmLink', confirmation)
  await town.act(town.inApp('anna', 'MESSENGER'), 'approveLink', { requestId: linkRequest.id })
  await town.act(town.inCenter('anna'), 'unlink', { linkId: await town.linkOf('anna', 'SOCIAL') })
  await town.act(town.inApp('anna', 'SOCIAL'), 'confirmLink', confirmation)
  await town.act(town.inApp('anna', 'MESSENGER'), 'approveLink', { requestId: linkRequest.id })
  expect(await town.links('anna')).toEqual([])
  expect(await everyRoad(town, 'anna')).toEqual({})
})
