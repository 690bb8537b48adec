import { linkProfiles, switchSharingOn } from '../../../bin/demo/links.ts'
import { createSeedClock } from '../../../bin/demo/seedClock.ts'
import { createFamily } from '../../../bin/house/family.ts'
import type { House } from '../../../bin/house/house.ts'
import type { App } from '../../../subgraphs/runtime/identity/identity.ts'

/** The sealed ids of somebody who has linked all three apps, and lets statuses be shared. */
export type Person = Readonly<Record<App, string>>

/** Makes them through the subgraphs' own mutations, as anybody would; tells how many are done. */
export async function makeSharingPeople(house: House, count: number, tell: (done: number) => void): Promise<Person[]> {
  const clock = createSeedClock(house.clock)
  const family = createFamily(house, { mediaUrl: '', clock })
  const apps = { MESSENGER: family.messenger, PHOTO: family.photo, SOCIAL: family.social } as const
  const make = async (app: App, n: number, name: object): Promise<string> => {
    const input = { displayName: `Person ${n}`, birthYear: 1980, idempotencyKey: `p${n}`, ...name }
    return ((await apps[app].callInternal('createProfile', 'seeder', input)) as { id: string }).id
  }
  let done = 0
  const person = async (n: number): Promise<Person> => {
    const made = {
      MESSENGER: await make('MESSENGER', n, { handle: `person${n}` }),
      PHOTO: await make('PHOTO', n, { username: `person${n}` }),
      SOCIAL: await make('SOCIAL', n, { username: `person${n}` }),
    }
    await linkProfiles(family.accounts, clock, made, { pair: ['MESSENGER', 'PHOTO'], agrees: false })
    await linkProfiles(family.accounts, clock, made, { pair: ['MESSENGER', 'SOCIAL'], agrees: false })
    for (const app of ['PHOTO', 'SOCIAL'] as const) await switchSharingOn(family.accounts, clock, made, app)
    tell(++done)
    return made
  }
  const people = await Promise.all(Array.from({ length: count }, (_, n) => person(n)))
  for (const subgraph of Object.values(family)) {
    await subgraph.outbox?.stop()
    await subgraph.stop?.()
  }
  return people
}
