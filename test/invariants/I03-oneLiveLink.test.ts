import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMemoryStorage } from '../../subgraphs/storage/memory/memory.ts'
import { ACCOUNTS } from '../../subgraphs/accounts/rows.ts'
import { cases } from '../support/long.ts'
import { createRacingStorage } from '../support/racingStorage.ts'
import { createTown, profileOf } from '../subgraphs/accounts/town.ts'

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
