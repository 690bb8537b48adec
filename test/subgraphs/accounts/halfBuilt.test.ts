import { describe, expect, test } from 'vitest'
import { ACCOUNTS } from '../../../subgraphs/accounts/rows.ts'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import type { Collection, Storage, StoredDocument } from '../../../subgraphs/storage/port.ts'
import { sceneAt } from './scenes.ts'
import { createTown, profileOf, type Town } from './town.ts'

/** Approved is permission to build (issue "Links", b); whoever comes by builds (c). Here its process dies in between. */
interface Dying {
  readonly storage: Storage
  /** The next write of an account that raises `consentRev` fails, as if the process had died before it. */
  readonly dieAtNextBuild: () => void
}

function dyingStorage(inner = createMemoryStorage()): Dying {
  let dying = false
  const died = (writes: boolean): void => {
    if (!dying || !writes) return
    dying = false
    throw new Error('the process has died')
  }
  const storage: Storage = {
    ...inner,
    collection: (definition) => {
      const collection = inner.collection(definition)
      return definition.name === 'accounts' ? dyingCollection(collection, died) : collection
    },
  }
  return { storage, dieAtNextBuild: () => void (dying = true) }
}

function dyingCollection<D extends StoredDocument>(inner: Collection<D>, died: (writes: boolean) => void) {
  const collection: Collection<D> = {
    getMany: (ids) => inner.getMany(ids),
    replace: (document, rev) => inner.replace(document, rev),
    delete: (id, rev) => inner.delete(id, rev),
    page: (...asked) => inner.page(...asked),
    countMany: (...asked) => inner.countMany(...asked),
    insert: async (document) => {
      died(true)
      return inner.insert(document)
    },
    patch: async (id, guard, operations) => {
      died(Object.keys(operations.set ?? {}).includes('links'))
      return inner.patch(id, guard, operations)
    },
  }
  return collection
}

/** Anna's request, approved by a process that died before it built: a new account's link, or one that a third app joins. */
async function halfBuilt(joins: boolean) {
  const { storage, dieAtNextBuild } = dyingStorage()
  const town = createTown({ storage })
  if (joins) await town.link('anna', 'MESSENGER', 'SOCIAL')
  const scene = await sceneAt('confirmed', town)
  dieAtNextBuild()
  const approve = () => scene.anna('MESSENGER', 'approveLink', { requestId: scene.request.id })
  await expect(approve()).rejects.toThrow('INTERNAL')
  return { ...scene, approve }
}

const activeApps = async (town: Town): Promise<string[]> =>
  (await town.links('anna')).filter(({ state }) => state === 'ACTIVE').map(({ app }) => app as string)

describe.each([
  ['of a new account', false, ['MESSENGER', 'PHOTO']],
  ['that joins an account', true, ['MESSENGER', 'SOCIAL', 'PHOTO']],
])('a link %s, approved and not built', (_what, joins, apps) => {
  test('is built by whoever approves again, and only once', async () => {
    const { town, approve } = await halfBuilt(joins)
    const first = (await approve()).errors
    expect(await activeApps(town)).toEqual(apps)
    expect(first).toMatchObject([{ code: 'LINK_WRONG_STATE' }])
    await approve()
    expect(await activeApps(town)).toEqual(apps)
  })

  test('is built by whoever looks, however late, and cannot be rejected any more', async () => {
    const { town, anna, request } = await halfBuilt(joins)
    expect((await anna('PHOTO', 'rejectLink', { requestId: request.id })).errors).toMatchObject([
      { code: 'LINK_WRONG_STATE' },
    ])
    await town.clock.advance(24 * 3_600_000)
    // Whoever builds it may have read the account a moment before.
    await activeApps(town)
    expect(await activeApps(town)).toEqual(apps)
  })

  test('holds its profiles: nobody else links them meanwhile', async () => {
    const { town } = await halfBuilt(joins)
    const { errors } = await town.opened('ben', 'MESSENGER', 'PHOTO', 'anna')
    expect(errors).toMatchObject([{ code: 'LINK_APP_TAKEN' }])
    expect(await activeApps(town)).toEqual(apps)
  })
})

test('a link that somebody else’s has overtaken is refused for good: the account remembers, also when there is room again', async () => {
  const { town, approve } = await halfBuilt(true)
  const { linkRequest } = await town.opened('anna', 'MESSENGER', 'PHOTO', 'ben')
  const input = { requestId: linkRequest.id }
  const choices = town.answers(linkRequest.offers, false)
  await town.act(town.inApp('ben', 'PHOTO'), 'confirmLink', { ...input, choices })
  expect((await town.act(town.inApp('anna', 'MESSENGER'), 'approveLink', input)).errors).toEqual([])
  await approve()
  const { items } = await town.storage
    .collection(ACCOUNTS)
    .page('byProfile', { profiles: profileOf('PHOTO', 'ben') }, { limit: 1 })
  expect(Object.values(items[0]!.built).toSorted()).toEqual(['LINKED', 'LINKED', 'REFUSED'])
  await town.act(town.inCenter('anna'), 'unlink', { linkId: await town.linkOf('anna', 'PHOTO') })
  await approve()
  expect(await activeApps(town)).toEqual(['MESSENGER', 'SOCIAL'])
})
