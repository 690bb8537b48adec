import { describe, expect, test } from 'vitest'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { createOnce } from '../../../../subgraphs/runtime/idempotency/createOnce.ts'
import { createIdempotency } from '../../../../subgraphs/runtime/idempotency/idempotency.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'

function notebook() {
  const clock = createManualClock(TEST_START)
  const random = createSeededRandom('notes')
  const idempotency = createIdempotency({ storage: createMemoryStorage(), collection: 'keys', clock, random })
  const inserted: string[] = []
  const act = { actor: 'ana', client: 'PHOTO', mutation: 'write', key: 'k' }
  const write = (text: string, insert = async (id: string) => void inserted.push(id)) =>
    createOnce(idempotency, { ...act, input: { text } }, insert)
  return { write, inserted }
}

describe('a document made once', () => {
  test('has the same id for every retry, and is made by the first', async () => {
    const { write, inserted } = notebook()
    const id = await write('hello')
    expect(await write('hello')).toBe(id)
    expect(inserted).toEqual([id])
  })

  test('keeps its id when an attempt fails on the way', async () => {
    const { write, inserted } = notebook()
    const tried: string[] = []
    const failing = write('hello', async (id) => {
      tried.push(id)
      throw new Error('the store is away')
    })
    await expect(failing).rejects.toThrow('the store is away')
    expect(await write('hello')).toBe(tried[0])
    expect(inserted).toEqual(tried)
  })

  test('is null for a key that was used with another input', async () => {
    const { write, inserted } = notebook()
    await write('hello')
    expect(await write('goodbye')).toBeNull()
    expect(inserted).toHaveLength(1)
  })
})
