import { t, tInBeta, face, one, type Wrong } from './wrong.ts'

/** What is hidden, moved or measured, and what nobody can reach. By code. */
export const WRONG_WHOLE: Readonly<Record<string, Wrong>> = {
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
