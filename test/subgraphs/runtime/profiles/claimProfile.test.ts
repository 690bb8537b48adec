import { describe, expect, test } from 'vitest'
import { claimProfile, type Creation, type HandleClaim } from '../../../../subgraphs/runtime/profiles/claimProfile.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import type { Storage } from '../../../../subgraphs/storage/port.ts'

function register(app = 'photo', storage: Storage = createMemoryStorage()) {
  const random = createSeededRandom(app)
  const creations = storage.collection<Creation>({ name: `${app}_creations`, version: 1, indexes: [] })
  const handles = storage.collection<HandleClaim>({ name: `${app}_handles`, version: 1, indexes: [] })
  const parts = { app, creations, handles, caller: 'seeder' }
  const claim = (handle: string, idempotencyKey: string) =>
    claimProfile({ ...parts, idempotencyKey, profileId: random.id(), claim: { _id: handle } })
  const code = (handle: string, key: string) =>
    claim(handle, key).then(
      () => 'claimed',
      (error: { extensions: { code: string } }) => error.extensions.code,
    )
  return { claim, code, handles, creations }
}

/** A store that shows each document that is inserted. */
function observed(see: (document: object) => void): Storage {
  const storage = createMemoryStorage()
  return {
    ...storage,
    collection(definition) {
      const collection = storage.collection(definition)
      const insert: typeof collection.insert = (document) => {
        see(document)
        return collection.insert(document)
      }
      return { ...collection, insert }
    },
  }
}

describe('a claimed profile', () => {
  test('is the same for the same key, at once and ever after', async () => {
    const { claim, handles } = register()
    const ids = await Promise.all(Array.from({ length: 8 }, () => claim('ana', 'key')))
    ids.push(await claim('ana', 'key'))
    expect(new Set(ids).size).toBe(1)
    expect(await handles.getMany(['ana'])).toMatchObject([{ profileId: ids[0] }])
  })

  test('goes on where an attempt ended before it had the handle', async () => {
    const { claim, handles } = register()
    const id = await claim('ana', 'key')
    await handles.delete('ana')
    expect(await claim('ana', 'key')).toBe(id)
  })

  test('has its handle alone, however many ask at once', async () => {
    const { code } = register()
    const codes = await Promise.all(Array.from({ length: 8 }, (_, index) => code('ana', `key ${index}`)))
    expect(codes.toSorted()).toEqual([...Array.from({ length: 7 }, () => 'INTERNAL_INPUT_INVALID'), 'claimed'])
  })

  test('is found by an attempt whose reads are a turn old', async () => {
    const { claim, code, handles, creations } = register()
    const id = await claim('ana', 'key')
    const getMany = async (ids: readonly string[]) => ids.map(() => null)
    for (const collection of [handles, creations]) Object.assign(collection, { getMany })
    expect([await claim('ana', 'key'), await code('ana', 'other key')]).toEqual([id, 'INTERNAL_INPUT_INVALID'])
  })

  test('cannot change its handle by the same key', async () => {
    const { code } = register()
    expect(await code('ana', 'key')).toBe('claimed')
    expect(await code('ben', 'key')).toBe('IDEMPOTENCY_KEY_REUSED')
  })

  test('leaves nothing in one app that is the same in another', async () => {
    const written = async (app: string) => {
      const values: unknown[] = []
      await register(
        app,
        observed((document) => values.push(...Object.values(document))),
      ).claim(`ana.${app}`, 'key')
      return values
    }
    const inPhoto = await written('photo')
    expect(inPhoto.length).toBeGreaterThan(3)
    expect((await written('social')).filter((value) => inPhoto.includes(value))).toEqual([])
  })
})
