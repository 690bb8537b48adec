import * as fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLmdbStorage } from '../../../../subgraphs/storage/lmdb/lmdb.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import type { OutboxState } from '../../../../subgraphs/runtime/outbox/state.ts'
import { cases, seed } from '../../../support/long.ts'
import { histories } from './histories.ts'
import { type Fault, live, type Patch } from './letters.ts'

test('what was put last is acted upon after its put, whoever dies and whatever clocks do', async () => {
  const held = fc.asyncProperty(histories, (history) => live(createMemoryStorage(), history))
  await fc.assert(held, { numRuns: cases(25), seed })
})

test('the same over the embedded store', async () => {
  const held = fc.asyncProperty(histories, async (history) => {
    const directory = mkdtempSync(join(tmpdir(), 'concord-outbox-'))
    const storage = await openLmdbStorage({ directory })
    try {
      await live(storage, history)
    } finally {
      await storage.close()
      rmSync(directory, { recursive: true, force: true })
    }
  })
  await fc.assert(held, { numRuns: cases(3), seed })
})

const settles = ({ guard }: Patch): boolean => Object.keys(guard).some((path) => path.endsWith('.lease'))
const writtenOutbox = ({ operations }: Patch): OutboxState | undefined => operations.set?.['outbox'] as OutboxState

const faults: Readonly<Record<string, { readonly fault: Fault; readonly rule: string }>> = {
  'a worker that acknowledges before it acts': {
    fault: { actsLate: true },
    rule: 'what was acknowledged has arrived',
  },
  'a worker that does not look at its lease as it settles': {
    fault: { write: (patch) => (settles(patch) ? unguarded(patch) : patch) },
    rule: 'only who holds the lease settles',
  },
  'a worker that claims whatever others have written': {
    fault: { write: (patch) => (settles(patch) ? patch : { ...patch, guard: {} }) },
    rule: 'the turn grows with every write',
  },
  'a worker that forgets how often it has tried': {
    fault: { write: (patch) => ({ ...patch, operations: withoutTries(patch) }) },
    rule: 'tries are bounded',
  },
  'a writer that knows nothing of the other items': {
    fault: { put: (operations, due) => ({ ...operations, set: { ...operations.set, 'outbox.due': due } }) },
    rule: 'an outbox is never due later than one of its items',
  },
}

test.each(Object.entries(faults))('%s is found', async (_, { fault, rule }) => {
  const property = fc.asyncProperty(histories, (history) => live(createMemoryStorage(), history, fault))
  const { failed, errorInstance } = await fc.check(property, { numRuns: 200, seed, endOnFailure: true })
  expect(failed).toBe(true)
  expect(String(errorInstance)).toContain(rule)
})

/** Its turn is far ahead, so that only the lease can tell. */
function unguarded(patch: Patch): Patch {
  const outbox = writtenOutbox(patch)
  if (outbox === undefined) return patch
  const ahead = { ...outbox, turn: outbox.turn + 1_000 }
  return { guard: {}, operations: { ...patch.operations, set: { ...patch.operations.set, outbox: ahead } } }
}

function withoutTries(patch: Patch): Patch['operations'] {
  const outbox = writtenOutbox(patch)
  if (outbox === undefined) return patch.operations
  const items = Object.fromEntries(Object.entries(outbox.items).map(([name, item]) => [name, { ...item, tries: 0 }]))
  return { ...patch.operations, set: { ...patch.operations.set, outbox: { ...outbox, items } } }
}
