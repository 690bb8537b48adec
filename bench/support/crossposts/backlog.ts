import type { House } from '../../../bin/house/house.ts'
import { newCrosspost, share } from '../../../subgraphs/accounts/crossposts/changes.ts'
import { openAccountsStore } from '../../../subgraphs/accounts/store.ts'
import { liveLinkIn } from '../../../subgraphs/accounts/rules/account.ts'
import type { AccountRow } from '../../../subgraphs/accounts/rows.ts'
import { DAY_MS } from '../../../subgraphs/runtime/clock/millis.ts'
import { derivedId } from '../../../subgraphs/runtime/idempotency/derivedId.ts'
import type { Person } from './people.ts'

/** How many documents are inserted at once. */
const AT_ONCE = 256

/** Cross-posts to both apps that nobody has tried yet: what a house finds that was down, or whose apps were. */
export async function makeBacklog(
  house: House,
  people: readonly Person[],
  deliveries: number,
  tell: (done: number) => void,
): Promise<void> {
  const store = openAccountsStore(house.storage)
  const accounts = await Promise.all(people.map(async ({ MESSENGER }) => accountOf(store, MESSENGER)))
  for (let made = 0; made < deliveries / 2; made += AT_ONCE) {
    const size = Math.min(AT_ONCE, deliveries / 2 - made)
    const documents = Array.from({ length: size }, (_, n) => crosspostOf(house, accounts, people, made + n))
    await Promise.all(documents.map((document) => store.crossposts.insert(document)))
    tell((made + size) * 2)
  }
}

async function accountOf(store: ReturnType<typeof openAccountsStore>, profile: string): Promise<AccountRow> {
  const { items } = await store.accounts.page('byProfile', { profiles: profile }, { limit: 1 })
  const [account] = items
  if (account === undefined) throw new Error('A person of the benchmark must have an account')
  return account
}

function crosspostOf({ clock, random }: House, accounts: readonly AccountRow[], people: readonly Person[], n: number) {
  const place = n % people.length
  const [account, author] = [accounts[place], people[place]?.MESSENGER]
  if (account === undefined || author === undefined) throw new Error('There must be people')
  const now = clock.wall()
  const status = `backlog ${n}`
  const post = { author, status, account: account._id, seed: random.id(), createdAt: now, expiresAt: now + DAY_MS }
  const wishes = (['PHOTO', 'SOCIAL'] as const).map((app) => ({
    app,
    profile: liveLinkIn(account, app)?.profile ?? '',
    audience: 'EVERYONE' as const,
    content: { text: `Backlog ${n}`, media: null },
    allowedRev: account.consentRev,
  }))
  const sharing = { act: `act ${n}`, account: account._id, behindFence: () => false, wishes }
  return share(newCrosspost(derivedId('crosspost', author, status), post), sharing, now)
}

/** How many cross-posts wait now, counted up to 100,000. */
export async function waitingIn(house: House): Promise<number> {
  const { crossposts } = openAccountsStore(house.storage)
  const range = { lte: house.clock.wall() + 10 * 60_000 }
  const { items } = await crossposts.page('byOutbox', { 'outbox.waiting': true }, { limit: 1, range })
  return items.length
}
