import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Relation } from '../../../subgraphs/messenger/rules/relation.ts'
import { mayFindProfile } from '../../../subgraphs/messenger/rules/whoFindsProfile.ts'
import { contactRefusal } from '../../../subgraphs/messenger/rules/whoMayBeAdded.ts'
import { maySeeStatus } from '../../../subgraphs/messenger/rules/whoSeesStatuses.ts'
import { blockHides, pairId } from '../../../subgraphs/runtime/blocks/blocks.ts'
import { cases, seed } from '../../support/long.ts'
import { type Messenger, people } from './people.ts'

/** Anna and Ben know each other well; then Anna blocks Ben. */
async function quarrel(): Promise<Messenger> {
  const messenger = await people({ anna: { about: 'Tea' }, ben: { about: 'Rum' }, cleo: {} })
  await messenger.befriend('anna', 'ben')
  await messenger.befriend('anna', 'cleo')
  await messenger.posts('anna')
  await messenger.posts('ben')
  expect(await messenger.blocks('anna', 'ben')).toEqual({ profile: { id: messenger.id('ben') }, errors: [] })
  return messenger
}

describe('a block', () => {
  test.each([
    ['anna', 'ben'],
    ['ben', 'anna'],
  ])('hides from %s everything of %s but name and handle', async (name, other) => {
    const messenger = await quarrel()
    expect(await messenger.finds(name, other)).toBe(false)
    expect(await messenger.statusesSeen(name, other)).toEqual([])
    expect(await messenger.sees(name, other, '{ handle displayName about businessCategory }')).toEqual({
      handle: other,
      displayName: `${other} of Testville`,
      about: null,
      businessCategory: null,
    })
  })

  test('removes each from the other’s contacts, and nobody else', async () => {
    const messenger = await quarrel()
    expect(await messenger.listed('anna', 'contacts')).toEqual(['cleo'])
    expect(await messenger.listed('ben', 'contacts')).toEqual([])
  })

  test('is listed for who made it, last first, and for nobody else', async () => {
    const messenger = await quarrel()
    await messenger.tester.clock.advance(1)
    await messenger.blocks('anna', 'cleo')
    expect(await messenger.listed('anna', 'blockedProfiles')).toEqual(['cleo', 'ben'])
    expect(await messenger.listed('ben', 'blockedProfiles')).toEqual([])
    expect(await messenger.sees('ben', 'anna', '{ blockedProfiles { nodes { id } } }')).toEqual({
      blockedProfiles: null,
    })
  })

  test('stops both from adding the other; only its author is told why', async () => {
    const messenger = await quarrel()
    expect((await messenger.adds('anna', 'ben')).errors).toEqual([{ code: 'BLOCKED', path: ['profileId'] }])
    expect((await messenger.adds('ben', 'anna')).errors).toEqual([{ code: 'PROFILE_NOT_FOUND', path: ['profileId'] }])
  })

  test('can be made twice, by both, and not of oneself', async () => {
    const messenger = await quarrel()
    expect((await messenger.blocks('anna', 'ben')).errors).toEqual([])
    expect((await messenger.blocks('ben', 'anna')).errors).toEqual([])
    expect((await messenger.blocks('anna', 'anna')).errors).toEqual([{ code: 'OWN_PROFILE', path: ['profileId'] }])
    await messenger.unblocks('anna', 'ben')
    expect(await messenger.finds('anna', 'ben')).toBe(false)
  })

  test('ends without bringing the contacts back', async () => {
    const messenger = await quarrel()
    for (let i = 0; i < 2; i++) expect((await messenger.unblocks('anna', 'ben')).errors).toEqual([])
    expect(await messenger.finds('ben', 'anna')).toBe(true)
    expect(await messenger.statusesSeen('ben', 'anna')).toEqual([])
    expect(await messenger.listed('anna', 'contacts')).toEqual(['cleo'])
    expect((await messenger.adds('ben', 'anna')).errors).toEqual([])
  })

  test('hides a contact even where a crash left it in the list', async () => {
    const messenger = await quarrel()
    const [ownerId, contactId] = [messenger.local('ben'), messenger.local('anna')]
    const { contacts } = messenger.store
    await contacts.insert({ _id: pairId(ownerId, contactId), ownerId, contactId, addedAt: 1 })
    expect(await messenger.listed('ben', 'contacts')).toEqual([])
    await messenger.blocks('anna', 'ben')
    expect(await contacts.getMany([pairId(ownerId, contactId)])).toEqual([null])
  })
})

test('ending a block that is not there changes nothing', async () => {
  const messenger = await quarrel()
  expect((await messenger.unblocks('anna', 'cleo')).errors).toEqual([])
  expect(await messenger.listed('anna', 'contacts')).toEqual(['cleo'])
  expect(await messenger.listed('cleo', 'contacts')).toEqual(['anna'])
})

test('a contact that a crash left behind a block does not come back when the block goes', async () => {
  const messenger = await quarrel()
  for (const [owner, contact] of [
    ['anna', 'ben'],
    ['ben', 'anna'],
  ] as const) {
    const [ownerId, contactId] = [messenger.local(owner), messenger.local(contact)]
    await messenger.store.contacts.insert({ _id: pairId(ownerId, contactId), ownerId, contactId, addedAt: 1 })
  }
  await messenger.unblocks('anna', 'ben')
  expect(await messenger.listed('anna', 'contacts')).toEqual(['cleo'])
  expect(await messenger.listed('ben', 'contacts')).toEqual([])
  expect(await messenger.statusesSeen('ben', 'anna')).toEqual([])
})

describe('whatever else two people are to one another', () => {
  const relation: fc.Arbitrary<Relation> = fc.record({
    self: fc.constant(false),
    added: fc.boolean(),
    addedBack: fc.boolean(),
    block: fc.record({ byViewer: fc.boolean(), ofViewer: fc.boolean() }),
  })
  const reach = fc.constantFrom('NOBODY', 'CONNECTIONS', 'EVERYONE')

  test('a block lets nobody find, see or add', () => {
    const rule = fc.property(
      relation.filter(({ block }) => blockHides(block)),
      reach,
      (between, whoMayMessage) => {
        expect(mayFindProfile(whoMayMessage, between)).toBe(false)
        expect(maySeeStatus({ audienceId: null, expiresAt: 2 }, between, 1)).toBe(false)
        expect(contactRefusal(between)).not.toBeNull()
      },
    )
    fc.assert(rule, { seed, numRuns: cases(100) })
  })

  test('a status with an audience is for its author only', () => {
    const rule = fc.property(relation, (between) => {
      expect(maySeeStatus({ audienceId: 'friends', expiresAt: 2 }, between, 1)).toBe(false)
    })
    fc.assert(rule, { seed, numRuns: cases(100) })
  })
})
