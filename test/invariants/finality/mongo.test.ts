import { afterAll } from 'vitest'
import { demoDataIn } from '../../support/demoData.ts'
import { createDatabase, overMongo } from '../../support/mongo.ts'
import { overProcesses } from './overProcesses.ts'

await overMongo('I9 over processes', (server) => {
  const database = createDatabase(server)
  // Hooks that are registered first run last: the processes have ended by then.
  afterAll(() => database.drop())
  overProcesses({ people: () => demoDataIn(database.url), count: 4 })
})
