import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createShapes,
  readAgreement,
  type KnownShapes,
  type Reader,
  type Shapes,
} from '../../../../subgraphs/runtime/shapes/shapes.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import type { Storage } from '../../../../subgraphs/storage/port.ts'
import { cases, seed } from '../../../support/long.ts'

/** A process of a release in which people are of this version. */
async function startRelease(storage: Storage, version: number, options: { hold?: boolean; isNew?: boolean } = {}) {
  const shapes = createShapes({ hold: options.hold ?? false })
  const own = await shapes.open(storage, options.isNew ?? false)
  own.collection({ name: 'people', version, indexes: [] })
  own.collection({ name: `only${version}`, version: 1, indexes: [] })
  return shapes
}

const readersOf = (...all: Shapes[]): Reader[] => all.map((shapes) => ({ shapes: shapes.known() }))

describe('what documents are written in', () => {
  test('is the newest shape at once in a store that nobody has used', async () => {
    const shapes = await startRelease(createMemoryStorage(), 3, { isNew: true })
    expect(shapes.written('people')).toBe(Number.POSITIVE_INFINITY)
    await shapes.review([])
    expect(shapes.written('people')).toBe(3)
  })

  test('is the oldest shape in a store that is in use, until it is seen who runs', async () => {
    const shapes = await startRelease(createMemoryStorage(), 3)
    expect(shapes.written('people')).toBe(1)
    await shapes.review([])
    expect(shapes.written('people')).toBe(3)
  })

  test('is what all who run read, and the newest once the last of them has gone', async () => {
    const storage = createMemoryStorage()
    const old = await startRelease(storage, 2)
    await old.review([])
    const young = await startRelease(storage, 3)
    expect(young.tooOld()).toBeNull()
    await young.review(readersOf(old, young))
    expect(young.written('people')).toBe(2)
    await young.review(readersOf(young))
    expect(young.written('people')).toBe(3)
    expect(await readAgreement(storage)).toEqual({ people: 3, only2: 1, only3: 1 })
  })

  test('is the oldest shape beside a release that does not say what it reads; one without a store reads nothing', async () => {
    const shapes = await startRelease(createMemoryStorage(), 3)
    await shapes.review([{}, ...readersOf(shapes)])
    expect(shapes.written('people')).toBe(1)
    await shapes.review([{ shapes: {} }, { shapes: { others: 1 } }])
    expect(shapes.written('people')).toBe(3)
  })

  test('stays while a process holds it, which reads what is newer all the same', async () => {
    const storage = createMemoryStorage()
    await (await startRelease(storage, 2)).review([])
    const holding = await startRelease(storage, 3, { hold: true })
    const other = await startRelease(storage, 3)
    await other.review(readersOf(holding, other))
    await holding.review(readersOf(holding, other))
    expect([holding.written('people'), other.written('people')]).toEqual([2, 2])
    await other.review(readersOf(other))
    await holding.review(readersOf(holding, other))
    expect(holding.written('people')).toBe(3)
    expect(holding.tooOld()).toBeNull()
  })

  test('is the newest shape in a new store, whoever holds: there is no release to go back to', async () => {
    const shapes = await startRelease(createMemoryStorage(), 3, { isNew: true, hold: true })
    await shapes.review([])
    expect(shapes.written('people')).toBe(3)
  })

  test('is never lowered, and a release that cannot read it is told which to run', async () => {
    const storage = createMemoryStorage()
    await (await startRelease(storage, 3)).review([])
    const old = await startRelease(storage, 2)
    expect(old.tooOld()).toMatchObject({ code: 'STORE_TOO_NEW' })
    expect(old.tooOld()?.message).toContain('"people" in version 3 (known: 2). Run that release')
    await old.review(readersOf(old))
    expect(await readAgreement(storage)).toMatchObject({ people: 3 })
  })

  test('is seen by whoever runs on at its next look', async () => {
    const storage = createMemoryStorage()
    const old = await startRelease(storage, 2)
    await old.review([])
    await (await startRelease(storage, 3)).review([])
    expect(old.tooOld()).toBeNull()
    await old.review([])
    expect(old.tooOld()).toMatchObject({ code: 'STORE_TOO_NEW' })
  })
})

/** One life of a process: it starts, looks, looks again, or ends. */
const deed = fc.record({ who: fc.nat({ max: 4 }), does: fc.constantFrom('start', 'look', 'end') })

test('whatever starts, looks and ends in whichever order: nothing is raised beyond what all who run read', async () => {
  const property = fc.asyncProperty(
    fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 5, maxLength: 5 }),
    fc.array(deed, { maxLength: 30 }),
    async (releases, deeds) => {
      const storage = createMemoryStorage()
      const running = new Map<number, { shapes: Shapes; release: number }>()
      let last: KnownShapes = {}
      for (const { who, does } of deeds) {
        const process = running.get(who)
        if (does === 'end') running.delete(who)
        if (does === 'start' && process === undefined) {
          const release = releases[who] ?? 1
          const shapes = await startRelease(storage, release)
          if (shapes.tooOld() === null) running.set(who, { shapes, release })
        }
        if (does === 'look')
          await process?.shapes.review(readersOf(...[...running.values()].map(({ shapes }) => shapes)))
        const agreed = (await readAgreement(storage)) ?? {}
        const newest = Math.min(...[...running.values()].map(({ release }) => release))
        expect(agreed['people'] ?? 1).toBeLessThanOrEqual(running.size === 0 ? 4 : newest)
        expect(agreed['people'] ?? 1).toBeGreaterThanOrEqual(last['people'] ?? 1)
        last = agreed
      }
    },
  )
  await fc.assert(property, { numRuns: Math.min(cases(100), 5_000), seed })
})
