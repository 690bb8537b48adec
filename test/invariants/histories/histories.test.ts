import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLmdbStorage } from '../../../subgraphs/storage/lmdb/lmdb.ts'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import { cases, isLong } from '../../support/long.ts'
import { playAll } from './playAll.ts'

const LONGEST = isLong ? 3_600_000 : 120_000

test(
  'I1 to I16: whatever people do at once, and whatever dies, is what the model allows',
  async () => {
    const came = await playAll(cases(12), async () => createMemoryStorage())
    if (isLong) console.log(came)
    for (const place of ['an account of three apps', 'a profile linked again', 'a paused link', 'a no']) {
      expect([place, came[`reached: ${place}`]]).toEqual([place, expect.any(Number)])
    }
    expect(came['kills of a process with acts under way']).toBeGreaterThan(0)
    expect(came['store calls while two acts or more were under way']).toBeGreaterThan(500)
  },
  LONGEST,
)

test(
  'the same over the embedded store',
  async () => {
    const directory = await mkdtemp(join(tmpdir(), 'concord-histories-'))
    let stores = 0
    try {
      await playAll(isLong ? 20 : 2, () => openLmdbStorage({ directory: join(directory, String(stores++)) }))
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  },
  LONGEST,
)
