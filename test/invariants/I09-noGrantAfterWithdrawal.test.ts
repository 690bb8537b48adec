import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACCOUNTS, type AccountRow, CLAIMS } from '../../subgraphs/accounts/rows.ts'
import { DELTA, L } from '../../subgraphs/runtime/grants/constants.ts'
import { createMemoryStorage } from '../../subgraphs/storage/memory/memory.ts'
import type { Storage } from '../../subgraphs/storage/port.ts'
import { createTown, profileOf } from '../subgraphs/accounts/town.ts'
import { createAroundStorage } from '../support/aroundStorage.ts'
import { cases } from '../support/long.ts'
import { createRacingStorage } from '../support/racingStorage.ts'

/** What became of the account documents, in the order of the writes. */
const history: AccountRow[] = []
const racing = createRacingStorage(recorded(createMemoryStorage()))
const town = createTown({ storage: racing.storage })
let histories = 0

const WITHDRAW = 'mutation ($input: SetConsentInput!) { setConsent(input: $input) { errors { code } } }'
const no = { from: 'MESSENGER', to: 'social', purpose: 'ADS', granted: false }

test('I9: no record is appended, and so no grant made, after the write of a withdrawal, whatever comes first', async () => {
  const choices = fc.array(fc.nat(5), { minLength: 10, maxLength: 40 })
  const race = fc.asyncProperty(choices, async (order) => {
    const person = `w${histories++}`
    await town.link(person, 'MESSENGER', 'SOCIAL')
    history.length = 0
    const road = () =>
      town.road(town.inApp(person, 'SOCIAL'), 'SOCIAL', profileOf('SOCIAL', person), 'messengerAdSignals')
    const withdraw = () => town.ask(town.accounts, town.inCenter(person), WITHDRAW, { input: no })
    const grants = (await racing.race(order, [road, withdraw, road, timePasses, road])).slice(0, 5)

    const appended = history.filter((row, index) => row.ledger.size > (history[index - 1]?.ledger.size ?? 0))
    expect(appended.map(({ consents }) => consents['messenger>social>ADS']?.state)).toEqual(
      appended.map(() => 'GRANTED'),
    )
    const given = [grants[0], grants[2], grants[4]].filter((grant) => grant !== null)
    expect(history.at(-1)?.ledger.size).toBe(given.length)
    for (const grant of given) expect(town.open('messenger', grant, 'MessengerAdSignals')).toBeNull()
  })
  await fc.assert(race, { numRuns: cases(25), seed: 6 })
}, 120_000)

test('I9: a grant ends L after the last moment before its account was read, however long that took', async () => {
  let readingMs = 0
  const storage = createAroundStorage(createMemoryStorage(), async (collection, _method, go) => {
    const answer = await go()
    if (collection === ACCOUNTS.name && readingMs > 0) await slow.clock.advance(readingMs)
    return answer
  })
  const slow = createTown({ storage })
  await slow.link('anna', 'MESSENGER', 'SOCIAL')
  readingMs = 50
  const asked = slow.clock.wall()
  const anna = profileOf('SOCIAL', 'anna')
  const grant = await slow.road(slow.inApp('anna', 'SOCIAL'), 'SOCIAL', anna, 'messengerAdSignals')
  expect(slow.open('messenger', grant, 'MessengerAdSignals')?.exp).toBe(asked + L)
})

test.each([CLAIMS.name, ACCOUNTS.name])(
  'I9: what has waited for half of a grant’s life, for %s, is answered null before it is decided: nothing is recorded',
  async (slowOne) => {
    let readingMs = 0
    const writes: string[] = []
    const storage = createAroundStorage(createMemoryStorage(), async (collection, method, go) => {
      if (method !== 'getMany') writes.push(`${collection} ${method}`)
      else if (collection === slowOne && readingMs > 0) await late.clock.advance(readingMs)
      return go()
    })
    const late = createTown({ storage })
    await late.link('anna', 'MESSENGER', 'SOCIAL')
    const ask = () =>
      late.road(late.inApp('anna', 'SOCIAL'), 'SOCIAL', profileOf('SOCIAL', 'anna'), 'messengerAdSignals')
    writes.length = 0
    readingMs = L / 2
    expect([await ask(), writes]).toEqual([expect.any(String), ['accounts patch']])
    readingMs = L / 2 + 1
    expect([await ask(), writes]).toEqual([null, ['accounts patch']])
  },
)

/** Long enough after everything else: what takes away waits for it. */
async function timePasses(): Promise<void> {
  for (let turn = 0; turn < 150; turn++) await new Promise((resolve) => setImmediate(resolve))
  await town.clock.advance(L + DELTA)
}

function recorded(inner: Storage): Storage {
  return createAroundStorage(inner, async (collection, method, go) => {
    const answer = await go()
    if (collection === ACCOUNTS.name && method === 'patch' && answer !== null) history.push(answer as AccountRow)
    return answer
  })
}
