import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { open } from 'lmdb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { storageErrorOf, writeErrorOf } from '../../../../subgraphs/storage/lmdb/errors.ts'
import { BYTE_KEYS, catalogKey } from '../../../../subgraphs/storage/lmdb/keys.ts'
import { openLmdbStorage } from '../../../../subgraphs/storage/lmdb/lmdb.ts'
import { StorageError } from '../../../../subgraphs/storage/port.ts'
import { expectRefusal, insertAll, loose, post } from '../../../contract/storage/setting.ts'
import { createDirectory } from './directory.ts'

describe('opening a store', () => {
  let directory: string
  let remove: () => void
  beforeEach(() => ({ directory, remove } = createDirectory()))
  afterEach(() => remove())

  test('makes the directory, for its owner alone', async () => {
    const inner = join(directory, 'data', 'store.with.dots')
    const storage = await openLmdbStorage({ directory: inner })
    expect(statSync(inner).mode & 0o777).toBe(0o700)
    await storage.close()
  })

  test('is refused where there can be no directory', async () => {
    const file = join(directory, 'file')
    writeFileSync(file, '')
    await expectRefusal(openLmdbStorage({ directory: file }), 'STORE_UNAVAILABLE', /file" cannot be made or read/)
    await expectRefusal(openLmdbStorage({ directory: join(file, 'below') }), 'STORE_UNAVAILABLE')
    await expectRefusal(openLmdbStorage({ directory: '' }), 'STORE_MISUSE', /needs a directory/)
  })

  test('is refused for a file that is no store, in words', async () => {
    writeFileSync(join(directory, 'data.mdb'), 'not a database '.repeat(1_000))
    await expectRefusal(openLmdbStorage({ directory }), 'STORE_UNAVAILABLE', /data\.mdb" is not a store/)
  })

  test('is refused for the format of a newer release', async () => {
    const storage = await openLmdbStorage({ directory })
    await storage.close()
    await writeRaw(directory, catalogKey('format'), '2')
    await expectRefusal(openLmdbStorage({ directory }), 'STORE_TOO_NEW', /format 2, but this release reads format 1/)
  })

  test('works for many at once in one process, opened and closed in any order', async () => {
    const definition = { name: 'posts', version: 1, indexes: [] }
    const use = async (n: number): Promise<string> => {
      const storage = await openLmdbStorage({ directory })
      const answer = await loose(storage, definition).insert(post(`p${n}`))
      await storage.close()
      return answer
    }
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => use(n)))
    expect(new Set(answers)).toEqual(new Set(['inserted']))
    const storage = await openLmdbStorage({ directory })
    expect(await loose(storage, definition).getMany(['p0', 'p19'])).not.toContain(null)
    await storage.close()
  })

  test('may end while an index is being built, which the next one goes on with', async () => {
    const definition = { name: 'posts', version: 1, indexes: [] }
    const first = await openLmdbStorage({ directory })
    await insertAll(
      loose(first, definition),
      Array.from({ length: 2_000 }, (_, n) => post(`p${n}`)),
    )
    await first.close()
    const indexes = [{ name: 'byAuthor', eq: ['author'] }]
    const second = await openLmdbStorage({ directory })
    const waiting = loose(second, { ...definition, indexes }).getMany(['p1'])
    await Promise.all([expectRefusal(waiting, 'STORE_CLOSED'), second.close()])
    const third = await openLmdbStorage({ directory })
    expect(await loose(third, { ...definition, indexes }).countMany('byAuthor', [{ author: 'ana' }], 9_999)).toEqual([
      2_000,
    ])
    await third.close()
  })

  test('thousands of writes at once are taken in turns, and none is lost', async () => {
    const storage = await openLmdbStorage({ directory })
    const posts = loose(storage, { name: 'posts', version: 1, indexes: [{ name: 'all', eq: [] }] })
    await insertAll(
      posts,
      Array.from({ length: 3_000 }, (_, n) => post(`p${n}`)),
    )
    expect(await posts.countMany('all', [{}], 5_000)).toEqual([3_000])
    await storage.close()
  })
})

describe('errors of the store', () => {
  test.each([
    ['MDB_MAP_FULL: Environment mapsize limit reached', 'STORE_FULL'],
    ['No space left on device', 'STORE_FULL'],
    ['Disk quota exceeded', 'STORE_FULL'],
    ['Can not renew a transaction from a closed database', 'STORE_CLOSED'],
    ['Database is closed', 'STORE_CLOSED'],
    ['Input/output error', 'STORE_UNAVAILABLE'],
  ])('"%s" is %s', (message, code) => {
    expect(storageErrorOf(new Error(message))).toMatchObject({ code })
  })

  test('keep their cause, and one of ours stays as it is', () => {
    const cause = new Error('Input/output error')
    expect(storageErrorOf(cause)).toMatchObject({ cause, message: 'The store cannot be used: Input/output error' })
    const own = new StorageError('STORE_MISUSE', 'no')
    expect(storageErrorOf(own)).toBe(own)
    const bug = new TypeError('not a function')
    expect(storageErrorOf(bug)).toBe(bug)
  })

  test('of a whole commit are those of its cause', async () => {
    const commitError = Promise.reject(new Error('No space left on device'))
    const failed = Object.assign(new Error('Commit failed (see commitError for details)'), { commitError })
    expect(await writeErrorOf(failed)).toMatchObject({ code: 'STORE_FULL' })
  })
})

async function writeRaw(directory: string, key: string, value: string): Promise<void> {
  const root = open({ path: directory, overlappingSync: false, encoding: 'string', keyEncoder: BYTE_KEYS })
  await root.put(key, value)
  await root.close()
}
