import { demoDataIn } from '../../support/demoData.ts'
import { createDatabase, overMongo } from '../../support/mongo.ts'
import { backedUpGraphs } from './backedUpGraph.ts'

await overMongo('a backup of the whole graph', (server) => {
  backedUpGraphs({
    people: () => demoDataIn(createDatabase(server).url),
    elsewhere(cleanup) {
      const database = createDatabase(server)
      cleanup(() => database.drop())
      return { store: database.url }
    },
  })
})
