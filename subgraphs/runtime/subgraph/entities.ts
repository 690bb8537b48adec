import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql'
import { fault } from '../errors/fault.ts'
import type { InputGuard } from './inputs.ts'

/** `__resolveReference` of an entity. */
export type ReferenceResolver = (reference: object, context: unknown, info: GraphQLResolveInfo) => unknown

export interface EntityResolver {
  readonly resolve: ReferenceResolver
  /** An interface's resolver says in `__typename` itself what it found. */
  readonly isInterface: boolean
}

/**
 * The resolver of `_entities`. Unlike the one of @apollo/subgraph, an item that fails, even by a synchronous throw or an
 * unknown type, is null by itself and leaves the batch alone; and rows are never written to, so that they may be frozen
 * and shared with a loader's cache. Inputs of other apps come to the resolvers checked, whatever the reference resolver
 * makes of them: one that answers its database object need not carry them on.
 */
export function entitiesResolver(
  entities: ReadonlyMap<string, EntityResolver>,
  guard: InputGuard,
): GraphQLFieldResolver<unknown, unknown, { representations: readonly unknown[] }> {
  async function resolveOne(representation: unknown, context: unknown, info: GraphQLResolveInfo): Promise<unknown> {
    const typename = typenameOf(representation)
    const entity = typename === null ? undefined : entities.get(typename)
    if (entity === undefined) {
      throw fault('BAD_USER_INPUT', {
        message: `"representations" must name entities of this subgraph, but got the type: ${typename}.`,
      })
    }
    const inputs = guard.any ? guard.inputsOf(typename ?? '', representation as object, context) : null
    const reference = inputs === null ? (representation as object) : { ...(representation as object), ...inputs }
    const found = await entity.resolve(reference, context, info)
    if (!isObject(found)) return null
    return entity.isInterface ? found : { ...found, ...inputs, __typename: typename }
  }

  return (_source, { representations }, context, info) =>
    representations.map((representation) => resolveOne(representation, context, info))
}

function typenameOf(representation: unknown): string | null {
  if (!isObject(representation)) return null
  const { __typename } = representation as { __typename?: unknown }
  return typeof __typename === 'string' ? __typename : null
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
