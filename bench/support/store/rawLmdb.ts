import { open } from 'lmdb'
import type { Contender, Post } from './work.ts'

/**
 * The same engine used directly, as its README has it: msgpack values, keys as arrays, one index written by hand in the
 * same transaction. No checks, no versions, no rev; the feed takes a page of each author and sorts.
 */
export function openRawLmdb(directory: string): Contender {
  const root = open({ path: directory, overlappingSync: false })
  const posts = root.openDB<Post, string>({ name: 'posts' })
  const byAuthor = root.openDB<boolean, string[]>({ name: 'byAuthor' })
  const put = (post: Post): void => {
    if (posts.doesExist(post._id)) throw new Error('The insert was refused')
    void posts.put(post._id, post)
    void byAuthor.put([post.author, post.at, post._id], true)
  }
  const newest = (author: string, limit: number): string[][] => [
    ...byAuthor.getKeys({ start: [author, '\u{10ffff}'], end: [author], reverse: true, limit }),
  ]
  return {
    load: async (all) => root.childTransaction(() => all.forEach(put)),
    getMany: async (ids) => ids.map((id) => posts.get(id)).length,
    page: async (author, limit) => newest(author, limit + 1).map(([, , id]) => posts.get(id ?? '')).length - 1,
    async feed(authors, limit) {
      const keys = authors.flatMap((author) => newest(author, limit + 1))
      keys.sort(([, left = ''], [, right = '']) => (left < right ? 1 : -1))
      return keys.slice(0, limit).map(([, , id]) => posts.get(id ?? '')).length
    },
    async count(authors) {
      const range = (author: string): object => ({ start: [author], end: [author, '\u{10ffff}'] })
      return authors.reduce((sum, author) => sum + byAuthor.getKeysCount(range(author)), 0)
    },
    insert: (post) => root.childTransaction(() => put(post)),
    patch: (id, author) =>
      root.childTransaction(() => {
        const post = posts.get(id)
        if (post?.author !== author) throw new Error('The patch was refused')
        void posts.put(id, { ...post, views: post.views + 1 })
      }),
    close: () => root.close(),
  }
}
