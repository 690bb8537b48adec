import { test } from 'vitest'
import { runStart } from '../../support/commands.ts'
import { type AskedGraph, createAsker } from '../../support/asker.ts'
import { copyDemoData, type DemoData, demoDataIn, ROOT_SECRET } from '../../support/demoData.ts'
import { isLong } from '../../support/long.ts'
import { createDatabase, overMongo } from '../../support/mongo.ts'
import { idOf } from '../../support/startedGraph.ts'
import { expectAlike, tokensAt } from '../operations/alike.ts'
import { startFleet } from './fleet.ts'

/** Six processes of the operating system answer as one does, over each store. */
const KEYS = { rootSecret: ROOT_SECRET, acceptedSecrets: [], permanentSecret: ROOT_SECRET }

async function compare(data: DemoData, store?: string): Promise<void> {
  await using one = await runStart(data.directory, store === undefined ? {} : { store })
  await using fleet = await startFleet(data.directory, KEYS, {
    everywhere: { development: true, ...(store && { store }) },
  })
  const token = await tokensAt(one.url)
  const at = (url: string): AskedGraph => ({
    ...createAsker(url, token),
    id: (name, app) => idOf(data.profiles, name, app),
  })
  await expectAlike(at(one.url), ...fleet.gateways.map(at))
}

test.runIf(isLong)('six processes over one data directory answer as one', async () => {
  await using data = await copyDemoData()
  await compare(data)
})

await overMongo('six processes', (server) => {
  test.runIf(isLong)('answer as one', async () => {
    const database = createDatabase(server)
    try {
      await using data = await demoDataIn(database.url)
      await compare(data, database.url)
    } finally {
      await database.drop()
    }
  })
})
