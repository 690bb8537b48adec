import { systemClock } from '../../../../subgraphs/runtime/clock/systemClock.ts'
import { createEventLog } from '../../../../subgraphs/runtime/events/createEventLog.ts'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'
import { systemRandom } from '../../../../subgraphs/runtime/random/systemRandom.ts'
import { openLmdbStorage } from '../../../../subgraphs/storage/lmdb/lmdb.ts'

/* What a process does with a directory, for the tests: follows one topic and tells what it hears, and appends to it. */

export async function startTalking(directory: string, hear: (word: string) => void) {
  const storage = await openLmdbStorage({ directory })
  const about = { storage, collection: 'photo_events', clock: systemClock, random: systemRandom, log: silentLog }
  const log = createEventLog({ ...about, pollMs: 20 })
  const told = log.follow('ada', await log.end('ada'))
  void (async () => {
    for await (const item of told) hear(item.type === 'GAP' ? 'GAP' : item.kind)
  })()
  return {
    say: (kind: string) => log.append('ada', { kind }),
    async stop() {
      await log.stop()
      await storage.close()
    },
  }
}

const [directory] = process.argv.slice(2)
if (process.send !== undefined && import.meta.filename === process.argv[1] && directory !== undefined) {
  const { say } = await startTalking(directory, (word) => process.send?.(word))
  process.on('disconnect', () => process.exit())
  process.on('message', (kind: string) => void say(kind))
  process.send('READY')
}
