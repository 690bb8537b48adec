import { expect, test } from 'vitest'
import { cases, isLong, seed } from '../../../support/long.ts'
import { createDatabase, overMongo } from '../../../support/mongo.ts'
import { playRounds } from './rounds.ts'

await overMongo('kill -9 of backups and restores', (server) => {
  test.runIf(isLong)(
    'I10: leaves nothing that anybody takes for whole',
    async () => {
      const rounds = cases(0)
      const databases = [createDatabase(server), createDatabase(server)] as const
      try {
        const figures = await playRounds(rounds, seed, { databases })
        console.log(`kill -9 of backups and restores over ${server.name}: ${rounds} rounds`, figures)
        expect(figures['restore left: a part']).toBeGreaterThan(0)
      } finally {
        await Promise.all(databases.map((database) => database.drop()))
      }
    },
    3_600_000,
  )
})
