import { expect, test } from 'vitest'
import { createTown } from '../subgraphs/accounts/town.ts'

const codes = ({ errors }: { errors: { code: string }[] }) => errors.map(({ code }) => code)

test('I2: nothing is linked before both have acted, knowing each other’s profile', async () => {
  const town = createTown()
  const { linkRequest } = await town.opened('anna', 'MESSENGER', 'SOCIAL')
  expect(linkRequest).toMatchObject({ requestedBy: { id: expect.any(String) }, openedBy: { id: expect.any(String) } })
  expect(await town.links('anna')).toEqual([])
  const choices = town.answers(linkRequest.offers, true)
  await town.act(town.inApp('anna', 'SOCIAL'), 'confirmLink', { requestId: linkRequest.id, choices })
  expect(await town.links('anna')).toEqual([])
})

test('I2: no single session links: not with a leaked code, a phished confirmation or a stolen session of one app', async () => {
  const town = createTown()
  const { linkRequest } = await town.opened('anna', 'MESSENGER', 'SOCIAL', 'mallory')
  const input = { requestId: linkRequest.id }
  const choices = town.answers(linkRequest.offers, true)
  const mallory = town.inApp('mallory', 'SOCIAL')
  await town.act(mallory, 'confirmLink', { ...input, choices })
  expect(codes(await town.act(mallory, 'approveLink', input))).toEqual(['LINK_REQUEST_NOT_FOUND'])
  const stolen = town.inApp('anna', 'MESSENGER', 301)
  expect(codes(await town.act(stolen, 'approveLink', input))).toEqual(['LINK_SESSION_STALE'])
  expect(codes(await town.act(town.inApp('anna', 'SOCIAL'), 'openLink', { code: 'x' }))).toEqual(['LINK_CODE_WRONG'])
  const rejected = await town.act(town.inApp('anna', 'MESSENGER'), 'rejectLink', input)
  expect(rejected.linkRequest.state).toBe('REJECTED')
  expect(codes(await town.act(town.inApp('anna', 'MESSENGER'), 'approveLink', input))).toEqual(['LINK_WRONG_STATE'])
  expect(await town.links('anna')).toEqual([])
})

test('I2: a request that was confirmed and not approved in time links nothing, and blocks nobody', async () => {
  const town = createTown()
  const { linkRequest } = await town.opened('anna', 'MESSENGER', 'SOCIAL')
  const choices = town.answers(linkRequest.offers, true)
  await town.act(town.inApp('anna', 'SOCIAL'), 'confirmLink', { requestId: linkRequest.id, choices })
  await town.clock.advance(10 * 60_000)
  const late = await town.act(town.inApp('anna', 'MESSENGER'), 'approveLink', { requestId: linkRequest.id })
  expect(codes(late)).toEqual(['LINK_REQUEST_EXPIRED'])
  expect(codes(await town.link('anna', 'MESSENGER', 'SOCIAL'))).toEqual([])
})

test('I2: of any number of guesses at once five are looked at, the right code among them or not', async () => {
  const town = createTown()
  const asked = await town.act(town.inApp('anna', 'MESSENGER'), 'requestLink', { app: 'SOCIAL', idempotencyKey: 'k' })
  const mallory = town.inApp('mallory', 'SOCIAL')
  const open = (code: string) => town.act(mallory, 'openLink', { code })
  const guesses = await Promise.all(Array.from({ length: 40 }, (_, guess) => open(`guess ${guess}`)))
  expect(guesses.flatMap(codes).filter((code) => code === 'LINK_CODE_WRONG')).toHaveLength(5)
  expect(codes(await open(asked.linkRequest.code))).toEqual(['LINK_TRIES_USED_UP'])
  await town.clock.advance(10 * 60_000 - 1)
  expect(codes(await open('one more'))).toEqual(['LINK_TRIES_USED_UP'])
  const seen = await town.viewer(town.inApp('anna', 'MESSENGER'), '{ linkRequests { state openedBy { id } } }')
  expect(seen.linkRequests).toEqual([{ state: 'REQUESTED', openedBy: null }])
})
