import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACCOUNTS, type AccountRow } from '../../subgraphs/accounts/rows.ts'
import { DELTA, L } from '../../subgraphs/runtime/grants/constants.ts'
import { createMemoryStorage } from '../../subgraphs/storage/memory/memory.ts'
import type { Collection, CollectionDefinition, Storage, StoredDocument } from '../../subgraphs/storage/port.ts'
import { createTown, profileOf } from '../subgraphs/accounts/town.ts'
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

/** Long enough after everything else: what takes away waits for it. */
async function timePasses(): Promise<void> {
  for (let turn = 0; turn < 150; turn++) await new Promise((resolve) => setImmediate(resolve))
  await town.clock.advance(L + DELTA)
}

function recorded(inner: Storage): Storage {
  return {
    check: () => inner.check(),
    close: () => inner.close(),
    collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D> {
      const collection = inner.collection(definition)
      if (definition.name !== ACCOUNTS.name) return collection
      return {
        getMany: (ids) => collection.getMany(ids),
        insert: (document) => collection.insert(document),
        replace: (next, rev) => collection.replace(next, rev),
        page: (index, eq, request) => collection.page(index, eq, request),
        countMany: (index, equalities, cap) => collection.countMany(index, equalities, cap),
        delete: (id, rev) => collection.delete(id, rev),
        async patch(id, guard, operations) {
          const row = await collection.patch(id, guard, operations)
          if (row !== null) history.push(row as unknown as AccountRow)
          return row
        },
      }
    },
  }
}
