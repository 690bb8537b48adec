import { expect, test } from 'vitest'
import type { App } from '../../../subgraphs/runtime/identity/identity.ts'
import { sceneAt, type Scene } from './scenes.ts'
import { createTown, profileOf, type Session } from './town.ts'

const CLOSED = `{ account { id } closedAccounts { id closedAt links { app state } consents { purpose state }
  ledger { nodes { index body } } ledgerHead { size } } }`

/** Anna's account, closed after one use of her data. */
async function closed(): Promise<Scene> {
  const scene = await sceneAt('linked')
  const { town, anna } = scene
  const photo = profileOf('PHOTO', 'anna')
  await town.road(town.inApp('anna', 'PHOTO'), 'PHOTO', photo, 'messengerPersonalizationSignals')
  await anna('ACCOUNTS', 'unlink', { linkId: await town.linkOf('anna', 'PHOTO') })
  return scene
}
const seenBy = ({ town }: Scene, session: Session) => town.viewer(session, CLOSED)

test('a closed account is read whole by its person: links, refusals, and the ledger of its uses', async () => {
  const scene = await closed()
  const { account, closedAccounts } = await seenBy(scene, scene.town.inCenter('anna'))
  expect(account).toBeNull()
  expect(closedAccounts).toMatchObject([
    {
      closedAt: expect.stringMatching(/^20/) as unknown,
      links: [
        { app: 'MESSENGER', state: 'UNLINKED' },
        { app: 'PHOTO', state: 'UNLINKED' },
      ],
      ledger: { nodes: [{ index: 0, body: expect.stringContaining('"purpose":"PERSONALIZE"') as unknown }] },
      ledgerHead: { size: 1 },
    },
  ])
})

test.each(['MESSENGER', 'PHOTO'] as const)('one proved profile of it suffices: %s', async (app) => {
  const scene = await closed()
  const { closedAccounts } = await seenBy(scene, scene.town.inCenter('anna', [app]))
  expect(closedAccounts).toMatchObject([{ ledger: { nodes: [{ index: 0 }] } }])
})

test('nobody else reads it: not another person, not another profile of hers, not an app', async () => {
  const scene = await closed()
  const { town } = scene
  expect((await seenBy(scene, town.inCenter('ben'))).closedAccounts).toEqual([])
  expect((await seenBy(scene, town.inCenter('anna', ['SOCIAL']))).closedAccounts).toEqual([])
  for (const app of ['MESSENGER', 'PHOTO', 'SOCIAL'] as const)
    expect((await seenBy(scene, town.inApp('anna', app))).closedAccounts).toBeNull()
})

test('it stays as it was when the profiles are linked anew, each with somebody else', async () => {
  const scene = await closed()
  const { town } = scene
  const before = (await seenBy(scene, town.inCenter('anna'))).closedAccounts
  await town.link('anna', 'PHOTO', 'SOCIAL')
  const { account, closedAccounts } = await seenBy(scene, town.inCenter('anna'))
  expect(closedAccounts).toEqual(before)
  expect(account.id).not.toBe(before[0].id)
})

test('whoever had left before it closed does not read what happened since', async () => {
  const town = createTown()
  await town.link('anna', 'MESSENGER', 'PHOTO')
  await town.link('anna', 'SOCIAL', 'MESSENGER')
  await town.act(town.inCenter('anna'), 'unlink', { linkId: await town.linkOf('anna', 'PHOTO') })
  await town.clock.advance(60_000)
  await town.act(town.inCenter('anna'), 'unlink', { linkId: await town.linkOf('anna', 'SOCIAL') })
  const seen = async (app: App) => (await town.viewer(town.inCenter('anna', [app]), CLOSED)).closedAccounts
  expect([await seen('MESSENGER'), await seen('SOCIAL')]).toMatchObject([[{}], [{}]])
  expect(await seen('PHOTO')).toEqual([])
})
