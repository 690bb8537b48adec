import { expect, test } from 'vitest'
import { cases, isLong } from '../../support/long.ts'
import { createDatabase, type MongoDatabase, overMongo } from '../../support/mongo.ts'
import { playAll } from './playAll.ts'

await overMongo('the histories of cross-posts', (server) => {
  test('I7, I10, I13: what is seen is what the model allows', async () => {
    const databases: MongoDatabase[] = []
    try {
      const came = await playAll(cases(1), () => {
        const database = createDatabase(server)
        databases.push(database)
        return database.open()
      })
      if (isLong) console.log(came)
      expect(came['putStory: LIVE']).toBeGreaterThan(0)
    } finally {
      await Promise.all(databases.map((database) => database.drop()))
    }
  }, 3_600_000)
})
