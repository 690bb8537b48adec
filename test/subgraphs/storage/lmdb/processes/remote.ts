import { openLmdbStorage } from '../../../../../subgraphs/storage/lmdb/lmdb.ts'
import type { Collection, CollectionDefinition, StoredDocument } from '../../../../../subgraphs/storage/port.ts'

/*
 * A process with a store of its own, for the tests: opens the directory and the collection that its arguments name, says
 * `{ ready: true }`, then makes each call that it is sent and sends back what came of it.
 */

const [directory = '', definition = ''] = process.argv.slice(2)
const send = (message: object): void => void process.send?.(message)

const log = (fields: object, message: string): void => send({ log: message, ...fields })
const storage = await openLmdbStorage({ directory, log: { debug: log, info: log, warn: log, error: log } })
const collection = storage.collection(JSON.parse(definition) as CollectionDefinition<StoredDocument>)

process.on('disconnect', () => process.exit())
process.on('message', (message: { call: number; method: keyof Collection<StoredDocument>; args: unknown[] }) => {
  const method = collection[message.method] as (...args: unknown[]) => Promise<unknown>
  method.apply(collection, message.args).then(
    (answer) => send({ call: message.call, answer }),
    (error: unknown) => send({ call: message.call, error: String(error) }),
  )
})
send({ ready: true })
