import { expect, test } from 'vitest'
import { cases, isLong, seed } from '../../../support/long.ts'
import { playRounds } from './rounds.ts'

/** Each round starts processes again and again: only in the long tests. */
test.runIf(isLong)(
  'I10: kill -9 of a restoring or backing-up process leaves nothing that anybody takes for whole',
  async () => {
    const rounds = cases(0)
    const figures = await playRounds(rounds, seed)
    console.log(`kill -9 of backups and restores: ${rounds} rounds`, figures)
    expect(figures['restore left: a part']).toBeGreaterThan(0)
  },
  3_600_000,
)
