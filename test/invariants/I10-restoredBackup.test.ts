import { createMemoryStorage } from '../../subgraphs/storage/memory/memory.ts'
import { cases, isLong } from '../support/long.ts'
import { torn } from './backup/backedUpTown.ts'
import { restoredBackups } from './backup/restoredBackup.ts'

// The hardest case: each document is read at a moment of its own. Over MongoDB: backup/mongo.test.ts; the embedded store
// gives one moment, and is backed up under the whole graph in test/journeys/backup/.
restoredBackups({
  async open() {
    const storage = createMemoryStorage()
    return { storage, dispose: () => storage.close() }
  },
  asSeen: torn,
  histories: cases(2),
  timeout: isLong ? 3_600_000 : 20_000,
})
