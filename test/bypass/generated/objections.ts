import { composeGraph } from '../../../schema/compose/compose.ts'
import type { FlowRule, Rule } from '../../../schema/compose/rules/rule.ts'
import { RULES } from '../../../schema/compose/rules/rules.ts'
import { compositionInputs, type Family } from './model.ts'

export const FLOW_RULES: readonly FlowRule[] = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8']

export function without(number: FlowRule): readonly Rule[] {
  return RULES.filter((rule) => rule.number !== number)
}

export interface Objections {
  readonly composes: boolean
  /** Which rules of the flow check found something. */
  readonly flow: ReadonlySet<FlowRule>
  /** Whether something else did: another rule, or composition itself. */
  readonly others: boolean
}

/** Who says no to a family. */
export function objectionsTo(family: Family): Objections {
  const heard = new Set<Rule>()
  const listening = RULES.map((rule) => {
    const check = rule.check as (...seen: unknown[]) => readonly unknown[]
    const heardCheck = (...seen: unknown[]) => {
      const findings = check(...seen)
      if (findings.length > 0) heard.add(rule)
      return findings
    }
    return { ...rule, check: heardCheck } as unknown as Rule
  })
  const { ok } = composeGraph(compositionInputs(family), listening)
  const flow = new Set([...heard].flatMap(({ number }) => number ?? []))
  return { composes: ok, flow, others: !ok && heard.size === 0 ? true : [...heard].some(({ number }) => !number) }
}
