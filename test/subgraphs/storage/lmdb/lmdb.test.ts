import { openLmdbStorage } from '../../../../subgraphs/storage/lmdb/lmdb.ts'
import { storageContract } from '../../../contract/storage.ts'
import { createDirectory } from './directory.ts'

storageContract({
  name: 'lmdb',
  async open(written) {
    const { directory, remove } = createDirectory()
    const storages = [await openLmdbStorage({ directory, ...(written && { written }) })]
    return {
      storage: storages[0]!,
      async reopen() {
        const storage = await openLmdbStorage({ directory, ...(written && { written }) })
        storages.push(storage)
        return storage
      },
      async dispose() {
        await Promise.all(storages.map((storage) => storage.close()))
        remove()
      },
    }
  },
})
