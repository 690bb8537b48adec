import type { Texts } from '../../../support/graph.ts'

export interface Wrong {
  readonly texts: Texts
  /** Where the first problem points. The link is line 1, the text begins on line 2. */
  readonly at: string
  /** What the hint tells, done: in this text this by that, one after the other. */
  readonly mend: readonly (readonly [subgraph: string, from: string, to: string])[]
}

/** T in alpha with what stands in it, and a root field that answers it. */
export const t = (body: string, rest = '') =>
  `type Query { alphaOne: T }\ntype T @key(fields: "id") { id: ID! ${body} }\n${rest}`
/** T in beta, which knows it by its key. */
export const tInBeta = (body: string) => `type T @key(fields: "id") { id: ID! ${body} }`
/** A value type T that both answer. */
export const shared = (alpha: string, beta: string, kind = 'type') => ({
  alpha: `type Query { alphaOne: T }\n${kind} T @shareable { ${alpha} }`,
  beta: `type Query { betaOne: T }\n${kind} T @shareable { ${beta} }`,
})
/** An input or enum I that both take. */
export const taken = (alpha: string, beta: string) => ({
  alpha: `type Query { alphaOne(i: I): Int }\n${alpha}`,
  beta: `type Query { betaOne(i: I): Int }\n${beta}`,
})
/** An interface in alpha with what stands in it. */
export const face = (body: string, of = 'a: Int') => ({
  alpha: `type Query { alphaOne: I }\ninterface I { ${body} }\ntype T implements I { ${of} }`,
})
export const one = (field: string, rest = '') => ({ alpha: `type Query { ${field} }\n${rest}` })
export const linked = (rest: string) => ({
  alpha: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", ${rest})\ntype Query { alphaOne: Int }`,
})
