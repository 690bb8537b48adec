import { open } from 'lmdb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inspectLmdb } from '../../../../subgraphs/storage/lmdb/consistency.ts'
import { BYTE_KEYS } from '../../../../subgraphs/storage/lmdb/keys.ts'
import { openLmdbStorage } from '../../../../subgraphs/storage/lmdb/lmdb.ts'
import { insertAll, loose, post, slugIndex } from '../../../contract/storage/setting.ts'
import { createDirectory } from './directory.ts'

/** The check that the crash rounds rely on sees damage: each kind is done here by hand. */
describe('an inspection', () => {
  let directory: string
  let remove: () => void
  beforeEach(async () => {
    ;({ directory, remove } = createDirectory())
    const storage = await openLmdbStorage({ directory })
    const indexes = [{ name: 'byTag', eq: ['tags'] }, slugIndex]
    await insertAll(loose(storage, { name: 'posts', version: 1, indexes }), [
      post('a', { tags: ['x', 'y'], slug: 's' }),
      post('b', { tags: ['x'], slug: 't' }),
    ])
    await storage.close()
  })
  afterEach(() => remove())

  test('of a sound store finds nothing', async () => {
    expect(await inspectLmdb(directory)).toEqual({ documents: 2, entries: 5, problems: [] })
  })

  test('sees an entry that is missing', async () => {
    await damage(directory, 'e', (key) => (key.endsWith('\x01xa') ? 'remove' : null))
    expect((await inspectLmdb(directory)).problems).toEqual(['byTag lacks an entry of a'])
  })

  test('sees an entry without a document', async () => {
    await damage(directory, 'd', (key) => (key.endsWith('b') ? 'remove' : null))
    const problems = ['posts.byTag has 3 entries, but needs 2', 'posts.bySlug has 2 entries, but needs 1']
    expect((await inspectLmdb(directory)).problems).toEqual(problems)
  })

  test('sees a document that cannot be read, or is another one', async () => {
    await damage(directory, 'd', (key) => (key.endsWith('b') ? '[1,{"_id":' : null))
    expect((await inspectLmdb(directory)).problems).toContain('posts/b cannot be read')
    await damage(directory, 'd', (key) => (key.endsWith('b') ? '[1,{"_id":"c"}]' : null))
    expect((await inspectLmdb(directory)).problems).toContain('posts/b holds another document')
    expect((await inspectLmdb(directory)).problems).toContain('posts/b has no rev')
  })

  test('sees a unique value that two documents have', async () => {
    await damage(directory, 'd', (_, text) => text.replace('"t"', '"s"'))
    await damage(directory, 'e', (key) => (key.endsWith('tb') ? key.replace('tb', 'sb') : null))
    expect((await inspectLmdb(directory)).problems).toContain('bySlug is not unique at b')
  })
})

/** Changes values by hand: for each pair, another value (or, in the index, another key), `'remove'`, or null. */
async function damage(
  directory: string,
  kind: 'd' | 'e',
  change: (key: string, value: string) => string | null,
): Promise<void> {
  const options = { encoding: 'string', keyEncoder: BYTE_KEYS } as const
  const database = open<string, string>({ path: directory, overlappingSync: false, ...options })
  const pairs = [...database.getRange({ start: kind, end: `${kind}\xff` })]
  for (const { key, value } of pairs) {
    const next = change(key, value)
    if (next === null) continue
    if (next === 'remove' || kind === 'e') await database.remove(key)
    if (next !== 'remove') await database.put(kind === 'e' ? next : key, kind === 'e' ? value : next)
  }
  await database.close()
}
