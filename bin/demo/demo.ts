import type { App } from '../../subgraphs/runtime/identity/identity.ts'
import { createSeededRandom } from '../../subgraphs/runtime/random/seededRandom.ts'
import type { Subgraph } from '../../subgraphs/runtime/subgraph/subgraph.ts'
import type { CollectionDefinition, StoredDocument } from '../../subgraphs/storage/port.ts'
import { PICTURES } from '../../subgraphs/photo/pictures/catalogue.ts'
import { createFamily } from '../house/family.ts'
import type { House } from '../house/house.ts'
import { createActor } from './actor.ts'
import { postFresh } from './fresh.ts'
import { personas } from './personas.ts'
import { seedWorld, type ProfileIds } from './seed.ts'
import { createSeedClock } from './seedClock.ts'
import { createWorld } from './world.ts'

/** How many people there are beside the personas, where nothing else is said. */
const CROWD = 200

/** What the store remembers of the demo people: one document. */
interface DemoDocument extends StoredDocument {
  /** The time that the demo people's past is counted back from, in milliseconds. */
  readonly epoch: number
  /** Absent until everything was seeded; then the personas' profiles. */
  readonly profiles?: ProfileIds
}

export const DEMO: CollectionDefinition<DemoDocument> = { name: 'demo', version: 1, indexes: [] }

export interface DemoOptions {
  readonly house: House
  /** Called while people are made, with how many steps of how many are done; not at all when they are there already. */
  readonly progress: (done: number, total: number) => void
  /** How many people there are beside the personas; an interrupted start must go on with the same. Default: 200. */
  readonly crowd?: number
}

/**
 * Makes the demo people unless they are there, posts fresh statuses and stories for the personas, and answers the
 * personas' profiles. An interrupted start is taken up where it was: every step may be repeated.
 */
export async function prepareDemo({ house, progress, crowd = CROWD }: DemoOptions): Promise<ProfileIds> {
  const clock = createSeedClock(house.clock)
  const family = createFamily(house, { mediaUrl: '', clock })
  const { accounts, messenger, photo, social } = family
  const subgraphs: Readonly<Record<App, Subgraph>> = { MESSENGER: messenger, PHOTO: photo, SOCIAL: social }
  const documents = house.storage.collection(DEMO)
  await documents.insert({ _id: 'demo', epoch: house.clock.wall() })
  const [found] = await documents.getMany(['demo'])
  if (found === null || found === undefined)
    throw new Error('The demo document must be there once it was inserted, but is not')
  try {
    const profiles = found.profiles ?? (await seed())
    await postFresh(profiles, createActor({ subgraphs, clock }), clock)
    return profiles
  } finally {
    // What they have under way must not outlive the store.
    await Promise.all(Object.values(family).map(async (subgraph) => subgraph.stop?.()))
  }

  async function seed(): Promise<ProfileIds> {
    const world = createWorld(createSeededRandom('concord demo'), personas, crowd, PICTURES)
    const epoch = found?.epoch ?? house.clock.wall()
    const everybody = await seedWorld(world, { subgraphs, accounts, clock, epoch, progress })
    const named = Object.fromEntries(personas.map(({ name }) => [name, everybody[name] ?? {}]))
    await documents.patch('demo', {}, { set: { profiles: named } })
    return named
  }
}
