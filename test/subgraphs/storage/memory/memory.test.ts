import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { storageContract } from '../../../contract/storage.ts'

storageContract({
  name: 'memory',
  async open() {
    const storage = createMemoryStorage()
    return { storage, dispose: () => storage.close() }
  },
})
