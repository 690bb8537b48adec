import { MongoClient, type CommandStartedEvent } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createConnection } from '../../../../subgraphs/storage/mongo/connection.ts'
import { clientOptions, storageOver } from '../../../../subgraphs/storage/mongo/mongo.ts'
import type { Storage } from '../../../../subgraphs/storage/port.ts'
import { insertAll, loose, post, postIndexes, slugIndex, type Posts } from '../../../contract/storage/setting.ts'
import { createDatabase, overMongo } from '../../../support/mongo.ts'

/** What the adapter sends, as the driver tells it. */
await overMongo('commands', (server) => {
  const database = createDatabase(server)
  const sent: CommandStartedEvent[] = []
  let storage: Storage
  let posts: Posts
  beforeAll(async () => {
    const client = new MongoClient(server.url, { ...clientOptions(), monitorCommands: true })
    client.on('commandStarted', (event) => sent.push(event))
    storage = storageOver(createConnection(client, database.name))
    posts = loose(storage, { name: 'posts', version: 1, indexes: [...postIndexes, slugIndex] })
    await insertAll(
      posts,
      ['a', 'b', 'c'].map((id) => post(id, { slug: id, tags: ['x'] })),
    )
  })
  beforeEach(() => void (sent.length = 0))
  afterAll(async () => {
    await storage.close()
    await database.drop()
  })

  const names = (): string[] => sent.map(({ commandName }) => commandName).filter((name) => name !== 'endSessions')

  describe('one per call', () => {
    test.each([
      ['getMany', 'find', () => posts.getMany(['a', 'b', 'nobody'])],
      ['insert', 'insert', () => posts.insert(post('d', { slug: 'd', author: 'bo' }))],
      ['insert of what is taken', 'insert', () => posts.insert(post('a', { slug: 'z' }))],
      ['replace', 'update', () => posts.replace(post('b', { slug: 'b', tags: ['x'] }), 1)],
      ['patch', 'findAndModify', () => posts.patch('c', { rev: 1, gone: null }, { inc: { n: 1 }, set: { 's.t': 1 } })],
      ['page', 'find', () => posts.page('byTag', { tags: ['x', 'y'] }, { limit: 2 })],
      ['page after a position', 'find', () => posts.page('all', {}, { limit: 1, after: { order: null, id: 'a' } })],
      [
        'page in bounds',
        'find',
        () => posts.page('byAuthor', { author: 'ana' }, { limit: 9, range: { gt: 0, lt: 2 } }),
      ],
      ['countMany', 'aggregate', () => posts.countMany('byTag', [{ tags: 'x' }], 9)],
      ['delete', 'delete', () => posts.delete('d')],
    ] as const)('%s', async (_method, name, call) => {
      await call()
      expect(names()).toEqual([name])
    })
  })

  test('writes ask for the majority and its journal, and have no number by which to be sent again', async () => {
    await posts.insert(post('e', { slug: 'e' }))
    await posts.patch('e', {}, {})
    await posts.replace(post('e', { slug: 'e' }), 2)
    await posts.delete('e')
    await storage.check()
    expect(sent).toHaveLength(5)
    for (const { command } of sent) {
      expect(command.writeConcern).toMatchObject({ w: 'majority', j: true })
      expect(command.txnNumber).toBeUndefined()
    }
  })

  test('reads show what the majority has, in the session of what this process was told', async () => {
    await posts.getMany(['a'])
    await posts.page('all', {}, { limit: 1 })
    await posts.countMany('all', [{}], 1)
    for (const { command } of sent) expect(command).toMatchObject({ readConcern: { level: 'majority' }, lsid: {} })
  })

  test('a page is one range of one index that it names, ties beside it', async () => {
    await posts.page('byAuthor', { author: 'ana' }, { limit: 2, after: { order: 5, id: 'm' } })
    expect(sent[0]!.command).toMatchObject({
      filter: {
        'fields.author': 'ana',
        'fields.at': { $lte: 5 },
        $or: [{ 'fields.at': { $lt: 5 } }, { _id: { $lt: 'm' } }],
      },
      sort: new Map([
        ['fields.at', -1],
        ['_id', -1],
      ]),
      hint: 'author;at',
      limit: 3,
    })
  })

  test('an equality of many values is merged in parts that the server merges by its index', async () => {
    const author = Array.from({ length: 400 }, (_, n) => `w${n}`)
    await posts.page('byAuthor', { author }, { limit: 2 })
    expect(sent.map(({ command }) => command.filter['fields.author'].$in.length as number)).toEqual([150, 150, 100])
  })
})
