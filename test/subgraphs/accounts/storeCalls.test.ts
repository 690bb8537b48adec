import { expect, test } from 'vitest'
import { ANNA, APP_NAMES, center, PERSON_TYPES, SESSION_NAMES, SESSIONS } from './center.ts'
import { everyField } from './everyField.ts'

test('a hundred profiles cost no more reads than one: their claims, and the accounts that these name', async () => {
  const accounts = center()
  const { sdl } = accounts.subgraph
  for (const session of SESSION_NAMES) {
    for (const app of APP_NAMES) {
      accounts.counted.reset()
      const keys = Array.from({ length: 100 }, () => ({ id: ANNA[app] }))
      const selection = everyField(sdl, PERSON_TYPES[app])
      expect(await accounts.entities(PERSON_TYPES[app], keys, selection, SESSIONS[session])).toHaveLength(100)
      expect(accounts.counted.total()).toBeLessThanOrEqual(2)
    }
  }
})

test('a viewer with nothing linked costs four reads', async () => {
  const accounts = center()
  await accounts.fetch('ACCOUNTS', 'Viewer', 'any')
  expect(accounts.counted.total()).toBeLessThanOrEqual(4)
})
