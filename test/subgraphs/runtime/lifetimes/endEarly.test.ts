import { expect, test } from 'vitest'
import { endEarly, type Living } from '../../../../subgraphs/runtime/lifetimes/endEarly.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'

interface Status extends Living {
  readonly author: string
  readonly text: string | null
}

test('what ends early keeps its place and loses its content, once', async () => {
  const statuses = createMemoryStorage().collection<Status>({ name: 'statuses', version: 1, indexes: [] })
  const posted = { _id: 's', author: 'ana', text: 'Hello', expiresAt: 9_000 }
  await statuses.insert(posted)
  const ended = await Promise.all([1, 2].map(() => endEarly(statuses, { ...posted, rev: 1 }, 'text')))
  expect(ended.filter(Boolean)).toHaveLength(1)
  expect(await statuses.getMany(['s'])).toMatchObject([{ author: 'ana', text: null, expiresAt: 0 }])
  // A retry of the posting that comes late.
  expect(await statuses.insert(posted)).toBe('conflict')
})
