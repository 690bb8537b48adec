import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { storageContract } from '../../../contract/storage.ts'

storageContract({
  name: 'memory',
  async open(written) {
    const storage = createMemoryStorage(written && { written })
    return { storage, dispose: () => storage.close() }
  },
})
