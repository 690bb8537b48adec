import { createDatabase, overMongo } from '../../support/mongo.ts'
import { restoredBackups } from './restoredBackup.ts'

await overMongo('a restored backup', (server) => {
  const open = async () => {
    const database = createDatabase(server)
    const storage = await database.open()
    return { storage, dispose: () => storage.close().then(() => database.drop()) }
  }
  restoredBackups({ open, histories: 1, timeout: 120_000 })
})
