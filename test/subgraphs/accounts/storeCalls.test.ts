import { expect, test } from 'vitest'
import { createAccountsSubgraph } from '../../../subgraphs/accounts/subgraph.ts'
import type { Storage } from '../../../subgraphs/storage/port.ts'
import { createSubgraphTester } from '../../support/subgraphTester.ts'
import { ANNA, APP_NAMES, center, mutationOf, PERSON_TYPES, SESSION_NAMES, SESSIONS } from './center.ts'
import { everyField, fieldsOf } from './everyField.ts'

test('nothing that can be asked reads or writes the store, however much is asked', async () => {
  const accounts = center()
  const { sdl } = accounts.subgraph
  for (const session of SESSION_NAMES) {
    for (const app of APP_NAMES) {
      const keys = Array.from({ length: 100 }, () => ({ id: ANNA[app] }))
      const selection = everyField(sdl, PERSON_TYPES[app])
      expect(await accounts.entities(PERSON_TYPES[app], keys, selection, SESSIONS[session])).toHaveLength(100)
    }
    await accounts.fetch(session, 'Viewer', 'any')
    for (const mutation of fieldsOf(sdl, 'Mutation')) {
      const { query, sample } = mutationOf(sdl, mutation)
      await accounts.ask(query, { ...SESSIONS[session], variables: { input: sample } })
    }
  }
  expect(accounts.counted.total()).toBe(0)
})

test('not even a collection is opened', () => {
  const refuse = (): never => {
    throw new Error('nothing may be stored')
  }
  const storage: Storage = { collection: refuse, check: refuse, close: refuse }
  expect(() => createSubgraphTester({ name: 'accounts', create, storage })).not.toThrow()
})
