/** What every contender of `npm run bench:store` stores and is asked for. */
export interface Post {
  readonly _id: string
  readonly author: string
  readonly at: string
  readonly text: string
  readonly tags: readonly string[]
  readonly settings: { readonly private: boolean; readonly level: number }
  readonly views: number
}

/** A store under test; every promise of a write resolves when the write is on disk. */
export interface Contender {
  load(posts: readonly Post[]): Promise<void>
  getMany(ids: readonly string[]): Promise<number>
  /** The newest posts of an author. */
  page(author: string, limit: number): Promise<number>
  /** The newest posts of several authors, merged. */
  feed(authors: readonly string[], limit: number): Promise<number>
  count(authors: readonly string[]): Promise<number>
  insert(post: Post): Promise<void>
  /** Adds one to `views` when the author is still the same. */
  patch(id: string, author: string): Promise<void>
  close(): Promise<void>
}

export const AUTHORS = 1_000

/** About 370 bytes as JSON. */
export function postAt(n: number): Post {
  return {
    _id: `p${String(n).padStart(21, '0')}`,
    author: authorAt(n),
    at: new Date(1_700_000_000_000 + n * 60_000).toISOString(),
    text: `Post ${n}. ${'Of everything that is, was, or may have been. '.repeat(4)}`,
    tags: ['bench', `tag${n % 50}`],
    settings: { private: n % 5 === 0, level: n % 3 },
    views: 0,
  }
}

export function authorAt(n: number): string {
  return `author-${n % AUTHORS}`
}

/** How often each work is done in a round, and what it is called in the table. */
export const WORKS = {
  getMany: { times: 200, title: 'getMany, 100 documents' },
  page: { times: 200, title: 'page, 50 of an author' },
  feed: { times: 100, title: 'page, 20 over 200 authors' },
  count: { times: 100, title: 'countMany, 50 authors' },
  insert: { times: 60, title: 'insert, durable' },
  inserts32: { times: 30, title: '32 inserts at once, durable' },
  patch: { times: 60, title: 'patch, guarded, durable' },
} as const

export type Work = keyof typeof WORKS
