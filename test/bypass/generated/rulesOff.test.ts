import { afterAll, describe, expect, test } from 'vitest'
import { isLong, seed } from '../../support/long.ts'
import type { FlowRule } from '../../../schema/compose/rules/rule.ts'
import { composeGraph } from '../../../schema/compose/compose.ts'
import { familyOf } from './changes/changes.ts'
import { compositionInputs } from './model.ts'
import { FLOW_RULES, objectionsTo, without } from './objections.ts'
import { runFamily } from './run.ts'

/**
 * The first generated family to which this rule alone of all says no, and which leaks where it does not: labels alone do
 * not close it, which a stock gateway shows, and neither does any other rule.
 */
const FIRST: Readonly<Record<FlowRule, number>> = { R1: 80, R2: 27, R3: 8, R4: 11, R5: 2, R6: 52, R7: 64, R8: 37 }
/** How many families are looked through. */
const MOST = 500
const nameOf = (index: number) => `family ${index}`

const table: string[] = []
afterAll(() => console.log(['rule · family · what was done · the first leak', ...table].join('\n')))

describe('with one rule switched off', () => {
  test.each(FLOW_RULES)('%s: a family leaks that no other rule refuses', { timeout: 120_000 }, async (rule) => {
    const name = nameOf(FIRST[rule])
    const family = familyOf(name)
    expect(composeGraph(compositionInputs(family)).ok, 'with all rules it must be refused').toBe(false)
    const leak = await leakWithout(rule, name)
    expect(leak, `find another family: npm run test:long -- bypass tells the first one without ${rule}`).toBeDefined()
    table.push(`${rule} · ${FIRST[rule]} · ${family.story.join('; ')} · ${leak}`)
  })

  test.runIf(isLong && seed === 1)('the first leaks are those of the table', { timeout: 3_600_000 }, async () => {
    expect(await firstLeaks()).toEqual(FIRST)
  })
})

async function firstLeaks(): Promise<Partial<Record<FlowRule, number>>> {
  const found: Partial<Record<FlowRule, number>> = {}
  for (let index = 0; index < MOST && Object.keys(found).length < FLOW_RULES.length; index++) {
    const { flow, others } = objectionsTo(familyOf(nameOf(index)))
    const [rule, ...more] = flow
    if (!rule || others || more.length > 0 || found[rule] !== undefined) continue
    if (await leakWithout(rule, nameOf(index))) found[rule] = index
  }
  return found
}

async function leakWithout(rule: FlowRule, name: string): Promise<string | undefined> {
  const options = { seed: name, rules: without(rule), engine: 'stock', operations: 1, enough: 1 } as const
  const outcome = await runFamily(familyOf(name), options)
  const [leak] = outcome.kind === 'executed' ? outcome.leaks : []
  if (!leak) return undefined
  const { canary, to, why } = leak
  return `${canary ? `${canary.at.type}.${canary.at.field} to ${to}: ` : ''}${why}`
}
