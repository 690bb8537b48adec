import { storageContract } from '../../../contract/storage.ts'
import { createDatabase, overMongo } from '../../../support/mongo.ts'

await overMongo('the storage contract', (server) => {
  storageContract({
    name: `mongo, on ${server.name}`,
    ...(!server.isMongoDB && { ordersStringsBy: 'UTF-16' }),
    tellsChanges: server.tellsChanges,
    async open(written) {
      const database = createDatabase(server)
      const storages = [await database.open(written && { written })]
      return {
        storage: storages[0]!,
        async reopen() {
          const storage = await database.open(written && { written })
          storages.push(storage)
          return storage
        },
        async dispose() {
          await Promise.all(storages.map((storage) => storage.close()))
          await database.drop()
        },
      }
    },
  })
})
