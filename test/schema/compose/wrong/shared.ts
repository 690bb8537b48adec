import { t, tInBeta, shared, taken, face, one, linked, type Wrong } from './wrong.ts'

/** Definitions of several subgraphs do not fit. By code. */
export const WRONG_SHARED: Readonly<Record<string, Wrong>> = {
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
}
