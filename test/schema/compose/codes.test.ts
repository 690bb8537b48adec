import { describe, expect, test } from 'vitest'
import { APOLLO_CODES } from '../../../schema/compose/codes.ts'
import { composeGraph } from '../../../schema/compose/compose.ts'
import { graphOf, problemsOf, type Texts } from '../../support/graph.ts'

interface Wrong {
  readonly texts: Texts
  /** Where the first problem points. The link is line 1, the text begins on line 2. */
  readonly at: string
  /** What the hint tells, done: in this text this by that, one after the other. */
  readonly mend: readonly (readonly [subgraph: string, from: string, to: string])[]
}

/** T in alpha with what stands in it, and a root field that answers it. */
const t = (body: string, rest = '') =>
  `type Query { alphaOne: T }\ntype T @key(fields: "id") { id: ID! ${body} }\n${rest}`
/** T in beta, which knows it by its key. */
const tInBeta = (body: string) => `type T @key(fields: "id") { id: ID! ${body} }`
/** A value type T that both answer. */
const shared = (alpha: string, beta: string, kind = 'type') => ({
  alpha: `type Query { alphaOne: T }\n${kind} T @shareable { ${alpha} }`,
  beta: `type Query { betaOne: T }\n${kind} T @shareable { ${beta} }`,
})
/** An input or enum I that both take. */
const taken = (alpha: string, beta: string) => ({
  alpha: `type Query { alphaOne(i: I): Int }\n${alpha}`,
  beta: `type Query { betaOne(i: I): Int }\n${beta}`,
})
/** An interface in alpha with what stands in it. */
const face = (body: string, of = 'a: Int') => ({
  alpha: `type Query { alphaOne: I }\ninterface I { ${body} }\ntype T implements I { ${of} }`,
})
const one = (field: string, rest = '') => ({ alpha: `type Query { ${field} }\n${rest}` })
const linked = (rest: string) => ({
  alpha: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", ${rest})\ntype Query { alphaOne: Int }`,
})

