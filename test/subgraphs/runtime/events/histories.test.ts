import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Topic } from '../../../../subgraphs/runtime/events/topic.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { openLmdbStorage } from '../../../../subgraphs/storage/lmdb/lmdb.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { cases, seed } from '../../../support/long.ts'
import { createDirectory } from '../../storage/lmdb/directory.ts'
import { histories } from './histories.ts'
import { type Fault, live } from './world.ts'

test('every event is told once and in order, or a gap is, whoever dies, lags, leaves or resumes', async () => {
  const held = fc.asyncProperty(histories, (history) => live(createMemoryStorage(), history))
  await fc.assert(held, { numRuns: cases(25), seed })
})

test('the same over the embedded store', async () => {
  const held = fc.asyncProperty(histories, async (history) => {
    const { directory, remove } = createDirectory()
    const storage = await openLmdbStorage({ directory })
    try {
      await live(storage, history)
    } finally {
      await storage.close()
      remove()
    }
  })
  await fc.assert(held, { numRuns: cases(3), seed })
})

const faults: Readonly<Record<string, { readonly fault: Fault; readonly rule: RegExp }>> = {
  'a trim that takes away what was appended meanwhile': {
    fault: {
      calls: (topics) => ({
        patch: (id, guard, operations) =>
          topics.patch(id, operations.set?.['tail'] === undefined ? guard : {}, operations),
      }),
    },
    rule: /events are told in order, each once|in the end all is told/,
  },
  'a log that is made anew and goes on under its old name': {
    fault: { random: { ...createSeededRandom('same'), id: () => 'same' } },
    rule: /no two logs have one name/,
  },
  'a cursor that repeats': {
    fault: {
      told: (told) => ({ ...told, cursor: told.cursor.replace(/[1-9]\d*$/, (sequence) => `${Number(sequence) - 1}`) }),
    },
    rule: /a cursor is the place after its event/,
  },
  'a process that sees only what it saw first': {
    fault: { calls: (topics) => ({ getMany: firstSeen(topics.getMany.bind(topics)) }) },
    rule: /in the end all is told/,
  },
  'a log that keeps less than it promises': {
    fault: {
      calls: (topics) => ({
        patch: (id, guard, operations) =>
          topics.patch(id, guard, operations.set?.['tail'] === undefined ? operations : { set: { tail: [] } }),
      }),
    },
    rule: /a gap is told only to those who may have missed something/,
  },
}

test.each(Object.entries(faults))('%s is found', async (_, { fault, rule }) => {
  const property = fc.asyncProperty(histories, (history) => live(createMemoryStorage(), history, fault))
  const { failed, errorInstance } = await fc.check(property, { numRuns: 200, seed, endOnFailure: true })
  expect(failed).toBe(true)
  expect(String(errorInstance)).toMatch(rule)
})

function firstSeen(read: (ids: readonly string[]) => Promise<readonly (Topic | null)[]>) {
  const seen = new Map<string, Topic>()
  return async (ids: readonly string[]) => {
    const found = await read(ids)
    for (const topic of found) if (topic !== null && !seen.has(topic._id)) seen.set(topic._id, topic)
    return ids.map((id) => seen.get(id) ?? null)
  }
}
