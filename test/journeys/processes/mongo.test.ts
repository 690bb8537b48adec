import { expect, test } from 'vitest'
import { demoDataIn } from '../../support/demoData.ts'
import { isLong } from '../../support/long.ts'
import { createDatabase, overMongo } from '../../support/mongo.ts'
import { roll, told } from './rolling.ts'

/** The same over MongoDB, where one subgraph hangs for ten seconds besides. */
await overMongo('rolling restarts', (server) => {
  test.runIf(isLong)('every process is restarted, keys rotate, one hangs: nothing is lost', async () => {
    const database = createDatabase(server)
    try {
      await using data = await demoDataIn(database.url)
      const rolled = await roll(data, database.url)
      console.info(told(rolled))
      expect(Math.min(rolled.reads, rolled.writes)).toBeGreaterThan(100)
    } finally {
      await database.drop()
    }
  })
})
