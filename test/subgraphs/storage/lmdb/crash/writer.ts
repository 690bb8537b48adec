import { openLmdbStorage } from '../../../../../subgraphs/storage/lmdb/lmdb.ts'
import { counters, subjects, writeAt } from './life.ts'

/*
 * A writer that is killed: takes each of its documents through its life, all at once, and acknowledges every write when
 * its promise has resolved. Told where to go on: `{ '<id>': <steps that are behind it> }`.
 */

const [directory = '', name = ''] = process.argv.slice(2)
const storage = await openLmdbStorage({ directory })
const documents = storage.collection(subjects)
const counts = storage.collection(counters)

async function live(id: string, done: number): Promise<never> {
  for (let step = done + 1; ; step++) {
    const write = writeAt(id, step)
    if (!(await perform(id, write))) throw new Error(`${id} could not do step ${step}: ${write.kind} was refused`)
    process.send?.({ id, step })
  }
}

async function perform(id: string, write: ReturnType<typeof writeAt>): Promise<boolean> {
  if (write.kind === 'insert') return (await documents.insert(write.document)) === 'inserted'
  if (write.kind === 'replace') return (await documents.replace(write.document, write.rev)) === 'replaced'
  if (write.kind === 'delete') return documents.delete(id, write.rev)
  return (await documents.patch(id, { rev: write.rev }, write.operations)) !== null
}

async function count(): Promise<never> {
  for (;;) {
    const counter = await counts.patch('counter', {}, { inc: { total: 1, [`by.${name}`]: 1 } })
    process.send?.({ id: 'counter', step: counter?.by[name] })
  }
}

process.on('disconnect', () => process.exit())
process.on('message', (steps: Record<string, number>) => {
  const lives = [...Object.entries(steps).map(([id, done]) => live(id, done)), count()]
  Promise.all(lives).catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
})
process.send?.({ ready: true })
