import { expect, test } from 'vitest'
import { cases, isLong, seed } from '../../../support/long.ts'
import { createDatabase, overMongo } from '../../../support/mongo.ts'
import { openInstallation } from './installation.ts'
import { playRounds } from './rounds.ts'

await overMongo('kill -9 of cross-posts', (server) => {
  test.runIf(isLong)(
    'I13: loses no copy, doubles none, and leaves none behind',
    async () => {
      const rounds = cases(0)
      const database = createDatabase(server)
      try {
        await using installation = await openInstallation(database)
        const figures = await playRounds(installation, rounds, seed)
        console.log(`kill -9 of cross-posts over ${server.name}: ${rounds} rounds`, figures)
        expect(figures['kill -9']).toBeGreaterThanOrEqual(rounds)
        expect(figures['share: DONE']).toBeGreaterThan(0)
      } finally {
        await database.drop()
      }
    },
    3_600_000,
  )
})
