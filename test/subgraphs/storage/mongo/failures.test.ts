import { afterEach, beforeEach, expect, test } from 'vitest'
import { openMongoStorage } from '../../../../subgraphs/storage/mongo/mongo.ts'
import type { Storage } from '../../../../subgraphs/storage/port.ts'
import { expectRefusal, loose, one, post, postIndexes, type Posts } from '../../../contract/storage/setting.ts'
import { type BrittleProxy, createBrittleProxy } from '../../../support/brittleProxy.ts'
import { createDatabase, type MongoDatabase, overMongo } from '../../../support/mongo.ts'

/** Connections that break and servers that are silent, at the worst moment: the server acted, its answer is lost. */
await overMongo('failures', (server) => {
  const { hostname, port } = new URL(server.url)
  let database: MongoDatabase
  let proxy: BrittleProxy
  let storage: Storage
  let posts: Posts
  beforeEach(async () => {
    database = createDatabase(server)
    proxy = await createBrittleProxy({ host: hostname, port: Number(port || 27_017) })
    const url = `mongodb://127.0.0.1:${proxy.port}/?directConnection=true`
    storage = await openMongoStorage({ url, database: database.name, patienceMs: 1_000 })
    posts = loose(storage, { name: 'posts', version: 1, indexes: postIndexes })
    await posts.insert(post('a', { n: 0 }))
  })
  afterEach(async () => {
    proxy.answers('pass')
    await storage.close()
    await proxy[Symbol.asyncDispose]()
    await database.drop()
  })

  const asking = (command: string) => (request: Buffer) => request.includes(command)

  test('a patch whose answer is lost is not sent again: it counted once, and its caller knows that it may have', async () => {
    proxy.answers('cut', asking('findAndModify'))
    await expectRefusal(posts.patch('a', {}, { inc: { n: 1 } }), 'STORE_UNAVAILABLE', /may have taken place/)
    proxy.answers('pass')
    expect(await one(posts, 'a')).toMatchObject({ n: 1, rev: 2 })
  })

  test.each([
    ['an insert', 'insert', () => posts.insert(post('b'))],
    ['a replacement', 'update', () => posts.replace(post('a'), 1)],
    ['a deletion', 'delete', () => posts.delete('a')],
  ] as const)('%s whose answer is lost is no conflict with itself, but an error', async (_what, command, act) => {
    proxy.answers('cut', asking(command))
    await expectRefusal(act(), 'STORE_UNAVAILABLE', /may have taken place/)
  })

  test('a read whose connection breaks once is asked again', async () => {
    let broken = 0
    proxy.answers('cut', (request) => asking('find')(request) && broken++ === 0)
    expect(await one(posts, 'a')).toMatchObject({ n: 0 })
    expect(broken).toBe(2)
  })

  test('a server that is silent is a timeout, of reads and of writes', async () => {
    proxy.answers('hold', (request) => asking('find')(request) || asking('insert')(request))
    await expectRefusal(posts.insert(post('b')), 'STORE_TIMEOUT', /may have taken place/)
    await expectRefusal(one(posts, 'a'), 'STORE_TIMEOUT')
  })

  test('while nobody answers calls are refused, check says so, and it is over when the server is back', async () => {
    proxy.answers('cut')
    await expectRefusal(storage.check(), 'STORE_UNAVAILABLE')
    await expectRefusal(posts.page('all', {}, { limit: 1 }), 'STORE_UNAVAILABLE')
    proxy.answers('pass')
    await storage.check()
    expect(await one(posts, 'a')).toMatchObject({ rev: 1 })
  })

  test('a URL without a server is refused in words without the password', async () => {
    const url = 'mongodb://ada:secret@127.0.0.1:1/?directConnection=true'
    await expectRefusal(openMongoStorage({ url, patienceMs: 200 }), 'STORE_UNAVAILABLE', /^((?!secret).)*127.0.0.1:1/)
    await expectRefusal(openMongoStorage({ url: 'mongodb://ada:secret@/' }), 'STORE_MISUSE', /^((?!secret).)*$/)
  })
})
