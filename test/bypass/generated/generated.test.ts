import { describe, expect, test } from 'vitest'
import { cases, seed } from '../../support/long.ts'
import { familyOf, fewestSteps } from './changes/changes.ts'
import { runFamily, type FoundLeak, type Outcome } from './run.ts'

/** Compositions that are tried. */
const COUNT = cases(6)

describe('a generated family that the composer lets pass', () => {
  test('gives nobody what they may not have', { timeout: 3_600_000 }, async () => {
    const tally = { composed: 0, operations: 0, consented: 0, 'refused plans': 0 }
    const leaks: string[] = []
    for (let index = 0; index < COUNT; index++) {
      const name = `${seed}-${index}`
      const outcome = await runFamily(familyOf(name), { seed: name })
      if (outcome.kind === 'refused') continue
      tally.composed++
      tally.operations += outcome.operations
      tally.consented += outcome.delivered > 0 ? 1 : 0
      tally['refused plans'] += outcome.refusedPlans
      if (outcome.leaks.length > 0) leaks.push(await toldOf(name, outcome.leaks))
    }
    console.log(told(tally))
    expect(leaks).toEqual([])
    expect(tally.composed / COUNT, 'a good share of families must pass').toBeGreaterThan(0.25)
    expect(tally.consented / tally.composed, 'most must use consented data').toBeGreaterThan(0.75)
  })
})

function told({ composed, operations, consented, 'refused plans': refused }: Readonly<Record<string, number>>): string {
  const share = (count = 0) => `${count} (${Math.round((100 * count) / COUNT)} %)`
  return (
    `${COUNT} families: ${share(composed)} passed and were executed, ${share(consented)} used consented data; ` +
    `${operations} operations, ${refused} refused plans`
  )
}

/** The smallest set of changes that leaks as well, and where. */
async function toldOf(name: string, leaks: readonly FoundLeak[]): Promise<string> {
  const leaky = (outcome: Outcome) => outcome.kind === 'executed' && outcome.leaks.length > 0
  const steps = await fewestSteps(name, async (family) => leaky(await runFamily(family, { seed: name })))
  const { story } = familyOf(name, steps)
  return `${name}: ${story.join('; ') || 'the right family'}\n${JSON.stringify(leaks[0], null, 2)}`
}
