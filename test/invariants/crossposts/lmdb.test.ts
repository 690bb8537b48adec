import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLmdbStorage } from '../../../subgraphs/storage/lmdb/lmdb.ts'
import type { Storage } from '../../../subgraphs/storage/port.ts'
import { cases, isLong } from '../../support/long.ts'
import { playAll } from './playAll.ts'

/** In memory the same is played at every run. */
test.runIf(isLong)('I7, I10, I13 over the embedded store: what is seen is what the model allows', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-crossposts-'))
  const stores: Storage[] = []
  try {
    const came = await playAll(cases(1), async () => {
      await stores.at(-1)?.close()
      const store = await openLmdbStorage({ directory: join(folder, String(stores.length)) })
      stores.push(store)
      return store
    })
    console.log(came)
    expect(came['putStory: LIVE']).toBeGreaterThan(0)
  } finally {
    await stores.at(-1)?.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
