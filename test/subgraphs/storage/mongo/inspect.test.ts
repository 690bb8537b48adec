import { expect, test } from 'vitest'
import { surelyAhead } from '../../../../bin/doctor/finding.ts'
import type { CollectionDefinition, StoredDocument } from '../../../../subgraphs/storage/port.ts'
import { inspectMongo } from '../../../../subgraphs/storage/mongo/inspect.ts'
import { createDatabase, overMongo } from '../../../support/mongo.ts'

interface Frog extends StoredDocument {
  readonly pond: string
}

const frogs: CollectionDefinition<Frog> = { name: 'frogs', version: 1, indexes: [{ name: 'byPond', eq: ['pond'] }] }
const later: CollectionDefinition<Frog> = {
  ...frogs,
  indexes: [...frogs.indexes, { name: 'all', eq: [], order: 'at' }],
}
const ponds: CollectionDefinition<Frog> = { ...frogs, name: 'ponds' }

await overMongo('what doctor sees of a server', (server) => {
  test('its version, clock and indexes, without making any', async () => {
    const database = createDatabase(server)
    const storage = await database.open()
    await storage.collection(frogs).insert({ _id: 'kermit', pond: 'lily' })
    const look = () => inspectMongo(database.url, [later as never, ponds as never], Date.now)
    await look()
    const { version, missing, unopened, time } = await look()
    expect(version).toMatch(/^\d+\.\d+/)
    expect([missing, unopened]).toEqual([['frogs.all'], ['ponds']])
    expect(Math.abs(surelyAhead(time))).toBeLessThan(1_000)
    await database.drop()
    await storage.close()
  })
})
