import { expect, test } from 'vitest'
import { copyDemoData, demoDataIn } from '../../support/demoData.ts'
import { isLong } from '../../support/long.ts'
import { createDatabase, overMongo } from '../../support/mongo.ts'
import { told } from './rolling.ts'
import { type Upgraded, upgrade } from './upgrading.ts'

/** Nothing but that a process was being started anew: no document was refused to anybody. */
function expectUntouched({ failures, reads, writes, choices }: Upgraded): void {
  expect(new Set(failures.flatMap(({ codes }) => codes))).toEqual(new Set(['SUBGRAPH_UNREACHABLE']))
  expect(Math.min(reads, writes, choices)).toBeGreaterThan(50)
}

test.runIf(isLong)('two releases run side by side over one data directory, and nothing is lost', async () => {
  await using data = await copyDemoData()
  const upgraded = await upgrade(data)
  console.info(`${told(upgraded)}; ${upgraded.choices} choices`)
  expectUntouched(upgraded)
})

await overMongo('two releases side by side', (server) => {
  test.runIf(isLong)('nothing is lost', async () => {
    const database = createDatabase(server)
    try {
      await using data = await demoDataIn(database.url)
      const upgraded = await upgrade(data, database.url)
      console.info(`${told(upgraded)}; ${upgraded.choices} choices`)
      expectUntouched(upgraded)
    } finally {
      await database.drop()
    }
  })
})
