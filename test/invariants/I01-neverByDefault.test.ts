import { expect, test } from 'vitest'
import { createTown, profileOf } from '../subgraphs/accounts/town.ts'
import { everyRoad } from '../subgraphs/accounts/everyRoad.ts'

const LINKED_PROFILES = `query ($keys: [_Any!]!) {
  _entities(representations: $keys) { ... on PhotoProfile { linkedProfiles { nodes { id } } } }
}`

test('I1: who has linked nothing gets no grant on any road', async () => {
  const town = createTown()
  expect(await everyRoad(town, 'anna')).toEqual({})
})

test('I1: linking with every offer refused gives none; no choice is preset', async () => {
  const town = createTown()
  const { linkRequest } = await town.opened('anna', 'MESSENGER', 'SOCIAL')
  expect(linkRequest.choices).toBeNull()
  for (const choices of [[], town.answers(linkRequest.offers, true).slice(1)]) {
    const { errors } = await town.act(town.inApp('anna', 'SOCIAL'), 'confirmLink', {
      requestId: linkRequest.id,
      choices,
    })
    expect(errors).toMatchObject([{ code: 'LINK_CHOICES_INCOMPLETE' }])
  }
  await town.act(town.inApp('anna', 'SOCIAL'), 'confirmLink', {
    requestId: linkRequest.id,
    choices: town.answers(linkRequest.offers, false),
  })
  await town.act(town.inApp('anna', 'MESSENGER'), 'approveLink', { requestId: linkRequest.id })
  expect(await town.links('anna')).toHaveLength(2)
  expect(await everyRoad(town, 'anna')).toEqual({})
})

test('I1: consents and features of a new account are off, and others see no linked profile', async () => {
  const town = createTown()
  await town.link('anna', 'MESSENGER', 'PHOTO', false)
  await town.link('anna', 'SOCIAL', 'MESSENGER', false)
  const center = town.inCenter('anna')
  const { account } = await town.viewer(center, '{ account { consents { state granted } features { enabled } } }')
  expect(account.consents).toHaveLength(5)
  for (const { granted, state } of account.consents) {
    expect(granted).toBe(false)
    expect(['NOT_ASKED', 'REFUSED']).toContain(state)
  }
  expect(account.features.some(({ enabled }: { enabled: boolean }) => enabled)).toBe(false)
  const seen = await town.ask(town.accounts, town.inApp('ben', 'PHOTO'), LINKED_PROFILES, {
    keys: [{ __typename: 'PhotoProfile', id: profileOf('PHOTO', 'anna') }],
  })
  expect(seen._entities).toEqual([{ linkedProfiles: { nodes: [] } }])
})
