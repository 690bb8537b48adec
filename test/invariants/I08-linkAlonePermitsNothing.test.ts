import { expect, test } from 'vitest'
import { ROADS, everyRoad } from '../subgraphs/accounts/everyRoad.ts'
import { createMemoryStorage } from '../../subgraphs/storage/memory/memory.ts'
import { createTown, profileOf, type Session } from '../subgraphs/accounts/town.ts'
import { createAroundStorage } from '../support/aroundStorage.ts'

test.each(ROADS)('I8: a yes to %s.%s opens that road alone, and no other', async (app, _field, flow, type) => {
  const town = createTown()
  const [from = '', to, purpose] = flow.split('>')
  const only = (offer: { from: string; to: string; purpose: string }) =>
    offer.from.toLowerCase() === from && offer.to === to && offer.purpose === purpose
  await town.link('anna', 'MESSENGER', 'PHOTO', only)
  await town.link('anna', 'SOCIAL', 'MESSENGER', only)
  const center = town.inCenter('anna')
  const { account } = await town.viewer(center, '{ account { consents { from to purpose notice { digest } } } }')
  const chosen = account.consents.find(only)
  const { from: source, notice } = chosen
  await town.act(center, 'setConsent', { from: source, to, purpose, granted: true, noticeDigest: notice.digest })

  const grants = await everyRoad(town, 'anna')
  expect(Object.keys(grants)).toEqual([flow])
  const opened = town.open(from, grants[flow] ?? null, type)
  expect(opened).toMatchObject({ purpose, subject: profileOf(source, 'anna') })
  const others = ROADS.filter(([, , other]) => other !== flow)
  const elsewhere = others.map(([, , other, otherType]) => {
    return town.open(other.split('>')[0] ?? '', grants[flow] ?? null, otherType)
  })
  expect(elsewhere).toEqual(others.map(() => null))
  expect(await town.road(town.inApp('anna', app), app, profileOf(app, 'anna'), _field)).not.toBeNull()
})

test('I8: a road is null for everybody but the person, in the recipient’s app', async () => {
  const town = createTown()
  await town.link('anna', 'MESSENGER', 'SOCIAL')
  const anna = profileOf('SOCIAL', 'anna')
  const ask = (session: Parameters<typeof town.road>[0]) => town.road(session, 'SOCIAL', anna, 'messengerAdSignals')
  expect(await ask(town.inApp('anna', 'SOCIAL'))).not.toBeNull()
  expect(await ask(town.inCenter('anna', ['SOCIAL']))).not.toBeNull()
  expect(await ask(town.inApp('anna', 'MESSENGER'))).toBeNull()
  expect(await ask(town.inApp('ben', 'SOCIAL'))).toBeNull()
  expect(await ask(town.inCenter('anna', ['MESSENGER']))).toBeNull()
  expect(await ask({ ...town.inApp('anna', 'SOCIAL'), client: 'acme' })).toBeNull()
  expect(await ask({})).toBeNull()
  expect(await ask({ ...town.inApp('anna', 'SOCIAL'), gpc: true })).toBeNull()
})

test('I8: whether it is that person is compared before anything is read, so that not even time tells', async () => {
  const calls: string[] = []
  const storage = createAroundStorage(createMemoryStorage(), (collection, method, go) => {
    calls.push(`${collection} ${method}`)
    return go()
  })
  const town = createTown({ storage })
  await town.link('anna', 'MESSENGER', 'SOCIAL')
  const readBy = async (session: Session): Promise<readonly string[]> => {
    calls.length = 0
    await town.road(session, 'SOCIAL', profileOf('SOCIAL', 'anna'), 'messengerAdSignals')
    return [...calls]
  }
  expect(await readBy(town.inApp('anna', 'SOCIAL'))).not.toEqual([])
  for (const session of [town.inApp('ben', 'SOCIAL'), town.inApp('anna', 'MESSENGER'), town.inCenter('ben'), {}]) {
    expect(await readBy(session)).toEqual([])
  }
})
