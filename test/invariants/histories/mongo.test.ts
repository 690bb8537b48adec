import { expect, test } from 'vitest'
import { cases } from '../../support/long.ts'
import { createDatabase, type MongoDatabase, overMongo } from '../../support/mongo.ts'
import { playAll } from './playAll.ts'

await overMongo('the histories of accounts', (server) => {
  test('I1 to I16: whatever people do at once, and whatever dies, is what the model allows', async () => {
    const databases: MongoDatabase[] = []
    try {
      const came = await playAll(cases(2), () => {
        const database = createDatabase(server)
        databases.push(database)
        return database.open()
      })
      expect(came['store calls while two acts or more were under way']).toBeGreaterThan(0)
    } finally {
      await Promise.all(databases.map((database) => database.drop()))
    }
  }, 3_600_000)
})