/** For every code that is told in plain words: a graph that has it, where, and the hint taken. */
const CASES: Readonly<Record<string, Wrong>> = {
  INVALID_GRAPHQL: { texts: one('alphaOne: Missing'), at: 'alpha:2', mend: [['alpha', 'Missing', 'Int']] },
  DIRECTIVE_DEFINITION_INVALID: {
    texts: one('alphaOne: Int', 'directive @key(x: Int) on OBJECT'),
    at: 'alpha:3',
    mend: [['alpha', 'directive @key(x: Int) on OBJECT', '']],
  },
  UNKNOWN_FEDERATION_LINK_VERSION: {
    texts: {
      alpha: 'extend schema\n  @link(url: "https://specs.apollo.dev/federation/v2.99")\ntype Query { alphaOne: Int }',
    },
    at: 'alpha:2',
    mend: [['alpha', 'v2.99', 'v2.12']],
  },
  INVALID_LINK_DIRECTIVE_USAGE: {
    texts: linked('import: "@key"'),
    at: 'alpha:1',
    mend: [['alpha', '"@key"', '["@key"]']],
  },
  ROOT_QUERY_USED: {
    texts: { alpha: 'schema { query: Q }\ntype Q { alphaOne: Int }\ntype Query { alphaTwo: Int }' },
    at: 'alpha:3',
    mend: [['alpha', 'type Query', 'type Questions']],
  },
  ROOT_MUTATION_USED: {
    texts: {
      alpha:
        'schema { query: Query mutation: M }\ntype Query { alphaOne: Int }\ntype M { alphaDo: Int }\ntype Mutation { alphaTwo: Int }',
    },
    at: 'alpha:4',
    mend: [['alpha', 'type Mutation', 'type Change']],
  },
  ROOT_SUBSCRIPTION_USED: {
    texts: {
      alpha:
        'schema { query: Query subscription: S }\ntype Query { alphaOne: Int }\ntype S { alphaDo: Int }\ntype Subscription { alphaTwo: Int }',
    },
    at: 'alpha:4',
    mend: [['alpha', 'type Subscription', 'type Abo']],
  },

  KEY_INVALID_FIELDS: {
    texts: one('alphaOne: T', 'type T @key(fields: "no") { id: ID! }'),
    at: 'alpha:3',
    mend: [['alpha', '"no"', '"id"']],
  },
  KEY_INVALID_FIELDS_TYPE: {
    texts: one('alphaOne: T', 'type T @key(fields: ["id"]) { id: ID! }'),
    at: 'alpha:3',
    mend: [['alpha', '["id"]', '"id"']],
  },
  KEY_FIELDS_HAS_ARGS: {
    texts: one('alphaOne: T', 'type T @key(fields: "id") { id(x: Int): ID! }'),
    at: 'alpha:3',
    mend: [['alpha', '(x: Int)', '']],
  },
  KEY_FIELDS_SELECT_INVALID_TYPE: {
    texts: one(
      'alphaOne: T',
      'type T @key(fields: "i { id }") { i: I }\ninterface I { id: ID! }\ntype U implements I { id: ID! }',
    ),
    at: 'alpha:3',
    mend: [['alpha', '@key(fields: "i { id }") ', '']],
  },
  KEY_DIRECTIVE_IN_FIELDS_ARG: {
    texts: one('alphaOne: T', 'type T @key(fields: "id @include(if: true)") { id: ID! }'),
    at: 'alpha:3',
    mend: [['alpha', ' @include(if: true)', '']],
  },

  EXTERNAL_UNUSED: {
    texts: { alpha: t('a: Int @external'), beta: tInBeta('a: Int') },
    at: 'alpha:3',
    mend: [['alpha', 'a: Int @external', '']],
  },
  EXTERNAL_MISSING_ON_BASE: {
    texts: { alpha: t('a: Int @external b: Int @requires(fields: "a")'), beta: tInBeta('c: Int') },
    at: 'alpha:3',
    mend: [['beta', 'c: Int', 'a: Int']],
  },
  EXTERNAL_TYPE_MISMATCH: {
    texts: { alpha: t('a: Int @external b: Int @requires(fields: "a")'), beta: tInBeta('a: String') },
    at: 'beta:2',
    mend: [['alpha', 'a: Int', 'a: String']],
  },
  EXTERNAL_ARGUMENT_MISSING: {
    texts: { alpha: t('a: Int @external b: Int @requires(fields: "a")'), beta: tInBeta('a(x: Int): Int') },
    at: 'beta:2',
    mend: [['alpha', 'a: Int', 'a(x: Int): Int']],
  },
  EXTERNAL_ARGUMENT_TYPE_MISMATCH: {
    texts: { alpha: t('a(x: String): Int @external b: Int @requires(fields: "a")'), beta: tInBeta('a(x: Int): Int') },
    at: 'beta:2',
    mend: [['alpha', 'x: String', 'x: Int']],
  },
  EXTERNAL_ARGUMENT_DEFAULT_MISMATCH: {
    texts: {
      alpha: t('a(x: Int = 1): Int @external b: Int @requires(fields: "a")'),
      beta: tInBeta('a(x: Int = 2): Int'),
    },
    at: 'beta:2',
    mend: [['alpha', '= 1', '= 2']],
  },
  EXTERNAL_ON_INTERFACE: { texts: face('a: Int @external'), at: 'alpha:3', mend: [['alpha', ' @external', '']] },
  MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL: {
    texts: { alpha: t('a: Int @external @tag(name: "x") b: Int @requires(fields: "a")'), beta: tInBeta('a: Int') },
    at: 'alpha:3',
    mend: [['alpha', '@tag(name: "x") ', '']],
  },
  REQUIRES_INVALID_FIELDS: {
    texts: { alpha: t('b: Int @requires(fields: "a")'), beta: tInBeta('a: Int') },
    at: 'alpha:3',
    mend: [['alpha', 'b: Int', 'a: Int @external b: Int']],
  },
  REQUIRES_INVALID_FIELDS_TYPE: {
    texts: { alpha: t('a: Int @external b: Int @requires(fields: ["a"])'), beta: tInBeta('a: Int') },
    at: 'alpha:3',
    mend: [['alpha', '["a"]', '"a"']],
  },
  REQUIRES_DIRECTIVE_IN_FIELDS_ARG: {
    texts: { alpha: t('a: Int @external b: Int @requires(fields: "a @include(if: true)")'), beta: tInBeta('a: Int') },
    at: 'alpha:3',
    mend: [['alpha', ' @include(if: true)', '']],
  },
  REQUIRES_FIELDS_MISSING_EXTERNAL: {
    texts: { alpha: t('a: Int b: Int @requires(fields: "a")') },
    at: 'alpha:3',
    mend: [['alpha', '@requires(fields: "a")', '']],
  },
  REQUIRES_UNSUPPORTED_ON_INTERFACE: {
    texts: face('a: Int b: Int @requires(fields: "a")', 'a: Int b: Int'),
    at: 'alpha:3',
    mend: [['alpha', '@requires(fields: "a")', '']],
  },
  PROVIDES_INVALID_FIELDS: {
    texts: {
      alpha: t('c: Int').replace('alphaOne: T', 'alphaOne: T @provides(fields: "a")'),
      beta: tInBeta('a: Int @shareable'),
    },
    at: 'alpha:2',
    mend: [['alpha', 'c: Int', 'a: Int @external']],
  },
  PROVIDES_INVALID_FIELDS_TYPE: {
    texts: {
      alpha: t('a: Int @external').replace('alphaOne: T', 'alphaOne: T @provides(fields: ["a"])'),
      beta: tInBeta('a: Int @shareable'),
    },
    at: 'alpha:2',
    mend: [['alpha', '["a"]', '"a"']],
  },
  PROVIDES_DIRECTIVE_IN_FIELDS_ARG: {
    texts: {
      alpha: t('a: Int @external').replace('alphaOne: T', 'alphaOne: T @provides(fields: "a @include(if: true)")'),
      beta: tInBeta('a: Int @shareable'),
    },
    at: 'alpha:2',
    mend: [['alpha', ' @include(if: true)', '']],
  },
  PROVIDES_FIELDS_HAS_ARGS: {
    texts: {
      alpha: t('a: Int @external c(x: Int): Int @external').replace(
        'alphaOne: T',
        'alphaOne: T @provides(fields: "a c")',
      ),
      beta: tInBeta('a: Int @shareable c(x: Int): Int @shareable'),
    },
    at: 'alpha:2',
    mend: [
      ['alpha', '"a c"', '"a"'],
      ['alpha', 'c(x: Int): Int @external', ''],
    ],
  },
  PROVIDES_FIELDS_MISSING_EXTERNAL: {
    texts: { alpha: t('a: Int').replace('alphaOne: T', 'alphaOne: T @provides(fields: "a")') },
    at: 'alpha:2',
    mend: [['alpha', '@provides(fields: "a")', '']],
  },
  PROVIDES_ON_NON_OBJECT_FIELD: {
    texts: one('alphaOne: Int @provides(fields: "a")'),
    at: 'alpha:2',
    mend: [['alpha', '@provides(fields: "a")', '']],
  },
  PROVIDES_UNSUPPORTED_ON_INTERFACE: {
    texts: {
      alpha:
        'type Query { alphaOne: I }\ninterface I { t: T @provides(fields: "a") }\ntype X implements I { t: T }\ntype T @key(fields: "id") { id: ID! a: Int @external }',
      beta: tInBeta('a: Int @shareable'),
    },
    at: 'alpha:3',
    mend: [
      ['alpha', ' @provides(fields: "a")', ''],
      ['alpha', 'X implements I { t: T', 'X implements I { t: T @provides(fields: "a")'],
    ],
  },

  INVALID_FIELD_SHARING: {
    texts: { alpha: t('a: Int'), beta: tInBeta('a: Int') },
    at: 'beta:2',
    mend: [
      ['alpha', 'a: Int', 'a: Int @shareable'],
      ['beta', 'a: Int', 'a: Int @shareable'],
    ],
  },
  INVALID_SHAREABLE_USAGE: { texts: face('a: Int @shareable'), at: 'alpha:3', mend: [['alpha', ' @shareable', '']] },
  FIELD_TYPE_MISMATCH: { texts: shared('a: Int', 'a: String'), at: 'beta:3', mend: [['beta', 'String', 'Int']] },
  FIELD_ARGUMENT_TYPE_MISMATCH: {
    texts: shared('a(x: Int): Int', 'a(x: String): Int'),
    at: 'beta:3',
    mend: [['beta', 'String', 'Int']],
  },
  FIELD_ARGUMENT_DEFAULT_MISMATCH: {
    texts: shared('a(x: Int = 1): Int', 'a(x: Int = 2): Int'),
    at: 'beta:3',
    mend: [['beta', '= 2', '= 1']],
  },
  INPUT_FIELD_DEFAULT_MISMATCH: {
    texts: taken('input I { x: Int = 1 }', 'input I { x: Int = 2 }'),
    at: 'beta:3',
    mend: [['beta', '= 2', '= 1']],
  },
  TYPE_KIND_MISMATCH: {
    texts: { alpha: 'type Query { alphaOne: T }\ntype T { a: Int }', beta: 'type Query { betaOne: T }\nscalar T' },
    at: 'beta:3',
    mend: [
      ['beta', 'betaOne: T', 'betaOne: BetaT'],
      ['beta', 'scalar T', 'scalar BetaT'],
    ],
  },
  ENUM_VALUE_MISMATCH: {
    texts: {
      alpha: 'type Query { alphaOne(e: E): E }\nenum E { A B }',
      beta: 'type Query { betaOne: E }\nenum E { A }',
    },
    at: 'beta:3',
    mend: [['beta', '{ A }', '{ A B }']],
  },
  EMPTY_MERGED_ENUM_TYPE: {
    texts: taken('enum I { A }', 'enum I { B }'),
    at: 'beta:3',
    mend: [['beta', '{ B }', '{ A }']],
  },
  EMPTY_MERGED_INPUT_TYPE: {
    texts: taken('input I { a: Int }', 'input I { b: Int }'),
    at: 'beta:3',
    mend: [['beta', 'b: Int', 'a: Int']],
  },
  REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH: {
    texts: taken('input I { a: Int b: Int! }', 'input I { a: Int }'),
    at: 'alpha:3',
    mend: [['beta', '{ a: Int }', '{ a: Int b: Int! }']],
  },
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH: {
    texts: shared('a(x: Int!): Int', 'a: Int'),
    at: 'alpha:3',
    mend: [['alpha', 'Int!', 'Int']],
  },
  INTERFACE_FIELD_NO_IMPLEM: {
    texts: {
      alpha: 'type Query { alphaOne: I }\ninterface I { a: Int b: Int }\ntype A implements I { a: Int b: Int }',
      beta: 'type Query { betaOne: I }\ninterface I { a: Int }\ntype B implements I { a: Int }',
    },
    at: 'beta:4',
    mend: [['beta', 'type B implements I { a: Int }', 'type B implements I { a: Int b: Int }']],
  },
  EXTENSION_WITH_NO_BASE: {
    texts: one('alphaOne: T', 'extend type T { a: Int }'),
    at: 'alpha:3',
    mend: [['alpha', 'extend type', 'type']],
  },
  DIRECTIVE_COMPOSITION_ERROR: {
    texts: linked('import: ["@composeDirective"]) @composeDirective(name: "@person"'),
    at: 'alpha:1',
    mend: [['alpha', ' @composeDirective(name: "@person")', '']],
  },

  REFERENCED_INACCESSIBLE: {
    texts: one('alphaOne: T alphaTwo: Int', 'type T @inaccessible { a: Int }'),
    at: 'alpha:3',
    mend: [['alpha', 'alphaOne: T', 'alphaOne: T @inaccessible']],
  },
  REQUIRED_INACCESSIBLE: {
    texts: one('alphaOne(x: Int! @inaccessible): Int'),
    at: 'alpha:2',
    mend: [['alpha', 'Int!', 'Int! = 1']],
  },
  DEFAULT_VALUE_USES_INACCESSIBLE: {
    texts: one('alphaOne(e: E = B): Int', 'enum E { A B @inaccessible }'),
    at: 'alpha:2',
    mend: [['alpha', '= B', '= A']],
  },
  IMPLEMENTED_BY_INACCESSIBLE: {
    texts: face('a: Int', 'a: Int @inaccessible b: Int'),
    at: 'alpha:4',
    mend: [['alpha', ' @inaccessible', '']],
  },
  ONLY_INACCESSIBLE_CHILDREN: {
    texts: one('alphaOne: T', 'type T { a: Int @inaccessible }'),
    at: 'alpha:3',
    mend: [['alpha', 'a: Int @inaccessible', 'a: Int @inaccessible b: Int']],
  },
  QUERY_ROOT_TYPE_INACCESSIBLE: {
    texts: { alpha: 'type Query @inaccessible { alphaOne: Int }' },
    at: 'alpha:2',
    mend: [['alpha', ' @inaccessible', '']],
  },

  OVERRIDE_FROM_SELF_ERROR: {
    texts: one('alphaOne: Int @override(from: "alpha")'),
    at: 'alpha:2',
    mend: [['alpha', '"alpha"', '"beta"']],
  },
  OVERRIDE_SOURCE_HAS_OVERRIDE: {
    texts: { alpha: t('a: Int @override(from: "beta")'), beta: tInBeta('a: Int @override(from: "alpha")') },
    at: 'beta:2',
    mend: [['beta', ' @override(from: "alpha")', '']],
  },
  OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE: {
    texts: {
      alpha: t('a: Int @external @override(from: "beta") b: Int @requires(fields: "a")'),
      beta: tInBeta('a: Int'),
    },
    at: 'alpha:3',
    mend: [['alpha', ' @override(from: "beta")', '']],
  },
  OVERRIDE_ON_INTERFACE: {
    texts: face('a: Int @override(from: "beta")'),
    at: 'alpha:3',
    mend: [['alpha', ' @override(from: "beta")', '']],
  },
  INTERFACE_OBJECT_USAGE_ERROR: {
    texts: one('alphaOne: T', 'type T @interfaceObject { a: Int }'),
    at: 'alpha:3',
    mend: [['alpha', ' @interfaceObject', '']],
  },
  INTERFACE_KEY_NOT_ON_IMPLEMENTATION: {
    texts: one('alphaOne: I', 'interface I @key(fields: "id") { id: ID! }\ntype T implements I { id: ID! }'),
    at: 'alpha:4',
    mend: [['alpha', 'T implements I', 'T implements I @key(fields: "id")']],
  },
  INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE: {
    texts: {
      alpha:
        'type Query { alphaOne: I }\ninterface I @key(fields: "id") { id: ID! }\ntype T implements I @key(fields: "id") { id: ID! }',
      beta: 'type Query { betaOne: U }\ninterface I { id: ID! }\ntype U implements I @key(fields: "id") { id: ID! }',
    },
    at: 'alpha:3',
    mend: [['alpha', 'interface I @key(fields: "id")', 'interface I']],
  },
  COST_APPLIED_TO_INTERFACE_FIELD: {
    texts: face('a: Int @cost(weight: 2)'),
    at: 'alpha:3',
    mend: [['alpha', ' @cost(weight: 2)', '']],
  },
  LIST_SIZE_APPLIED_TO_NON_LIST: {
    texts: one('alphaOne: Int @listSize(assumedSize: 3)'),
    at: 'alpha:2',
    mend: [['alpha', ' @listSize(assumedSize: 3)', '']],
  },
  LIST_SIZE_INVALID_ASSUMED_SIZE: {
    texts: one('alphaOne: [Int] @listSize(assumedSize: -3)'),
    at: 'alpha:2',
    mend: [['alpha', '-3', '3']],
  },
  LIST_SIZE_INVALID_SLICING_ARGUMENT: {
    texts: one('alphaOne(first: String): [Int] @listSize(slicingArguments: ["first"])'),
    at: 'alpha:2',
    mend: [['alpha', 'first: String', 'first: Int']],
  },
  LIST_SIZE_INVALID_SIZED_FIELD: {
    texts: one(
      'alphaOne(first: Int): T @listSize(slicingArguments: ["first"], sizedFields: ["no"])',
      'type T { nodes: [Int] }',
    ),
    at: 'alpha:2',
    mend: [['alpha', '"no"', '"nodes"']],
  },

  SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES: {
    texts: {
      alpha: t('u: U @shareable', 'union U = A\ntype A { a: Int @shareable }'),
      beta: `${tInBeta('u: U @shareable')}\nunion U = B\ntype B { b: Int @shareable }\ntype A { a: Int @shareable }`,
    },
    at: 'beta:2',
    mend: [['beta', 'union U = B\ntype B { b: Int @shareable }', 'union U = A']],
  },
  SATISFIABILITY_ERROR: {
    texts: {
      alpha: 'type Query { alphaOne: T }\ntype T { id: ID! @shareable }',
      beta: 'type Query { betaOne: T }\ntype T { id: ID! @shareable b: Int }',
    },
    at: 'beta:3',
    mend: [
      ['alpha', 'type T', 'type T @key(fields: "id")'],
      ['beta', 'type T', 'type T @key(fields: "id")'],
    ],
  },
}

describe('each code of the composition', () => {
  test.each(Object.entries(CASES))('%s', (code, { texts, at, mend }) => {
    const [first] = problemsOf(composeGraph(graphOf(texts)))
    expect(first?.code).toBe(code)
    expect(`${first?.file.replace('.graphql', '')}:${first?.line}`).toBe(at)
    expect(first?.message).not.toMatch(/\{subject\}|undefined|^:/)

    const mended = mend.reduce(
      (all, [name, from, to]) => ({ ...all, [name]: all[name]?.replace(from, to) ?? '' }),
      texts,
    )
    expect(mended).not.toEqual(texts)
    expect(problemsOf(composeGraph(graphOf(mended)))).toEqual([])
  })

  test('that is told in plain words has a case here', () => {
    expect(Object.keys(APOLLO_CODES).filter((code) => !(code in CASES) && code !== 'COMPOSITION_FAILED')).toEqual([])
  })
})
