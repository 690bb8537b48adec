import { linkProfiles } from '../../../bin/demo/links.ts'
import { createSeedClock } from '../../../bin/demo/seedClock.ts'
import { createFamily } from '../../../bin/house/family.ts'
import type { House } from '../../../bin/house/house.ts'
import type { App } from '../../../subgraphs/runtime/identity/identity.ts'

/** A person with a messenger and a social profile, linked. */
export interface Person {
  readonly MESSENGER: string
  readonly SOCIAL: string
}

/** As many of both: the same reads and decisions are made for either, a grant for the one only. */
export interface People {
  /** They let the messenger's topics be used for everything that was offered. */
  readonly consenting: readonly Person[]
  readonly refusing: readonly Person[]
}

const CATEGORIES = ['COOKING', 'CYCLING', 'FILM'] as const

/** Makes and links them through the subgraphs' own mutations, as anybody would; tells how many of how many are done. */
export async function makePeople(house: House, each: number, tell: (done: number) => void): Promise<People> {
  const clock = createSeedClock(house.clock)
  const family = createFamily(house, { mediaUrl: '', clock })
  const apps = { MESSENGER: family.messenger, PHOTO: family.photo, SOCIAL: family.social } as const
  const make = async (app: App, input: object): Promise<string> =>
    ((await apps[app].callInternal('createProfile', 'seeder', input)) as { id: string }).id
  const shops = await Promise.all(
    CATEGORIES.map((businessCategory, n) =>
      make('MESSENGER', {
        handle: `shop${n}`,
        displayName: `Shop ${n}`,
        birthYear: 1980,
        businessCategory,
        idempotencyKey: `s${n}`,
      }),
    ),
  )
  let done = 0
  const person = async (n: number, agrees: boolean): Promise<Person> => {
    const input = { displayName: `Person ${n}`, birthYear: 1980, idempotencyKey: `p${n}` }
    const made = {
      MESSENGER: await make('MESSENGER', { ...input, handle: `person${n}` }),
      SOCIAL: await make('SOCIAL', { ...input, username: `person${n}` }),
    }
    const identity = {
      viewer: made.MESSENGER,
      client: 'MESSENGER',
      authTime: Math.floor(clock.wall() / 1000),
      timeoutMs: 60_000,
    }
    for (const profileId of shops) {
      const query = 'mutation ($input: AddContactInput!) { addContact(input: $input) { errors { code } } }'
      await family.messenger.execute({ query, variables: { input: { profileId } }, identity })
    }
    await linkProfiles(family.accounts, clock, made, { pair: ['MESSENGER', 'SOCIAL'], agrees })
    tell(++done)
    return made
  }
  const group = async (from: number, agrees: boolean): Promise<Person[]> =>
    Promise.all(Array.from({ length: each }, (_, n) => person(from + n, agrees)))
  const people = { consenting: await group(0, true), refusing: await group(each, false) }
  for (const subgraph of Object.values(family)) await subgraph.stop?.()
  return people
}
