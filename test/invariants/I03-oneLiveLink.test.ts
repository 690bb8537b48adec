import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMemoryStorage } from '../../subgraphs/storage/memory/memory.ts'
import { ACCOUNTS } from '../../subgraphs/accounts/rows.ts'
import { cases } from '../support/long.ts'
import { createRacingStorage } from '../support/racingStorage.ts'
import type { Json } from '../support/subgraphTester.ts'
import { createTown, profileOf, type Session } from '../subgraphs/accounts/town.ts'

const racing = createRacingStorage(createMemoryStorage())
const town = createTown({ storage: racing.storage })
const accounts = racing.storage.collection(ACCOUNTS)
const APPS = ['MESSENGER', 'PHOTO', 'SOCIAL'] as const
let histories = 0

/** A request that waits for its approval; answers the approving. */
async function confirmed(from: readonly [string, (typeof APPS)[number]], to: readonly [string, (typeof APPS)[number]]) {
  const [requester, app] = from
  const { linkRequest } = await town.opened(requester, app, to[1], to[0])
  const input = { requestId: linkRequest.id }
  await town.act(town.inApp(...to), 'confirmLink', { ...input, choices: town.answers(linkRequest.offers, true) })
  const query = 'mutation ($input: LinkRequestInput!) { approveLink(input: $input) { errors { code } } }'
  return async () => (await town.ask(town.accounts, town.inApp(requester, app), query, { input })).approveLink
}

/** The live links of a profile over all accounts, open or closed. */
async function liveLinks(profile: string): Promise<number> {
  const { items } = await accounts.page('byProfile', { profiles: profile }, { limit: 100 })
  const links = items.flatMap((account) => Object.values(account.links))
  return links.filter((link) => link.profile === profile && link.state !== 'UNLINKED').length
}

const choices = fc.array(fc.nat(5), { minLength: 20, maxLength: 60 })

test('I3: of many confirmed requests for one profile at most one is built, whatever comes first', async () => {
  let built = 0
  const history = fc.asyncProperty(choices, fc.integer({ min: 2, max: 4 }), async (order, rivals) => {
    const name = `h${histories++}`
    const wanted = [name, 'SOCIAL'] as const
    const approvals = []
    for (let rival = 0; rival < rivals; rival++) {
      const app = rival % 2 === 0 ? 'MESSENGER' : 'PHOTO'
      approvals.push(await confirmed([`${name}-${rival}`, app], wanted))
    }
    const payloads = await racing.race(order, approvals)
    expect(await liveLinks(profileOf('SOCIAL', name))).toBeLessThanOrEqual(1)
    const done = payloads.filter(({ errors }) => errors.length === 0)
    expect(await liveLinks(profileOf('SOCIAL', name))).toBe(done.length)
    built += done.length
  })
  await fc.assert(history, { numRuns: cases(20), seed: 4 })
  // Rivals that all keep one another out would hold to the rule, too.
  expect(built).toBeGreaterThan(0)
}, 120_000)

test('I3: an approval sent many times builds one link', async () => {
  const history = fc.asyncProperty(choices, async (order) => {
    const name = `h${histories++}`
    const approval = await confirmed([name, 'MESSENGER'], [name, 'PHOTO'])
    const payloads = await racing.race(order, [approval, approval, approval])
    expect(payloads.some(({ errors }) => errors.length === 0)).toBe(true)
    for (const app of ['MESSENGER', 'PHOTO'] as const) expect(await liveLinks(profileOf(app, name))).toBe(1)
  })
  await fc.assert(history, { numRuns: cases(20), seed: 5 })
}, 120_000)

const REJECTING = 'mutation ($input: LinkRequestInput!) { rejectLink(input: $input) { errors { code } } }'
const APPROVING = 'mutation ($input: LinkRequestInput!) { approveLink(input: $input) { errors { code } } }'
const OPENING = 'mutation ($input: OpenLinkInput!) { openLink(input: $input) { errors { code } } }'
const CONFIRMING = 'mutation ($input: ConfirmLinkInput!) { confirmLink(input: $input) { errors { code } } }'
/** Asked once, as `town.act` does, but in the race's own time. */
const asked = async (session: Session, query: string, input: object): Promise<boolean> => {
  const payloads: Json = await town.ask(town.accounts, session, query, { input })
  return Object.values<Json>(payloads).every(({ errors }) => errors.length === 0)
}
const rejecting = (session: Session, requestId: string) => () => asked(session, REJECTING, { requestId })

test('I3, I2: of an approval and a rejection at one time one holds: linked, or never', async () => {
  const outcomes = new Set<boolean>()
  const history = fc.asyncProperty(choices, async (order) => {
    const name = `h${histories++}`
    const { linkRequest } = await town.opened(name, 'MESSENGER', 'PHOTO')
    const [requester, opener] = [town.inApp(name, 'MESSENGER'), town.inApp(name, 'PHOTO')]
    const answers = town.answers(linkRequest.offers, true)
    await town.act(opener, 'confirmLink', { requestId: linkRequest.id, choices: answers })
    const approve = () => asked(requester, APPROVING, { requestId: linkRequest.id })
    const [approved, rejected] = await racing.race(order, [approve, rejecting(opener, linkRequest.id)])
    expect([approved, rejected]).toEqual([!rejected, !approved])
    for (const app of ['MESSENGER', 'PHOTO'] as const) {
      expect(await liveLinks(profileOf(app, name))).toBe(approved ? 1 : 0)
    }
    outcomes.add(approved === true)
  })
  await fc.assert(history, { numRuns: cases(20), seed: 6 })
  expect(outcomes.size).toBe(2)
}, 120_000)

test('I3, I2: a confirmation does not undo a rejection that came meanwhile', async () => {
  const history = fc.asyncProperty(choices, async (order) => {
    const name = `h${histories++}`
    const { linkRequest } = await town.opened(name, 'MESSENGER', 'PHOTO')
    const [requester, opener] = [town.inApp(name, 'MESSENGER'), town.inApp(name, 'PHOTO')]
    const { id: requestId, offers } = linkRequest
    const confirm = () => asked(opener, CONFIRMING, { requestId, choices: town.answers(offers, true) })
    const [, rejected] = await racing.race(order, [confirm, rejecting(requester, requestId)])
    expect(rejected).toBe(true)
    await town.act(requester, 'approveLink', { requestId })
    expect(await liveLinks(profileOf('PHOTO', name))).toBe(0)
  })
  await fc.assert(history, { numRuns: cases(15), seed: 7 })
}, 120_000)

test('I2: of two who open one code at one time one is bound, and stays so', async () => {
  const history = fc.asyncProperty(choices, async (order) => {
    const name = `h${histories++}`
    const input = { app: 'PHOTO', idempotencyKey: name }
    const { linkRequest } = await town.act(town.inApp(name, 'MESSENGER'), 'requestLink', input)
    const people = [`${name}-a`, `${name}-b`]
    const sessions = people.map((person) => town.inApp(person, 'PHOTO'))
    const opened = await racing.race(
      order,
      sessions.map((session) => () => asked(session, OPENING, { code: linkRequest.code })),
    )
    expect(opened.filter(Boolean)).toHaveLength(1)
    const { linkRequests } = await town.viewer(town.inApp(name, 'MESSENGER'), '{ linkRequests { openedBy { id } } }')
    expect(linkRequests).toEqual([{ openedBy: { id: profileOf('PHOTO', people[opened.indexOf(true)]!) } }])
  })
  await fc.assert(history, { numRuns: cases(15), seed: 8 })
}, 120_000)
