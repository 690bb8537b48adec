import { join } from 'node:path'
import type { Contender, Post } from './work.ts'

/** What is used of `node:sqlite`, which Node has from version 22 on. */
interface Database {
  exec(sql: string): void
  prepare(sql: string): Statement
  close(): void
}

interface Statement {
  run(...values: (string | number)[]): { changes: number | bigint }
  get(...values: (string | number)[]): Record<string, unknown> | undefined
  all(...values: (string | number)[]): Record<string, unknown>[]
}

/** SQLite in WAL mode with synchronous=FULL, so that a commit is on disk, documents as JSON. Null where Node has none. */
export async function openSqlite(directory: string): Promise<Contender | null> {
  const name = 'node:sqlite'
  const sqlite = (await import(name).catch(() => null)) as { DatabaseSync: new (path: string) => Database } | null
  if (sqlite === null) return null
  const database = new sqlite.DatabaseSync(join(directory, 'posts.sqlite'))
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  database.exec('CREATE TABLE posts (id TEXT PRIMARY KEY, author TEXT, at TEXT, document TEXT) WITHOUT ROWID')
  database.exec('CREATE INDEX byAuthor ON posts (author, at DESC, id DESC)')
  return contenderOf(database)
}

function contenderOf(database: Database): Contender {
  const insert = database.prepare('INSERT INTO posts VALUES (?, ?, ?, ?)')
  const one = database.prepare('SELECT document FROM posts WHERE id = ?')
  const page = database.prepare('SELECT document FROM posts WHERE author = ? ORDER BY at DESC, id DESC LIMIT ?')
  const count = database.prepare('SELECT count(*) AS found FROM posts WHERE author = ?')
  const increment = `UPDATE posts SET document = json_set(document, '$.views', json_extract(document, '$.views') + 1)`
  const patch = database.prepare(`${increment} WHERE id = ? AND author = ?`)
  const put = (post: Post): void => void insert.run(post._id, post.author, post.at, JSON.stringify(post))
  const parse = (row: Record<string, unknown> | undefined): unknown => JSON.parse(row?.['document'] as string)
  const feeds = new Map<number, Statement>()
  const feed = (size: number): Statement => {
    const list = Array.from({ length: size }, () => '?').join()
    const sql = `SELECT document FROM posts WHERE author IN (${list}) ORDER BY at DESC, id DESC LIMIT ?`
    if (!feeds.has(size)) feeds.set(size, database.prepare(sql))
    return feeds.get(size)!
  }
  return {
    async load(all) {
      database.exec('BEGIN')
      all.forEach(put)
      database.exec('COMMIT')
    },
    getMany: async (ids) => ids.map((id) => parse(one.get(id))).length,
    page: async (author, limit) => page.all(author, limit + 1).map(parse).length - 1,
    feed: async (authors, limit) =>
      feed(authors.length)
        .all(...authors, limit)
        .map(parse).length,
    count: async (authors) => authors.reduce((sum, author) => sum + Number(count.get(author)?.['found']), 0),
    insert: async (post) => put(post),
    async patch(id, author) {
      if (Number(patch.run(id, author).changes) !== 1) throw new Error('The patch was refused')
    },
    close: async () => database.close(),
  }
}
