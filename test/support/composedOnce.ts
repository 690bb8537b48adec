import { composeWithApollo, type Composed, type Service } from '../../schema/compose/apollo.ts'
import { composeGraph, type CompositionInputs, type CompositionResult } from '../../schema/compose/compose.ts'
import type { Rule } from '../../schema/compose/rules/rule.ts'
import { RULES } from '../../schema/compose/rules/rules.ts'

/** `composeGraph`; `rules` are some of `RULES`, in their order. Default: all of them. */
export type Composer = (inputs: CompositionInputs, rules?: readonly Rule[]) => CompositionResult

/**
 * For tests that compose the same texts again, most often under other rules: what is pure is done once. Apollo's part,
 * which takes most of the time, knows no rule of ours.
 */
export function createComposer(): Composer {
  const byApollo = new Map<string, Composed>()
  const results = new Map<string, CompositionResult>()
  const composeOnce = (services: readonly Service[]): Composed => {
    // What it is given follows from the texts of all. Errors point into the documents that were given.
    const key = JSON.stringify(services.map(({ name, url, document }) => [name, url, document.loc?.source.body]))
    const composed = byApollo.get(key) ?? composeWithApollo(services)
    if (composed.ok) byApollo.set(key, composed)
    return composed
  }
  return (inputs, rules = RULES) =>
    once(results, [inputs, rules.map((rule) => RULES.indexOf(rule))], () => composeGraph(inputs, rules, composeOnce))
}

function once<V>(known: Map<string, V>, by: readonly unknown[], make: () => V): V {
  const key = JSON.stringify(by)
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}
