import type { Texts } from '../../../../support/graph.ts'
import { SMALL_FAMILY, type SMALL_PERMITS } from '../../../../support/smallFamily.ts'

/** In the text of this subgraph, this by that. */
export type Change = readonly [subgraph: string, from: string, to: string]

/** Something that somebody does to the small family, by which data would flow that nobody agreed to. */
export interface WrongFlow {
  readonly change: readonly Change[]
  readonly permits?: typeof SMALL_PERMITS
  /** Where the first problem points: the first line of that text with this in it. */
  readonly at: readonly [subgraph: string, snippet: string]
  /** What the hint tells, done; `patch` where the problem brings one that does it. */
  readonly mend: 'patch' | readonly Change[]
  /** What still refuses it with all rules of its number switched off; empty: it composes. */
  readonly without: readonly string[]
}

/** By code and a few words. */
export type WrongFlows = Readonly<Record<string, WrongFlow>>

/** The small family after these changes; each must find something to change. */
export function changed(changes: readonly Change[], texts: Texts = SMALL_FAMILY): Texts {
  return changes.reduce((all, [name, from, to]) => {
    const before = all[name] ?? ''
    const after = before.replace(from, () => to)
    if (after === before) throw new Error(`The text of ${name} holds nothing like ${from}`)
    return { ...all, [name]: after }
  }, texts)
}

/** The changes taken back. */
export function back(changes: readonly Change[]): readonly Change[] {
  return changes.toReversed().map(([name, from, to]) => [name, to, from] as const)
}

/** Lines at the end of a subgraph's text: before the last declaration that every text of an app begins with. */
export function added(name: string, lines: string): Change {
  return [name, 'interface Node { id: ID! }', `interface Node { id: ID! }\n${lines}`]
}

/** One thing added, which the hint says to take away again. */
export function addition(change: Change, at: WrongFlow['at'], without: readonly string[] = []): WrongFlow {
  return { change: [change], at, mend: back([change]), without }
}
