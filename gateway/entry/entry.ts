import { Kind, parse } from 'graphql'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'
import { APPS } from '../../subgraphs/runtime/identity/identity.ts'
import { appOfPersonType } from '../../subgraphs/runtime/identity/personTypes.ts'
import type { Ids } from '../../subgraphs/runtime/ids/ids.ts'
import { readType } from '../../subgraphs/runtime/ids/readType.ts'
import { viewerIdOf } from '../../subgraphs/runtime/ids/viewerId.ts'
import type { Log } from '../../subgraphs/runtime/log/log.ts'
import type { Random } from '../../subgraphs/runtime/random/random.ts'
import { defineSubgraph } from '../../subgraphs/runtime/subgraph/defineSubgraph.ts'
import type { Subgraph, SubgraphContext } from '../../subgraphs/runtime/subgraph/subgraph.ts'

/** How many ids `nodes` takes. */
const LONGEST_LIST = 100

export interface EntryOptions {
  /** `schema/entry.graphql`, as the composer generates it. */
  readonly sdl: string
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/**
 * The subgraph `entry`: `viewer`, `node` and `nodes`, answered inside the gateway from the token and the id alone, so
 * that they answer whichever app is down. Goes in process (transports/inProcess.ts) and nowhere else: it is told all
 * profiles of the session, as accounts is.
 */
export function createEntry({ sdl, clock, random, log }: EntryOptions): Subgraph {
  const nodeTypes = nodeTypesOf(sdl)
  const nodeOf = (id: string): Reference | null => {
    const type = readType(id)
    return type !== null && nodeTypes.has(type) ? reference(type, id) : null
  }

  return defineSubgraph<null>({
    name: 'entry',
    sdl,
    ports: { clock, random, log, ids: noIds },
    loaders: () => null,
    resolvers: {
      Query: {
        viewer: (_: unknown, _args: unknown, context: Context) => viewerOf(context),
        node: (_: unknown, { id }: { readonly id: string }) => nodeOf(id),
        nodes: (_: unknown, { ids }: { readonly ids: readonly string[] }) => atMostHundred(ids).map(nodeOf),
      },
      // The id that somebody sends is ignored: who views is what the token says.
      Viewer: { __resolveReference: (_: unknown, context: Context) => viewerOf(context) },
    },
  })
}

type Context = SubgraphContext<null>

/** What `entry` knows of anything: its type and id, and of a profile its app. */
interface Reference {
  readonly __typename: string
  readonly id: string
  readonly app?: string
}

function reference(type: string, id: string): Reference {
  const app = appOfPersonType(type)
  return { __typename: type, id, ...(app === null ? {} : { app }) }
}

function viewerOf({ client, profiles }: Context): object | null {
  const [first] = profiles
  if (first === undefined) return null
  return {
    id: viewerIdOf(first.id),
    app: APPS.find((app) => app === client) ?? null,
    profile: reference(readType(first.id) ?? '', first.id),
  }
}

function atMostHundred(ids: readonly string[]): readonly string[] {
  if (ids.length <= LONGEST_LIST) return ids
  throw fault('TOO_MANY_IDS', {
    message: `"ids" must hold at most ${LONGEST_LIST} ids, but got: ${ids.length}. Ask in several steps.`,
  })
}

function nodeTypesOf(sdl: string): ReadonlySet<string> {
  const names = parse(sdl).definitions.flatMap((node) => {
    const isNode =
      node.kind === Kind.OBJECT_TYPE_DEFINITION && node.interfaces?.some(({ name }) => name.value === 'Node')
    return isNode === true ? [node.name.value] : []
  })
  return new Set(names)
}

/** No id is sealed or opened here: a key that `entry` had would be one key too many. */
const noIds: Ids = {
  seal: refuseIds,
  open: refuseIds,
  sealCursor: refuseIds,
  openCursor: refuseIds,
}

function refuseIds(): never {
  throw new TypeError('The subgraph entry has no ids of its own: it reads the type of an id and nothing more.')
}
