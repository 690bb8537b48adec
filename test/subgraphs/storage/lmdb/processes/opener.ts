import { openLmdbStorage } from '../../../../../subgraphs/storage/lmdb/lmdb.ts'

/* A process that opens a store and closes it, as often as it is told. */

const [directory = '', times = '0'] = process.argv.slice(2)
process.on('disconnect', () => process.exit())
for (let time = 0; time < Number(times); time++) {
  const storage = await openLmdbStorage({ directory })
  await storage.close()
}
process.exit()
