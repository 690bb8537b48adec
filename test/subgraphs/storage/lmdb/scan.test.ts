import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compileIndex } from '../../../../subgraphs/storage/document/indexes.ts'
import { entryKeys } from '../../../../subgraphs/storage/lmdb/entries.ts'
import type { Environment } from '../../../../subgraphs/storage/lmdb/environment.ts'
import { acquireEnvironment } from '../../../../subgraphs/storage/lmdb/environment.ts'
import { tupleBytes } from '../../../../subgraphs/storage/lmdb/keys.ts'
import type { Scanner } from '../../../../subgraphs/storage/lmdb/scan.ts'
import { createCounter, mergeTuples } from '../../../../subgraphs/storage/lmdb/scan.ts'
import { createDirectory } from './directory.ts'

const everything = { low: '', high: '\xff' }

describe('merging', () => {
  test('reads one entry per value to begin with, then one for each that it gives', () => {
    const { scanner, reads } = fakeScanner({ a: ['9', '7', '5'], b: ['8', '6'], c: ['1'], d: [] })
    expect(mergeTuples(scanner, ['a', 'b', 'c', 'd'], everything, 3, true)).toEqual(['9', '8', '7'])
    expect(reads()).toBe(4 + 2)
  })

  test('of one long run and many short ones reads no further than it has to', () => {
    const runs = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`t${n}`, [String(1_000 + n)]]))
    runs['long'] = Array.from({ length: 500 }, (_, n) => String(9_999 - n))
    const { scanner, reads } = fakeScanner(runs)
    const found = mergeTuples(scanner, Object.keys(runs), everything, 21, true)
    expect(found).toEqual(runs['long'].slice(0, 21))
    expect(reads()).toBe(201 + 20)
  })
})

describe('counting', () => {
  let environment: Environment
  let end: () => Promise<void>
  const index = compileIndex({ name: 'i', eq: ['kind'], order: 'at' })
  const space = { shape: '', prefix: 'e\0\x09', index, builtTo: '' }
  const sizes = [0, 1, 2, 63, 64, 65, 66, 255, 256, 257, 300]

  beforeAll(async () => {
    const { directory, remove } = createDirectory()
    const acquired = await acquireEnvironment(directory)
    environment = acquired.environment
    end = () => acquired.release().finally(remove)
    await environment.write(() => {
      for (const kind of sizes) {
        for (let at = 0; at < kind; at++) {
          const [entry] = entryKeys(space, { _id: `p${at}`, kind, at }, true)
          void environment.database.put(entry!.key, '.')
        }
      }
    })
  })
  afterAll(() => end())

  test('is exact up to its cap, whatever lies behind', () => {
    const counter = createCounter(environment)
    for (const size of sizes) {
      for (const cap of [1, 2, 64, 65, 66, 256, 257, 299, 300, 301, 10_000]) {
        const tuple = space.prefix + tupleBytes([size])
        expect(environment.read(() => counter.upTo(tuple, cap))).toBe(Math.min(size, cap))
      }
    }
  })
})

/** A scanner over written-down entries (descending) that counts how many it gave out. */
function fakeScanner(runs: Record<string, string[]>): { scanner: Scanner; reads: () => number } {
  let reads = 0
  const scanner: Scanner = {
    take(tuple, _, limit, after) {
      reads += limit
      return runs[tuple]!.filter((rest) => after === undefined || rest < after).slice(0, limit)
    },
  }
  return { scanner, reads: () => reads }
}
