import { describe, expect, test } from 'vitest'
import { verifyLedger } from '../../../subgraphs/accounts/ledger/verify.ts'
import { openAccountsStore } from '../../../subgraphs/accounts/store.ts'
import type { Json } from '../../support/subgraphTester.ts'
import { sceneAt, type Scene } from './scenes.ts'
import { profileOf } from './town.ts'

/** More than an account document holds of either (consent.md, section 4). */
const KEPT = 128

const documentOf = async ({ town }: Scene) => {
  const profiles = [profileOf('PHOTO', 'anna')]
  const { items } = await openAccountsStore(town.storage).accounts.page('byProfile', { profiles }, { limit: 1 })
  return items[0]!
}
const seen = async ({ town }: Scene, selection: string): Promise<Json> =>
  (await town.viewer(town.inCenter('anna'), `{ account ${selection} }`)).account

describe('what an account document has no room for lies on pages', () => {
  test('more than 128 consent events: each is told, once, in its order, and the last one counts', async () => {
    const scene = await sceneAt('linked')
    const [choice] = scene.choices
    const set = (granted: boolean) => scene.anna('ACCOUNTS', 'setConsent', { ...choice, granted })
    for (let round = 0; round < 45; round++) {
      await set(false)
      await set(true)
    }
    await set(false)

    const [consent] = (await seen(scene, '{ consents { purpose state events { kind } } }')).consents.filter(
      (each: Json) => each.purpose === choice?.purpose,
    )
    const again = ['WITHDRAWN', 'PRESENTED', 'GRANTED']
    const expected = ['PRESENTED', 'GRANTED', ...Array.from({ length: 45 }, () => again).flat(), 'WITHDRAWN']
    expect(consent.events.map(({ kind }: Json) => kind)).toEqual(expected)
    expect(consent.state).toBe('WITHDRAWN')
    const { events, eventCount } = await documentOf(scene)
    expect(events.length).toBeLessThanOrEqual(KEPT)
    // Two more of the other offer.
    expect(eventCount).toBe(expected.length + 2)
  })

  test('more than 128 ledger records: the pages that one reads are one chain up to the signed head', async () => {
    const scene = await sceneAt('linked')
    const { town } = scene
    const photo = profileOf('PHOTO', 'anna')
    const road = () => town.road(town.inApp('anna', 'PHOTO'), 'PHOTO', photo, 'messengerPersonalizationSignals')
    for (let use = 0; use < 200; use++) expect(await road()).toMatch(/^ey/)

    const lines: object[] = []
    let next: Json = { hasNextPage: true, endCursor: null }
    while (next.hasNextPage) {
      const ledger = `ledger(first: 70, after: ${JSON.stringify(next.endCursor)}) {
        nodes { index at body bodyHash previous hash } pageInfo { hasNextPage endCursor } }`
      const page: Json = (await seen(scene, `{ ${ledger} }`)).ledger
      lines.push(...page.nodes)
      next = page.pageInfo
    }
    const { ledgerHead } = await seen(scene, '{ ledgerHead { size head signedAt signature } }')
    const file = [...lines, ledgerHead].map((line) => JSON.stringify(line))
    expect(await verifyLedger(file)).toMatchObject({ ok: true, size: 200, withoutBody: 0, head: ledgerHead.head })
    expect((await documentOf(scene)).ledger.tail.length).toBeLessThanOrEqual(KEPT)
  })
})
