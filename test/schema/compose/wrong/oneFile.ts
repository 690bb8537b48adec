import { one, linked, type Wrong } from './wrong.ts'

/** A file is wrong by itself, or one of its keys is. By code. */
export const WRONG_ONE_FILE: Readonly<Record<string, Wrong>> = {
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
}
