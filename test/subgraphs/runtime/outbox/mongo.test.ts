import * as fc from 'fast-check'
import { test } from 'vitest'
import { cases, seed } from '../../../support/long.ts'
import { createDatabase, overMongo } from '../../../support/mongo.ts'
import { histories } from './histories.ts'
import { live } from './letters.ts'

await overMongo('the outbox', (server) => {
  test('what was put last is acted upon after its put, whoever dies and whatever clocks do', async () => {
    const held = fc.asyncProperty(histories, async (history) => {
      const database = createDatabase(server)
      const storage = await database.open()
      try {
        await live(storage, history)
      } finally {
        await storage.close()
        await database.drop()
      }
    })
    await fc.assert(held, { numRuns: cases(3), seed })
  })
})
