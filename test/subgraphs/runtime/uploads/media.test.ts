import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import type { CleanMedia } from '../../../../subgraphs/runtime/uploads/cleanMedia.ts'
import { createMedia, type Media } from '../../../../subgraphs/runtime/uploads/media.ts'
import { createMemoryBlobs } from '../../../../subgraphs/runtime/uploads/memoryBlobs.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import type { Storage } from '../../../../subgraphs/storage/port.ts'
import { cases, seed } from '../../../support/long.ts'
import { memoryMedia } from '../../../support/memoryMedia.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'
import type { Blobs } from '../../../../subgraphs/runtime/uploads/blobs.ts'

const clean: CleanMedia = {
  bytes: new Uint8Array([1, 2, 3]),
  kind: 'IMAGE',
  contentType: 'image/webp',
  width: 1,
  height: 1,
}
const DUE = TEST_START - 1

/** Media of two processes over one store and the same blobs, whose calls each take a random time. */
function createProcesses(seed: number, blobs: Blobs, needed: ReadonlySet<string>) {
  const storage = createMemoryStorage()
  const random = createSeededRandom(`media ${seed}`)
  const late = async (): Promise<void> => {
    for (let turns = (random.bytes(1)[0] ?? 0) % 40; turns > 0; turns -= 1) await Promise.resolve()
  }
  const slow: Storage = {
    ...storage,
    collection(definition) {
      const collection = storage.collection(definition)
      return new Proxy(collection, {
        get:
          (target, name) =>
          async (...args: unknown[]) => {
            await late()
            const call = target[name as keyof typeof target] as (...given: unknown[]) => Promise<unknown>
            const answer = await call.apply(target, args)
            await late()
            return answer
          },
      })
    },
  }
  const slowBlobs: Blobs = {
    get: (name) => blobs.get(name),
    source: (name) => blobs.source(name),
    put: async (name, bytes) => late().then(() => blobs.put(name, bytes)),
    delete: async (name) => late().then(() => blobs.delete(name)),
  }
  const process = (): Media =>
    createMedia({
      storage: slow,
      collection: 'photo_media',
      blobs: slowBlobs,
      key: memoryMedia('photo').key,
      clock: createManualClock(TEST_START),
      random,
      stillNeeded: async (by) => (needed.has(by) ? null : 'GONE'),
    })
  return [process(), process()] as const
}

const holder = fc.constantFrom('a', 'b', 'c')
const act = fc.oneof(
  fc.record({ kind: fc.constant('keep' as const), by: holder, due: fc.boolean() }),
  fc.record({ kind: fc.constant('drop' as const), by: holder }),
  fc.record({ kind: fc.constant('sweep' as const) }),
)

describe('what several processes keep, drop and sweep at once', () => {
  it('is there for whoever was told so last, and nothing is left when nobody holds it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(fc.array(act, { maxLength: 5 }), { maxLength: 6 }), async (speed, rounds) => {
        const blobs = createMemoryBlobs()
        const needed = new Set(['a'])
        const processes = createProcesses(speed, blobs, needed)
        const name = processes[0].nameOf('ana', clean.bytes)
        for (const acts of rounds) {
          await Promise.all(
            acts.map(async (each, index) => {
              const media = processes[index % 2] ?? processes[0]
              if (each.kind === 'sweep') await media.sweep()
              else if (each.kind === 'drop') await media.drop(name, each.by)
              else await media.keep('ana', clean, { by: each.by, until: each.due ? DUE : null })
            }),
          )
          const [row] = await processes[0].find([name])
          expect(blobs.names()).toEqual(row ? [row.blob] : [])
        }
        for (const by of ['a', 'b', 'c']) await processes[1].drop(name, by)
        expect([blobs.names(), await processes[0].find([name])]).toEqual([[], [null]])
      }),
      { numRuns: cases(150), seed },
    )
  })

  it('is written again by the next one when a process died before it was', async () => {
    const blobs = createMemoryBlobs()
    const dying: Blobs = { ...blobs, put: () => Promise.reject(new Error('the process died')) }
    const storage = createMemoryStorage()
    const parts = {
      storage,
      collection: 'photo_media',
      key: memoryMedia('photo').key,
      stillNeeded: async () => 'GONE' as const,
    }
    const more = { clock: createManualClock(TEST_START), random: createSeededRandom('media') }
    const by = { by: 'a', until: DUE }
    await expect(createMedia({ ...parts, ...more, blobs: dying }).keep('ana', clean, by)).rejects.toThrow('died')
    const media = createMedia({ ...parts, ...more, blobs })
    const name = await media.keep('ana', clean, { by: 'b', until: null })
    const [row] = await media.find([name])
    expect(row && (await media.read(row))).toEqual(clean.bytes)
    await media.sweep()
    expect((await media.find([name]))[0]?.holders).toEqual([{ by: 'b', until: null }])
  })
})
