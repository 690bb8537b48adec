import { t, tInBeta, face, one, type Wrong } from './wrong.ts'

/** @external, @requires and @provides. By code. */
export const WRONG_EXTERNAL: Readonly<Record<string, Wrong>> = {
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
}
