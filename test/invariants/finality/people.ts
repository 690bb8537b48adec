import { createFamily } from '../../../bin/house/family.ts'
import { linkProfiles } from '../../../bin/demo/links.ts'
import { createSeedClock } from '../../../bin/demo/seedClock.ts'
import { readRecords } from '../../../subgraphs/accounts/ledger/pages.ts'
import { openAccountsStore } from '../../../subgraphs/accounts/store.ts'
import { idOf } from '../../support/startedGraph.ts'
import type { Given } from './history.ts'
import type { Installation } from './installation.ts'
import type { GraphName } from './protocol.ts'

/** Who lets the messenger share topics for ads in the social app, and nothing else for ads. The last two link for it. */
export const PEOPLE = ['Dev Raman', 'Kofi Mensah', 'Ada Okafor', 'Chiara Moretti'] as const
const LINKING = ['Ada Okafor', 'Chiara Moretti'] as const

const SET = `mutation ($input: SetConsentInput!) {
  setConsent(input: $input) { consent { granted } errors { code message } }
}`
const ADD = 'mutation ($profileId: ID!) { addContact(input: { profileId: $profileId }) { errors { code } } }'
const NOTICE = '{ viewer { account { consents(from: MESSENGER, to: "social") { notice { digest } } } } }'

export async function prepare({ house, people, graphs }: Installation): Promise<void> {
  const clock = createSeedClock(house.clock)
  const family = createFamily(house, { mediaUrl: '', clock })
  const pair = ['MESSENGER', 'SOCIAL'] as const
  await Promise.all(
    LINKING.map((name) => linkProfiles(family.accounts, clock, people[name] ?? {}, { pair, agrees: true })),
  )
  await Promise.all(Object.values(family).map(async (subgraph) => subgraph.stop?.()))
  // Dev's photo app shares for ads, too; Kofi has no business among his contacts, and so no topics to share.
  const input = { from: 'PHOTO', to: 'social', purpose: 'ADS', granted: false }
  const profileId = idOf(people, 'Café Nordlicht', 'MESSENGER')
  await Promise.all([
    graphs.together.data(SET, { by: ['Dev Raman', 'ACCOUNTS'], variables: { input } }),
    graphs.together.data(ADD, { by: ['Kofi Mensah', 'MESSENGER'], variables: { profileId } }),
  ])
}

/** Sets the one consent of these tests, in the person's accounts center; resolves when the answer has come. */
export async function setConsent(
  { graphs }: Installation,
  on: GraphName,
  name: string,
  granted: boolean,
): Promise<void> {
  const graph = graphs[on]
  const by = [name, 'ACCOUNTS'] as const
  const input = { from: 'MESSENGER', to: 'social', purpose: 'ADS', granted }
  const { viewer } = granted ? await graph.data(NOTICE, { by }) : { viewer: null }
  const noticeDigest = viewer?.account.consents[0].notice.digest
  const { setConsent: set } = await graph.data(SET, { by, variables: { input: { ...input, noticeDigest } } })
  if (set.consent?.granted !== granted) throw new Error(`${name} must be heard, but got: ${JSON.stringify(set)}`)
}

/** Whether the person's ads are chosen by what the messenger shares. */
export async function isPersonalized({ graphs }: Installation, on: GraphName, name: string): Promise<boolean> {
  const { socialMe } = await graphs[on].data('{ socialMe { ads(first: 3) { basis } } }', { by: [name, 'SOCIAL'] })
  return (socialMe.ads as { readonly basis: string }[]).some(({ basis }) => basis === 'PERSONALIZED')
}

/** Every grant on somebody's data, as their ledger has it. */
export async function givenOf({ house, people, trueOf }: Installation, person: string): Promise<Given[]> {
  const store = openAccountsStore(house.storage)
  const { items } = await store.accounts.page('byProfile', { profiles: idOf(people, person, 'SOCIAL') }, { limit: 1 })
  const [account] = items
  if (account === undefined) throw new Error(`${person} must have an account, but has none`)
  const { _id, ledger } = account
  const records = await readRecords(store.ledgerPages, _id, ledger, { start: 0, limit: ledger.size })
  return records.map(({ at }) => ({ person, t0: trueOf(Date.parse(at)) }))
}
