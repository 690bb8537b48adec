import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Storage } from '../../../../subgraphs/storage/port.ts'
import { loose, one, post, postIndexes, slugIndex, type Posts } from '../../../contract/storage/setting.ts'
import { createDatabase, type MongoDatabase, overMongo } from '../../../support/mongo.ts'

const CLIENTS = 4
const ROUNDS = 25

/** Several processes over one database, as far as the server is concerned: each has connections of its own. */
await overMongo('races of several clients', (server) => {
  let database: MongoDatabase
  let storages: Storage[]
  let clients: Posts[]
  beforeEach(async () => {
    database = createDatabase(server)
    storages = await Promise.all(Array.from({ length: CLIENTS }, () => database.open()))
    const definition = { name: 'posts', version: 1, indexes: [...postIndexes, slugIndex] }
    clients = storages.map((storage) => loose(storage, definition))
  })
  afterEach(async () => {
    await Promise.all(storages.map((storage) => storage.close()))
    await database.drop()
  })

  test('a collection that all of them open at once has its indexes, once', async () => {
    const answers = await Promise.all(clients.map((posts, n) => posts.insert(post(`p${n}`, { slug: 'same' }))))
    expect(answers.filter((answer) => answer === 'inserted')).toHaveLength(1)
  })

  test('a guard lets one of them through, and all of them see that', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const id = `p${round}`
      await clients[0]!.insert(post(id, { slug: id, owner: null }))
      const take = (posts: Posts, n: number) => posts.patch(id, { owner: null }, { set: { owner: n } })
      const answers = await Promise.all(clients.flatMap((posts, n) => [take(posts, n), take(posts, n)]))
      const winners = answers.filter((answer) => answer !== null)
      expect(winners).toHaveLength(1)
      for (const posts of clients) expect(await one(posts, id)).toEqual(winners[0])
    }
  })

  test('of replacements of one rev one is done, and increments are all counted', async () => {
    await clients[0]!.insert(post('a', { slug: 'a', n: 0 }))
    const next = post('a', { slug: 'a', n: 0 })
    const replaced = await Promise.all(clients.map((posts) => posts.replace(next, 1)))
    expect(replaced.filter((answer) => answer === 'replaced')).toHaveLength(1)
    const increments = Array.from({ length: ROUNDS }, () =>
      clients.map((posts) => posts.patch('a', {}, { inc: { n: 1 } })),
    )
    await Promise.all(increments.flat())
    expect(await one(clients[1]!, 'a')).toMatchObject({ n: CLIENTS * ROUNDS, rev: 2 + CLIENTS * ROUNDS })
  })
})
