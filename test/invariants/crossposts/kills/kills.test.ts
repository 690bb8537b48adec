import { expect, test } from 'vitest'
import { cases, isLong, seed } from '../../../support/long.ts'
import { openInstallation } from './installation.ts'
import { playRounds } from './rounds.ts'

/** Five processes are started, and each of them again whenever it was killed: seconds each, so only in the long tests. */
test.runIf(isLong)(
  'I13: kill -9 of any process at any moment loses no copy, doubles none, and leaves none behind',
  async () => {
    const rounds = cases(0)
    await using installation = await openInstallation()
    const figures = await playRounds(installation, rounds, seed)
    console.log(`kill -9 of cross-posts: ${rounds} rounds`, figures)
    expect(figures['kill -9']).toBeGreaterThanOrEqual(rounds)
    expect(figures['share: DONE']).toBeGreaterThan(0)
  },
  3_600_000,
)
