import { describe, expect, test } from 'vitest'
import { type Messenger, people } from './people.ts'

/** Anna with so many friends, each of whom has posted so many statuses. */
async function circle(friends: number, statuses: number): Promise<Messenger> {
  const names = Array.from({ length: friends }, (_, index) => `f${index}`)
  const messenger = await people(Object.fromEntries(['anna', ...names].map((name) => [name, { about: 'Hi' }])))
  for (const name of names) {
    await messenger.befriend('anna', name)
    for (let i = 0; i < statuses; i++) {
      await messenger.posts(name)
      await messenger.posts('anna')
    }
  }
  messenger.counted.reset()
  return messenger
}

const CONTACTS = `{ messengerMe { contacts(first: 100) { nodes {
  id handle displayName about businessCategory
  statuses(first: 2) { nodes { id kind author { id handle about } } pageInfo { hasNextPage endCursor } }
} } } }`

const OWN = `{ messengerMe { id statuses(first: 100) { nodes { id author { id } viewers(first: 3) { nodes { id } } } } } }`

async function callsOf(query: string, friends: number, statuses: number): Promise<Record<string, number>> {
  const messenger = await circle(friends, statuses)
  await messenger.data('anna', query)
  return messenger.counted.calls()
}

describe('the number of store calls', () => {
  test('for contacts with their statuses does not depend on how many there are', async () => {
    const calls = {
      'messenger_profiles.getMany': 2,
      'messenger_contacts.page': 1,
      'messenger_contacts.getMany': 1,
      'messenger_blocks.getMany': 1,
      'messenger_statuses.page': 1,
    }
    expect(await callsOf(CONTACTS, 2, 1)).toEqual(calls)
    expect(await callsOf(CONTACTS, 40, 3)).toEqual(calls)
  })

  test('for one’s own statuses with their viewers does not depend on how many there are', async () => {
    const calls = { 'messenger_profiles.getMany': 1, 'messenger_statuses.page': 1, 'messenger_status_views.page': 1 }
    expect(await callsOf(OWN, 1, 1)).toEqual(calls)
    expect(await callsOf(OWN, 8, 5)).toEqual(calls)
  })

  test('for entities by id does not depend on how many there are', async () => {
    const messenger = await circle(20, 1)
    const ids = (await messenger.store.statuses.page('byAuthor', { authorId: messenger.local('anna') }, { limit: 20 }))
      .items
    const sealed = ids.map(({ _id }) => messenger.tester.ids.seal('Status', _id))
    const calls = {
      'messenger_statuses.getMany': 1,
      'messenger_contacts.getMany': 1,
      'messenger_blocks.getMany': 1,
      'messenger_profiles.getMany': 1,
    }
    for (const some of [sealed.slice(0, 1), sealed]) {
      messenger.counted.reset()
      await messenger.fetch('f0', 'Status', some, '{ author { about } }')
      expect(messenger.counted.calls()).toEqual(calls)
    }
  })

  test('for a signed-out look at a profile is one', async () => {
    const messenger = await circle(1, 1)
    await messenger.sees(
      null,
      'anna',
      '{ handle about statuses { nodes { id } } settings { theme } contacts { nodes { id } } }',
    )
    expect(messenger.counted.calls()).toEqual({ 'messenger_profiles.getMany': 1 })
  })
})
