import { buildSubgraphSchema } from '@apollo/subgraph'
import {
  execute,
  Kind,
  parse,
  type ExecutionResult,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type NameNode,
} from 'graphql'
import { directivesNamed, fieldsOf, objectsOf, stringArgument } from '../../../schema/documents.ts'
import { Answers, type World } from './answers.ts'
import type { Thing } from './canaries.ts'
import { printPart, type Part } from './model.ts'

/** Answers one call. */
export type PartServer = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<ExecutionResult>

type Resolvers = Record<string, Record<string, unknown>>

/** Every part of the family as a subgraph that executes, by name, and the generated `entry`. */
export function servePartsOf(world: World, entrySdl: string): ReadonlyMap<string, PartServer> {
  const entry: Part = { name: 'entry', permits: [], types: [], forgets: [] }
  const texts = [...world.family.parts.map((part) => [part, printPart(part)] as const), [entry, entrySdl] as const]
  const keys = new Set(texts.flatMap(([, sdl]) => keysIn(sdl)))
  return new Map(texts.map(([part, sdl]) => [part.name, serverOf(world, part, sdl, keys)]))
}

/** `Type.field` of every field at the top of a key. */
function keysIn(sdl: string): readonly string[] {
  return objectsOf(parse(sdl)).flatMap((type) =>
    directivesNamed(type, 'key').flatMap((key) => {
      const fields = (stringArgument(key, 'fields') ?? '').replaceAll(/\{[^}]*\}/g, '')
      return fields
        .split(/\s+/)
        .filter(Boolean)
        .map((name) => `${type.name.value}.${name}`)
    }),
  )
}

function serverOf(world: World, part: Part, sdl: string, keys: ReadonlySet<string>): PartServer {
  const made: { schema?: GraphQLSchema } = {}
  const schema = (): GraphQLSchema => (made.schema ??= withAnswers(sdl, answers))
  const answers = new Answers(world, part, keys, schema)
  return async (query, variables) => {
    const sent = JSON.parse(JSON.stringify(variables)) as Record<string, unknown>
    const result = await execute({ schema: schema(), document: parse(query), variableValues: sent })
    return JSON.parse(JSON.stringify(result)) as ExecutionResult
  }
}

function withAnswers(sdl: string, answers: Answers): GraphQLSchema {
  const typeDefs = parse(sdl)
  const resolvers: Resolvers = {}
  for (const { parent, field } of fieldsOf(typeDefs)) {
    const at = { type: parent.name.value, field: field.name.value }
    const own = (resolvers[at.type] ??= {
      __resolveReference: async (given: Record<string, unknown>) => answers.reference(at.type, given),
    })
    if (parent.kind === Kind.OBJECT_TYPE_DEFINITION || parent.kind === Kind.OBJECT_TYPE_EXTENSION) {
      own[at.field] = (thing: Thing | undefined, args: object, _context: unknown, { returnType }: GraphQLResolveInfo) =>
        answers.field(at, returnType, thing, args)
    }
  }
  for (const { kind, name } of typeDefs.definitions.filter(
    (node) => 'name' in node && node.name !== undefined,
  ) as AbstractNode[]) {
    if (kind !== Kind.INTERFACE_TYPE_DEFINITION && kind !== Kind.UNION_TYPE_DEFINITION) continue
    const own = (resolvers[name.value] ??= {})
    own['__resolveType'] = ({ __typename }: Thing) => __typename
  }
  return buildSubgraphSchema({ typeDefs, resolvers: resolvers as never })
}

interface AbstractNode {
  readonly kind: Kind
  readonly name: NameNode
}
