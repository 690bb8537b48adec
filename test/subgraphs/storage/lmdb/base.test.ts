import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, writeSync } from 'node:fs'
import { endianness } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inspectLmdb } from '../../../../subgraphs/storage/lmdb/consistency.ts'
import { openLmdbStorage } from '../../../../subgraphs/storage/lmdb/lmdb.ts'
import type { Storage } from '../../../../subgraphs/storage/port.ts'
import type { Posts } from '../../../contract/storage/setting.ts'
import { expectRefusal, insertAll, loose, post } from '../../../contract/storage/setting.ts'
import { cases } from '../../../support/long.ts'
import { createDirectory } from './directory.ts'
import { forkScript, killNow, patience } from './processes/fork.ts'

/** The shared number of the last commit goes back when a process opens the store at the wrong moment: done by hand. */
describe('a write that would build on an older commit', () => {
  let directory: string
  let remove: () => void
  let storage: Storage
  let posts: Posts
  let lockFile: number

  beforeEach(async () => {
    ;({ directory, remove } = createDirectory())
    storage = await openLmdbStorage({ directory })
    lockFile = openSync(join(directory, 'lock.mdb'), 'r+')
    posts = loose(storage, { name: 'posts', version: 1, indexes: [{ name: 'byAuthor', eq: ['author'] }] })
    for (const id of ['a', 'b', 'c', 'd']) await posts.insert(post(id))
  })
  afterEach(async () => {
    await storage.close()
    closeSync(lockFile)
    remove()
  })

  const set = (position: number, size: 4 | 8, value: number): void => {
    const bytes = Buffer.alloc(8)
    if (endianness() === 'LE') bytes.writeUIntLE(value, 0, 4)
    else bytes.writeUIntBE(value, size - 4, 4)
    writeSync(lockFile, bytes, 0, size, position)
  }

  test.each([1, 2, 3, 4, 5])('begins again, and nothing is lost (commit %i)', async (commit) => {
    set(8, 8, commit)
    const writes = Array.from({ length: 40 }, (_, n) => posts.insert(post(`late${n}`)))
    expect(new Set(await Promise.all(writes))).toEqual(new Set(['inserted']))
    expect(await posts.countMany('byAuthor', [{ author: 'ana' }], 99)).toEqual([44])
    expect(await posts.getMany(['a', 'd', 'late39'])).not.toContain(null)
    expect((await inspectLmdb(directory)).problems).toEqual([])
  })

  test('also when it happens again and again', async () => {
    for (let commit = 1; commit <= 20; commit++) {
      set(8, 8, commit)
      expect(await posts.patch('a', {}, { inc: { n: 1 } })).toMatchObject({ n: commit })
    }
    expect((await inspectLmdb(directory)).problems).toEqual([])
  })

  test('is refused when the shared memory is not what it is known to be', async () => {
    set(0, 4, 7)
    set(8, 8, 1)
    await expectRefusal(
      posts.insert(post('late')),
      'STORE_UNAVAILABLE',
      /lock file of the store is not as it should be/,
    )
    set(0, 4, 0xbeefc0de)
    expect(await posts.insert(post('late'))).toBe('inserted')
  })
})

describe('opening beside a busy writer', { timeout: patience }, () => {
  const { directory, remove } = createDirectory()
  const openers: ChildProcess[] = []
  afterEach(async () => {
    await Promise.all(openers.map(killNow))
    remove()
  })

  test('again and again, in other processes, loses none of its writes', async () => {
    const storage = await openLmdbStorage({ directory })
    const posts = loose(storage, { name: 'posts', version: 1, indexes: [{ name: 'byN', eq: [], order: 'n' }] })
    await insertAll(posts, [post('counter', { n: 0 })])
    const times = Math.min(cases(4) * 50, 3_000)
    openers.push(...[1, 2].map(() => forkScript('./opener.ts', [directory, String(times)])))
    const codes: unknown[] = []
    for (const child of openers) child.once('exit', (code) => codes.push(code))
    for (let n = 0; codes.length < openers.length; n++) {
      expect(await posts.patch('counter', { n }, { inc: { n: 1 } })).toMatchObject({ n: n + 1 })
    }
    expect(codes).toEqual([0, 0])
    await storage.close()
    expect(await inspectLmdb(directory)).toMatchObject({ documents: 1, problems: [] })
  })
})
