import { afterEach, expect, test } from 'vitest'
import { createDice } from '../../../bin/demo/dice.ts'
import type { AccountRow } from '../../../subgraphs/accounts/rows.ts'
import { liveLinkOf } from '../../../subgraphs/accounts/rules/account.ts'
import { APPS } from '../../../subgraphs/runtime/identity/identity.ts'
import { createSeededRandom } from '../../../subgraphs/runtime/random/seededRandom.ts'
import type { WholeStorage } from '../../../subgraphs/storage/port.ts'
import { createCleanup } from '../../support/cleanup.ts'
import { seed } from '../../support/long.ts'
import { everyRoad } from '../../subgraphs/accounts/everyRoad.ts'
import { createTown, profileOf, type Town } from '../../subgraphs/accounts/town.ts'
import { accountsIn, backedUp, ledgerProblem, living } from './backedUpTown.ts'
import { liveOn } from './lives.ts'
import { whatIsWrong } from './restoredAccounts.ts'

/** Where towns are backed up from and restored to. */
export interface Stores {
  /** An empty store, and what becomes of it at the end. */
  open(): Promise<{ readonly storage: WholeStorage; readonly dispose: () => Promise<unknown> }>
  /** How a backup sees the store. Default: as its adapter shows it. */
  readonly asSeen?: (storage: WholeStorage) => WholeStorage
  /** How long a test may take, in milliseconds. */
  readonly timeout: number
  /** How many histories are lived. */
  readonly histories: number
}

const PEOPLE = ['anna', 'bea', 'carl', 'dora', 'emil', 'fay']

/** I10: a restored backup suspends all consents until the person confirms. */
export function restoredBackups(stores: Stores): void {
  const { asSeen = (storage) => storage, histories, timeout } = stores
  const cleanup = createCleanup()
  afterEach(cleanup.run)
  const empty = async (): Promise<WholeStorage> => {
    const { storage, dispose } = await stores.open()
    cleanup.add(dispose)
    return storage
  }

  test(
    'I10: what was restored from a backup under load releases nothing, and its chains are whole',
    { timeout },
    async () => {
      for (let history = 0; history < histories; history++) {
        const dice = createDice(createSeededRandom(`backup ${seed} ${history}`))
        const [from, to] = [await empty(), await empty()]
        const town = createTown({ storage: from })
        for (const person of PEOPLE.slice(0, 4))
          await town.link(person, 'MESSENGER', dice.pick(['PHOTO', 'SOCIAL'] as const))
        for (let act = 0; act < 10; act++) await liveOn(town, dice, PEOPLE)
        let acts = 0
        // Not for ever: what is added to what is read keeps the reading from its end.
        const source = living(asSeen(from), async () => acts++ < 30 && liveOn(town, dice, PEOPLE))
        const { town: restored } = await backedUp(town, source, to)

        for (const person of PEOPLE) expect(await everyRoad(restored, person)).toEqual({})
        const accounts = await accountsIn(to)
        expect(accounts.length).toBeGreaterThan(2)
        for (const account of accounts) expect(await whatIsWrong(to, account)).toEqual([])
        expect(doubles(accounts)).toEqual([])
      }
    },
  )

  test(
    'I10: consents of a restored backup hold again when their person has resumed the links, freshly signed in',
    { timeout },
    async () => {
      const [from, to] = [await empty(), await empty()]
      const town = createTown({ storage: from })
      await town.link('anna', 'MESSENGER', 'SOCIAL')
      await town.act(town.inCenter('anna'), 'setFeature', {
        feature: 'AVATARS',
        from: 'MESSENGER',
        to: 'social',
        enabled: true,
      })
      const { town: restored, restored: told } = await backedUp(town, asSeen(from), to)
      expect(told).toMatchObject({ accounts: 1, pausedLinks: 2, waitingConsents: 1, leftOut: 0 })

      const center = restored.inCenter('anna')
      const { account } = await restored.viewer(center, SEEN)
      expect(account.links).toMatchObject([{ state: 'PAUSED' }, { state: 'PAUSED' }])
      expect(account.consents).toContainEqual({ state: 'PAUSED', events: KINDS.map((kind) => ({ kind })) })
      expect(account.features.filter(({ enabled }: { enabled: boolean }) => enabled)).toHaveLength(1)

      const resume = async (app: 'MESSENGER' | 'SOCIAL', session = center) =>
        (await restored.act(session, 'resumeLink', { linkId: await restored.linkOf('anna', app) })).errors
      const stale = restored.inCenter('anna', ['MESSENGER', 'PHOTO', 'SOCIAL'], 301)
      expect(await resume('MESSENGER', stale)).toMatchObject([{ code: 'LINK_SESSION_STALE' }])
      expect(await resume('MESSENGER')).toEqual([])
      expect(await everyRoad(restored, 'anna')).toEqual({})
      expect(await resume('SOCIAL')).toEqual([])
      expect(Object.keys(await everyRoad(restored, 'anna'))).toEqual(['messenger>social>ADS'])
    },
  )

  test('I10: a link request that was open when a backup was read links nothing after it', { timeout }, async () => {
    const [from, to] = [await empty(), await empty()]
    const town = createTown({ storage: from })
    const { linkRequest } = await town.opened('anna', 'MESSENGER', 'SOCIAL')
    const choices = town.answers(linkRequest.offers, true)
    await town.act(town.inApp('anna', 'SOCIAL'), 'confirmLink', { requestId: linkRequest.id, choices })
    const { town: restored, restored: told } = await backedUp(town, asSeen(from), to)
    expect(told.endedRequests).toBe(1)
    const approved = await restored.act(restored.inApp('anna', 'MESSENGER'), 'approveLink', {
      requestId: linkRequest.id,
    })
    expect(approved.errors).toHaveLength(1)
    expect(await restored.links('anna')).toEqual([])
  })

  test('I16: a chain that went on while its backup was read goes on from its restored end', { timeout }, async () => {
    const [from, to] = [await empty(), await empty()]
    const town = createTown({ storage: from })
    await town.link('anna', 'MESSENGER', 'SOCIAL')
    const social = profileOf('SOCIAL', 'anna')
    const use = async (of: Town, times: number) => {
      for (let time = 0; time < times; time++)
        await of.road(of.inApp('anna', 'SOCIAL'), 'SOCIAL', social, 'messengerAdSignals')
    }
    await use(town, 120)
    let isRead = false
    // The account is read with 120 records; those of another 80 are on pages before its pages are.
    const source = living(asSeen(from), async (collection) => {
      if (collection === 'accounts_ledgerPages' && !isRead) await use(town, 80)
      isRead ||= collection === 'accounts_ledgerPages'
    })
    const { town: restored } = await backedUp(town, source, to)
    for (const app of ['MESSENGER', 'SOCIAL'] as const) {
      await restored.act(restored.inCenter('anna'), 'resumeLink', { linkId: await restored.linkOf('anna', app) })
    }
    await use(restored, 90)
    const [account] = await accountsIn(to)
    expect(account!.ledger.size).toBe(210)
    expect(await ledgerProblem(to, account!)).toBeNull()
  })
}

const SEEN = '{ account { links { state } consents { state events { kind } } features { enabled } } }'
const KINDS = ['PRESENTED', 'GRANTED', 'PAUSED']

/** Profiles that are in more than one account. */
function doubles(accounts: readonly AccountRow[]): string[] {
  const profiles = PEOPLE.flatMap((person) => APPS.map((app) => profileOf(app, person)))
  return profiles.filter((profile) => accounts.filter((account) => liveLinkOf(account, profile) !== null).length > 1)
}
