import { openLmdbStorage } from '../../../subgraphs/storage/lmdb/lmdb.ts'
import type { StoredDocument } from '../../../subgraphs/storage/port.ts'
import type { Contender, Post } from './work.ts'

/** Concord's embedded store, through the port: checked, copied, indexed, in the shape that a domain gets it. */
export async function openConcord(directory: string): Promise<Contender> {
  const storage = await openLmdbStorage({ directory })
  const posts = storage.collection<Post & StoredDocument>({
    name: 'posts',
    version: 1,
    indexes: [{ name: 'byAuthor', eq: ['author'], order: 'at', dir: 'desc' }],
  })
  return {
    async load(all) {
      await Promise.all(all.map((post) => posts.insert(post)))
    },
    getMany: async (ids) => (await posts.getMany(ids)).length,
    page: async (author, limit) => (await posts.page('byAuthor', { author }, { limit })).items.length,
    feed: async (authors, limit) => (await posts.page('byAuthor', { author: authors }, { limit })).items.length,
    async count(authors) {
      const equalities = authors.map((author) => ({ author }))
      return (await posts.countMany('byAuthor', equalities, 10_000)).reduce((sum, count) => sum + count, 0)
    },
    async insert(post) {
      if ((await posts.insert(post)) !== 'inserted') throw new Error('The insert was refused')
    },
    async patch(id, author) {
      if ((await posts.patch(id, { author }, { inc: { views: 1 } })) === null) throw new Error('The patch was refused')
    },
    close: () => storage.close(),
  }
}
