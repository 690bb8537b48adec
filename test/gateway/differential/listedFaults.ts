import { isDeepStrictEqual } from 'node:util'
import { Kind, parse, print, visit } from 'graphql'
import type { DocumentNode, ExecutionResult } from 'graphql'
import { withoutConditions } from '../../../gateway/plan/conditions.ts'
import { collectFields } from '../../../gateway/shape/collect.ts'
import { selectOperation } from '../../../gateway/plan/operation.ts'
import { messagesOf, sameButBelowNulls, sameButForOrder } from './compare.ts'
import type { Asked, Servers } from './servers.ts'
import type { World } from './world.ts'

/** What came out where the stock gateway says something else than we do, and we say what the monolith does. */
export interface Difference {
  readonly world: World
  readonly asked: Asked
  readonly ours: ExecutionResult
  readonly stock: ExecutionResult
  readonly servers: Servers
}

/** A fault of the stock gateway, and how to recognise it. `stock.test.ts` shows each by itself. */
export interface ListedFault {
  readonly name: string
  explains(difference: Difference): Promise<boolean> | boolean
}

export const LISTED_FAULTS: readonly ListedFault[] = [
  {
    name: 'selections of the same type are drawn together, which changes the order of the fields',
    explains: ({ ours, stock }) => sameButForOrder(ours, stock),
  },
  {
    name: 'mutations change places where fragments draw them together',
    async explains({ asked, servers, world }) {
      const flat = flatRoot(resolved(asked), world)
      return sameButForOrder(await servers.ours(flat), await servers.mendedStock(flat))
    },
  },
  {
    name: 'errors are reported at places that were not asked for',
    explains: ({ ours, stock }) => sameButForOrder(ours, withoutAlienErrors(stock)),
  },
  {
    name: 'errors are reported at the wrong object where another one was left out of the fetch',
    explains: ({ ours, stock }) =>
      isDeepStrictEqual(ours.data, stock.data) && isDeepStrictEqual(messagesOf(ours), messagesOf(stock)),
  },
  {
    name: 'lists in lists are not united: the last answer’s inner lists stay, without what the others brought',
    explains: ({ asked, servers }) => agreeOn(asked, servers),
  },
  {
    name: 'an input of a skipped field is absent, and its objects are left out of fetches for fields that were asked for',
    explains: ({ asked, servers }) => agreeOn(resolved(asked), servers),
  },
  {
    name: 'an input that failed is absent, so that nothing is asked for it; we ask with null, and what fails then stands below a null',
    explains: ({ ours, stock, world }) =>
      sameButBelowNulls(ours, stock) && Object.values(world.shape.subgraphs).some((sdl) => sdl.includes('@requires')),
  },
  {
    name: 'what was asked of a type is lost where the plan does not ask which type an object has',
    explains: ({ asked, servers }) => agreeOn(withTypenames(resolved(asked)), servers),
  },
  {
    name: 'an object keeps the interface’s name as its type where one subgraph sees the interface as an object',
    explains: ({ world }) => Object.values(world.shape.subgraphs).some((sdl) => sdl.includes('@interfaceObject')),
  },
]

async function agreeOn(asked: Asked, servers: Servers): Promise<boolean> {
  const [ours, stock] = [await servers.ours(asked), await servers.mendedStock(asked)]
  return sameButForOrder(ours, withoutAlienErrors(stock))
}

/** An operation in which none of the listed faults shows, apart from the order of fields. */
export function withoutOccasions(asked: Asked, world: World): Asked {
  return withTypenames(flatRoot(resolved(asked), world))
}

/** The operation without what its conditions exclude. */
function resolved(asked: Asked): Asked {
  const client = selectOperation(parse(asked.text), undefined)
  const { operation, fragments } = withoutConditions(client, (variable) => asked.variables[variable] === true)
  const definitions = [operation, ...fragments.values()]
  const filled = visit({ kind: Kind.DOCUMENT, definitions } as DocumentNode, {
    SelectionSet: (set) => (set.selections.length === 0 ? { ...set, selections: [TYPENAME] } : undefined),
  })
  return { ...asked, text: print(filled) }
}

/** The fields of the root alone, in the order of the specification. */
function flatRoot(asked: Asked, { apiSchema: schema }: World): Asked {
  const { operation, fragments } = selectOperation(parse(asked.text), undefined)
  const type = schema.getRootType(operation.operation)
  if (!type) return asked
  const fields = collectFields([operation.selectionSet], type, { schema, fragments })
  const selectionSet = { kind: Kind.SELECTION_SET, selections: [...fields.values()].flat() } as const
  const definitions = [{ ...operation, selectionSet }, ...fragments.values()]
  return { ...asked, text: print({ kind: Kind.DOCUMENT, definitions }) }
}

function withTypenames(asked: Asked): Asked {
  let depth = 0
  const document = visit(parse(asked.text), {
    SelectionSet: {
      enter: () => void depth++,
      leave: (set) => (--depth > 0 ? { ...set, selections: [...set.selections, TYPENAME] } : undefined),
    },
  })
  return { ...asked, text: print(document) }
}

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const

/** Without the errors at places that were not asked for. */
export function withoutAlienErrors(result: ExecutionResult): ExecutionResult {
  const errors = (result.errors ?? []).filter((error) => isAsked(result.data, error.path ?? []))
  return errors.length > 0 ? { ...result, errors } : { data: result.data ?? null }
}

/** Whether a path leads to something that the answer has, be it null. */
function isAsked(data: unknown, path: readonly (string | number)[]): boolean {
  let value = data
  for (const step of path) {
    if (value === null) return true
    if (typeof value !== 'object' || !Object.hasOwn(value, step)) return false
    value = (value as Record<string | number, unknown>)[step]
  }
  return true
}
