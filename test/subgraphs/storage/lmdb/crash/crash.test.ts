import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSeededRandom } from '../../../../../subgraphs/runtime/random/seededRandom.ts'
import { inspectLmdb } from '../../../../../subgraphs/storage/lmdb/consistency.ts'
import { openLmdbStorage } from '../../../../../subgraphs/storage/lmdb/lmdb.ts'
import type { Storage } from '../../../../../subgraphs/storage/port.ts'
import { cases, seed } from '../../../../support/long.ts'
import { createDirectory } from '../directory.ts'
import { forkScript, killNow, patience } from '../processes/fork.ts'
import type { Subject } from './life.ts'
import { counters, subjectAt, subjects } from './life.ts'

const WRITERS = ['w0', 'w1', 'w2']
const DOCUMENTS_EACH = 12

/**
 * Rounds of kill -9: three processes write to one directory and acknowledge each write; they are killed in the middle of
 * it; then every acknowledged write must be there, at most the one write of each document that was under way besides,
 * and documents and indexes must agree.
 */
describe('a killed process', { timeout: patience }, () => {
  let directory: string
  let remove: () => void
  const running: Writer[] = []

  beforeEach(() => ({ directory, remove } = createDirectory()))
  afterEach(async () => {
    await Promise.all(running.splice(0).map(({ child }) => killNow(child)))
    remove()
  })

  test('loses no acknowledged write and leaves none half done', async () => {
    const rounds = cases(3)
    const random = createSeededRandom(`crash ${seed}`)
    const upTo = (most: number): number => new DataView(random.bytes(4).buffer).getUint32(0) % most
    const behind = new Map(WRITERS.flatMap((name) => idsOf(name).map((id) => [id, 0])))
    await insertCounter(directory)
    let checked = 0
    for (let round = 1; round <= rounds; round++) {
      const survivor = round % 2 === 0 ? await openLmdbStorage({ directory }) : null
      const acknowledged = new Map(behind)
      const writers = await Promise.all(WRITERS.map((name) => startWriter(directory, name, behind, acknowledged)))
      running.push(...writers)
      // Even rounds kill one after the other, while the rest goes on and one more process looks on; odd ones all at once.
      for (const writer of writers) {
        await writer.wrote(30 + upTo(300))
        if (survivor !== null) await killNow(writer.child)
      }
      await Promise.all(writers.map(({ child }) => killNow(child)))
      running.length = 0
      expect(writers.map(({ child }) => child.signalCode)).toEqual(WRITERS.map(() => 'SIGKILL'))
      const storage = survivor ?? (await openLmdbStorage({ directory }))
      // A commit that was cut off after its last page may show only when the next writer takes over the lock. Until then
      // the fate of what was not acknowledged is open; this write decides it.
      await storage.check()
      checked += await checkRound(storage, directory, behind, acknowledged)
      await storage.close()
    }
    console.log(`kill -9: ${rounds} rounds of ${WRITERS.length} writers, ${checked} acknowledged writes checked`)
    expect(checked).toBeGreaterThan(rounds * 90)
  })
})

async function insertCounter(directory: string): Promise<void> {
  const storage = await openLmdbStorage({ directory })
  await storage.collection(counters).insert({ _id: 'counter', total: 0, by: {} })
  await storage.close()
}

/** Compares what is stored with what was acknowledged; moves `behind` on; answers how many writes that were. */
async function checkRound(
  storage: Storage,
  directory: string,
  behind: Map<string, number>,
  acknowledged: ReadonlyMap<string, number>,
): Promise<number> {
  let checked = 0
  const documents = storage.collection(subjects)
  const ids = [...behind.keys()].filter((id) => !id.startsWith('counter'))
  const found = await documents.getMany(ids)
  for (const [at, id] of ids.entries()) {
    const atLeast = acknowledged.get(id) ?? 0
    checked += atLeast - (behind.get(id) ?? 0)
    behind.set(id, stepOf(id, atLeast, found[at] ?? null))
  }
  checked += await checkCounter(storage, behind, acknowledged)
  const inspection = await inspectLmdb(directory)
  expect(inspection.problems).toEqual([])
  expect(inspection.documents).toBe(found.filter((document) => document !== null).length + 1)
  return checked
}

/** Which step the stored document is at: the last one that was acknowledged, or the one after it. Else it is damaged. */
function stepOf(id: string, acknowledged: number, found: Subject | null): number {
  const next = acknowledged + 1
  const step = found?.step ?? (subjectAt(id, acknowledged) === null ? acknowledged : next)
  expect([acknowledged, next]).toContain(step)
  expect(found).toEqual(subjectAt(id, step))
  return step
}

async function checkCounter(
  storage: Storage,
  behind: Map<string, number>,
  acknowledged: ReadonlyMap<string, number>,
): Promise<number> {
  const [counter] = await storage.collection(counters).getMany(['counter'])
  let sum = 0
  let checked = 0
  for (const name of WRITERS) {
    const key = `counter ${name}`
    const stored = counter?.by[name] ?? 0
    const atLeast = acknowledged.get(key) ?? behind.get(key) ?? 0
    expect([atLeast, atLeast + 1]).toContain(stored)
    checked += atLeast - (behind.get(key) ?? 0)
    behind.set(key, stored)
    sum += stored
  }
  expect(counter).toMatchObject({ total: sum, rev: sum + 1 })
  return checked
}

interface Writer {
  readonly child: ChildProcess
  /** Resolves when it has acknowledged this many writes, or is dead. */
  wrote(count: number): Promise<void>
}

async function startWriter(
  directory: string,
  name: string,
  behind: ReadonlyMap<string, number>,
  acknowledged: Map<string, number>,
): Promise<Writer> {
  const child = forkScript('../crash/writer.ts', [directory, name])
  await once(child, 'message')
  let written = 0
  let waiting = { count: Number.POSITIVE_INFINITY, resolve: (): void => {} }
  child.on('message', ({ id, step }: { id: string; step: number }) => {
    acknowledged.set(id === 'counter' ? `counter ${name}` : id, step)
    if (++written >= waiting.count) waiting.resolve()
  })
  child.on('exit', () => waiting.resolve())
  child.send(Object.fromEntries(idsOf(name).map((id) => [id, behind.get(id) ?? 0])))
  return {
    child,
    wrote: (count) =>
      new Promise((resolve) => {
        waiting = { count, resolve }
        if (written >= count || child.exitCode !== null) resolve()
      }),
  }
}

function idsOf(writer: string): string[] {
  return Array.from({ length: DOCUMENTS_EACH }, (_, n) => `${writer}-${n}`)
}
