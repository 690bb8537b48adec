import { createActor } from '../../../bin/demo/actor.ts'
import { linkProfiles } from '../../../bin/demo/links.ts'
import { createSeedClock } from '../../../bin/demo/seedClock.ts'
import type { Clock } from '../../../subgraphs/runtime/clock/clock.ts'
import { createManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { APPS, type App } from '../../../subgraphs/runtime/identity/identity.ts'
import { createSeededRandom } from '../../../subgraphs/runtime/random/seededRandom.ts'
import type { Subgraph } from '../../../subgraphs/runtime/subgraph/subgraph.ts'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import type { Collection, CollectionDefinition, Storage, StoredDocument } from '../../../subgraphs/storage/port.ts'
import { TEST_START } from '../../support/subgraphTester.ts'
import { TARGETS } from './acts.ts'
import { createProcesses, type Ground, type Service } from './processes.ts'

/** Anna, who shares; ben, who follows her in the photo app and is her friend in the social app; cleo, a stranger. */
export const PEOPLE = ['anna', 'ben', 'cleo'] as const
export type Person = (typeof PEOPLE)[number]
export type Profiles = Readonly<Record<Person, Readonly<Record<App, string>>>>

/** A town in which anna has linked her three profiles and may share in both apps. */
export interface Town {
  readonly profiles: Profiles
  /** A store of its own with these people in it. */
  readonly settle: (store: Storage) => Promise<void>
}

const towns = new Map<boolean, Promise<Town>>()

/** Made once in a process: every history begins there. `agrees`: whether anna has agreed to all that was offered. */
export function openTown(agrees = false): Promise<Town> {
  const town = towns.get(agrees) ?? build(agrees)
  towns.set(agrees, town)
  return town
}

async function build(agrees: boolean): Promise<Town> {
  const { store, copyTo } = createCopiedStorage(createMemoryStorage())
  const profiles = await people(store, createManualClock(TEST_START - 24 * 60 * 60 * 1000), agrees)
  return { profiles, settle: copyTo }
}

/** Makes the town in this store. */
export async function people(store: Storage, clock: Clock, agrees = false): Promise<Profiles> {
  const family = new Map<string, Subgraph>()
  const internal = {
    call: (service: string, operation: string, input: unknown) =>
      of(service).callInternal(operation, 'accounts', input),
  }
  const ground: Ground = { storage: store, clock, random: createSeededRandom('people'), internal }
  const processes = createProcesses()
  const of = (service: string): Subgraph => {
    const known = family.get(service) ?? processes.take(service as Service, ground).subgraph
    family.set(service, known)
    return known
  }

  const profiles: Record<string, Record<string, string>> = {}
  for (const person of PEOPLE) {
    for (const app of APPS) (profiles[person] ??= {})[app] = await newProfile(of(app.toLowerCase()), app, person)
  }
  const { anna, ben } = profiles as Profiles
  const seedClock = createSeedClock(clock)
  const subgraphs = { MESSENGER: of('messenger'), PHOTO: of('photo'), SOCIAL: of('social') }
  const act = createActor({ subgraphs, clock: seedClock })
  await act('PHOTO', ben.PHOTO, 'followPhotoProfile', { profileId: anna.PHOTO })
  await act('SOCIAL', ben.SOCIAL, 'requestFriend', { profileId: anna.SOCIAL })
  await act('SOCIAL', anna.SOCIAL, 'acceptFriend', { profileId: ben.SOCIAL })
  for (const app of TARGETS) {
    await linkProfiles(of('accounts'), seedClock, anna, { pair: ['MESSENGER', app], agrees })
    await switchOn(of('accounts'), anna, app, clock.wall())
  }
  return profiles as Profiles
}

async function newProfile(subgraph: Subgraph, app: App, person: Person): Promise<string> {
  const handle = app === 'MESSENGER' ? { handle: person } : { username: person }
  const input = { ...handle, displayName: person, birthYear: 1990, idempotencyKey: person }
  return ((await subgraph.callInternal('createProfile', 'seeder', input)) as { id: string }).id
}

async function switchOn(accounts: Subgraph, anna: Profiles[Person], app: App, now: number): Promise<void> {
  const query = 'mutation ($input: SetFeatureInput!) { setFeature(input: $input) { errors { code } } }'
  const input = { feature: 'CROSSPOST', from: 'MESSENGER', to: app.toLowerCase(), enabled: true }
  const proofs = APPS.map((each) => ({ app: each, id: anna[each], authTime: Math.floor(now / 1000) }))
  const identity = { client: 'ACCOUNTS', profiles: proofs, timeoutMs: 60_000 }
  const answer = await accounts.execute({ query, variables: { input }, identity })
  const refusals = (answer.data?.['setFeature'] as { errors: unknown[] } | undefined)?.errors
  if (refusals?.length !== 0) throw new Error(`Sharing must be switched on, but got: ${JSON.stringify(answer)}`)
}

/** A store that knows what was written to it, so that another one can begin where it stands. */
function createCopiedStorage(inner: Storage) {
  const shelves = new Map<string, { definition: CollectionDefinition<StoredDocument>; ids: Set<string> }>()

  const store: Storage = {
    ...inner,
    collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D> {
      const collection = inner.collection(definition)
      const shelf = shelves.get(definition.name) ?? {
        definition: definition as unknown as CollectionDefinition<StoredDocument>,
        ids: new Set<string>(),
      }
      shelves.set(definition.name, shelf)
      return {
        getMany: (ids) => collection.getMany(ids),
        insert(document) {
          shelf.ids.add(document._id)
          return collection.insert(document)
        },
        replace: (next, rev) => collection.replace(next, rev),
        patch: (id, guard, operations) => collection.patch(id, guard, operations),
        page: (index, eq, request) => collection.page(index, eq, request),
        countMany: (index, equalities, cap) => collection.countMany(index, equalities, cap),
        delete: (id, rev) => collection.delete(id, rev),
      }
    },
  }

  async function copyTo(other: Storage): Promise<void> {
    for (const { definition, ids } of shelves.values()) {
      const to = other.collection(definition)
      const found = await inner.collection(definition).getMany([...ids])
      for (const document of found) {
        if (document === null) continue
        const { rev: _, ...rest } = document
        await to.insert(rest)
      }
    }
  }

  return { store, copyTo }
}
