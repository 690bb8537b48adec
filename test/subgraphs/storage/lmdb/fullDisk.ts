import { openLmdbStorage } from '../../../../subgraphs/storage/lmdb/lmdb.ts'

/** Run by fullDisk.test.ts with a limit of the size of files: writes more than there is room for, and says what came of it. */
const storage = await openLmdbStorage({ directory: process.argv[2] ?? '' })
const things = storage.collection({ name: 'things', version: 1, indexes: [] })
const said = new Set<string>()
const write = async (writer: number): Promise<void> => {
  for (let n = 0; n < 100; n++) {
    const thing = { _id: `${writer}-${n}`, text: 'x'.repeat(3_000) } as { _id: string }
    await things.insert(thing).catch((error: unknown) => void said.add(String((error as { code?: unknown }).code)))
  }
}
await Promise.all(Array.from({ length: 20 }, (_, writer) => write(writer)))
await storage.close()
console.log(`Said: ${[...said].join(', ')}.`)
