import { graphql, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql'
import { compose, subgraphSchema, type TestSubgraph } from '../../gateway/engine/graph.ts'
import { startStock } from './stockGateway.ts'

/** What the messenger knows. Mia agreed to everything, Ben to nothing. */
const PEOPLE = [
  { id: 'mia', name: 'Mia', topics: ['MUSIC'], signals: { topics: ['MUSIC'] } },
  { id: 'ben', name: 'Ben', topics: ['CHESS'], signals: { topics: ['CHESS'] } },
  { id: 'zoe', name: 'Zoe', topics: null, signals: null },
]
const find = (id: string) => PEOPLE.find((one) => one.id === id) ?? null

/**
 * What is personal is told by labels on fields (here: `topics`, wherever it stands), as a directive or a list would, and
 * whoever guards it looks at them: no grants, the subgraphs answer whatever they are asked.
 */
const SUBGRAPHS: Readonly<Record<string, TestSubgraph>> = {
  messenger: {
    sdl: `type Query { person(id: ID!): Person people(topic: String): [Person!] }
      type Mutation { rename(id: ID!, name: String!): Renamed }
      type Renamed { person: Person }
      type Person @key(fields: "id") { id: ID! name: String topics: [String!] signals: Signals }
      type Signals { topics: [String!] }`,
    resolvers: {
      Query: {
        person: (_: unknown, { id }: { id: string }) => find(id),
        people: (_: unknown, { topic }: { topic?: string }) =>
          PEOPLE.filter(({ topics }) => topic === undefined || topics?.includes(topic)),
      },
      Mutation: { rename: (_: unknown, { id }: { id: string }) => ({ person: find(id) }) },
      Person: { __resolveReference: async ({ id }: { id: string }) => find(id) },
    },
  },
  social: {
    sdl: `type Person @key(fields: "id") { id: ID! topics: [String!] @external ads: String @requires(fields: "topics") }`,
    resolvers: {
      Person: {
        __resolveReference: async (person: object) => person,
        ads: ({ topics }: { topics: readonly string[] | null }) => `about ${topics?.join() ?? 'anything'}`,
      },
    },
  },
}

export interface LabelledStack {
  /** What the gateway's clients see. */
  readonly schema: GraphQLSchema
  /** Asks the stock gateway; `queryHash` names the operation to its plan cache. */
  ask(query: string | DocumentNode, queryHash?: string): Promise<ExecutionResult>
  /** What each subgraph was sent, as text. */
  readonly sent: { readonly subgraph: string; readonly bytes: string }[]
  /** The messenger's own, as its server executes it. */
  readonly messenger: GraphQLSchema
  /** Asks a subgraph itself, as anybody who reaches it can. */
  direct(subgraph: string, query: string): Promise<ExecutionResult>
}

/** The stand-in for a stack that guards personal data by labels: Apollo's own gateway and subgraphs, no consent of ours. */
export async function labelledStack(): Promise<LabelledStack> {
  const sent: LabelledStack['sent'] = []
  const schemas = new Map(Object.entries(SUBGRAPHS).map(([name, one]) => [name, subgraphSchema(one)]))
  const direct = (name: string, source: string, variableValues?: Readonly<Record<string, unknown>>) =>
    graphql({ schema: schemas.get(name) as GraphQLSchema, source, variableValues })
  const stock = await startStock(compose(SUBGRAPHS), ({ name }) => ({
    async send({ query, variables }) {
      sent.push({ subgraph: name, bytes: JSON.stringify({ query, variables }) })
      return (await direct(name, query, variables)) as object
    },
  }))
  return {
    schema: stock.schema,
    messenger: schemas.get('messenger') as GraphQLSchema,
    sent,
    ask: (query, queryHash) => stock.ask(query, queryHash === undefined ? {} : { queryHash }),
    direct: (subgraph, query) => direct(subgraph, query),
  }
}
