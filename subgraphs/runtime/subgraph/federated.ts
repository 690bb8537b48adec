import { buildSubgraphSchema } from '@apollo/subgraph'
// Not public, but the rest of what `buildSubgraphSchema` does: the version is pinned, and a test holds both side by side.
import { addResolversToSchema } from '@apollo/subgraph/dist/schema-helper/buildSchemaFromSDL.js'
import {
  assertValidSchema,
  type ASTNode,
  buildASTSchema,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  print,
} from 'graphql'
import { createRecent } from '../recent/recent.ts'

/** How many SDLs are remembered: a family in one process has five. */
const REMEMBERED_SDLS = 16

/** What one SDL means to federation, whatever its resolvers are. */
interface Federated {
  /** Everything that federation adds is written out. */
  readonly document: DocumentNode
  /** The resolvers of what it adds. */
  readonly resolvers: object
}

const remembered = createRecent<Federated>(REMEMBERED_SDLS)

/**
 * As `buildSubgraphSchema` of `@apollo/subgraph`. Reading an SDL as federation does takes twenty times as long as making a
 * schema of what was read, and the same text reads the same: it is read once. Each call answers a schema of its own.
 */
export function federatedSchema(sdl: DocumentNode, resolvers: object): GraphQLSchema {
  const text = sdl.loc?.source.body ?? print(sdl)
  const known = remembered.get(text)
  const federated = known ?? readFederated(sdl)
  if (!known) remembered.set(text, federated)
  const schema = buildASTSchema(federated.document, { assumeValid: true })
  for (const map of [federated.resolvers, resolvers]) addResolversToSchema(schema, map as never)
  return schema
}

function readFederated(sdl: DocumentNode): Federated {
  const schema = buildSubgraphSchema({ typeDefs: sdl })
  assertValidSchema(schema)
  const parts = [schema, ...schema.getDirectives(), ...Object.values(schema.getTypeMap())]
  const definitions = parts.flatMap(nodesOf) as DefinitionNode[]
  return { document: { kind: Kind.DOCUMENT, definitions }, resolvers: federationsOwn(schema) }
}

function federationsOwn(schema: GraphQLSchema): object {
  const query = schema.getQueryType()
  const { _service, _entities } = query?.getFields() ?? {}
  // Which entity it is, is said with it.
  const _Entity = { __resolveType: ({ __typename }: { readonly __typename: string }) => __typename }
  const roots = { ...(_service && { _service: _service.resolve }), ...(_entities && { _entities: _entities.resolve }) }
  return { [query?.name ?? 'Query']: roots, _Entity }
}

interface Part {
  readonly astNode?: ASTNode | null | undefined
  readonly extensionASTNodes?: readonly ASTNode[]
}

/** The nodes that a part was made of; what is built in has none. */
function nodesOf({ astNode, extensionASTNodes: extensions = [] }: Part): readonly ASTNode[] {
  return [...(astNode ? [astNode] : extensions.flatMap(emptyDefinition).slice(0, 1)), ...extensions]
}

/** An SDL may extend what it does not define, but a schema is made of definitions; its roots have names of their own. */
function emptyDefinition(extension: ASTNode): ASTNode[] {
  if (extension.kind === Kind.SCHEMA_EXTENSION && !extension.operationTypes?.length) return []
  const kind = extension.kind.replace('Extension', 'Definition')
  return [{ kind, ...('name' in extension ? { name: extension.name } : { operationTypes: [] }) } as ASTNode]
}
