import DataLoader from 'dataloader'
import { z } from 'zod'
import { fault } from '../../../../subgraphs/runtime/errors/fault.ts'
import { defineInternalOperation } from '../../../../subgraphs/runtime/internal/internal.ts'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'
import { defineSubgraph } from '../../../../subgraphs/runtime/subgraph/defineSubgraph.ts'
import type { HttpRoute, SubgraphContext, SubgraphPorts } from '../../../../subgraphs/runtime/subgraph/subgraph.ts'
import { createSubgraphTester } from '../../../support/subgraphTester.ts'

/** A small subgraph for the tests of the floor: frogs in a pond. */
export const POND_SDL = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key"])
  directive @person(app: String!) on OBJECT
  scalar DateTime
  type Query {
    me: Frog
    now: DateTime
    client: String
    hops(n: Int! = 2): Int
    broken: String
    sleep: String
    nap: String
  }
  type Mutation {
    croak: Int
  }
  type Subscription {
    leap: Int
  }
  type Frog @key(fields: "id") @person(app: "PHOTO") {
    id: ID!
    name: String!
    never: String!
  }
  type Trap @key(fields: "id") {
    id: ID!
  }
  type Stub @key(fields: "id", resolvable: false) {
    id: ID!
  }
`

interface FrogRow {
  readonly _id: string
  readonly name: string
}

export const FROGS: ReadonlyMap<string, FrogRow> = new Map(
  ['Kermit', 'Robin'].map((name) => [name.toLowerCase(), Object.freeze({ _id: name.toLowerCase(), name })]),
)

export interface PondOptions {
  readonly fail?: () => Error
  readonly failLoaders?: boolean
}

type Context = SubgraphContext<{ frog: DataLoader<string, FrogRow | null> }>

export function createPond({ fail, failLoaders = false }: PondOptions = {}) {
  const [asleep, woken] = [moment(), moment()]
  const seen = {
    loads: [] as string[][],
    aborted: [] as unknown[],
    croaks: 0,
    logged: [] as object[],
    /** What was sent to the route of the lilies. */
    planted: [] as string[],
    /** Resolves when `sleep` or `nap` has begun. */
    asleep: () => asleep.promise,
    /** Resolves when `sleep` was aborted. */
    woken: () => woken.promise,
  }
  const log = { ...silentLog, error: (fields: object) => void seen.logged.push(fields) }

  const resolvers = {
    Query: {
      me: (_: unknown, __: unknown, { viewer, load }: Context) => viewer && load.frog.load(viewer.local),
      now: (_: unknown, __: unknown, { now }: Context) => new Date(now).toISOString(),
      client: (_: unknown, __: unknown, { client }: Context) => client,
      hops: (_: unknown, { n }: { n: number }) => n,
      broken: () => {
        throw fail?.() ?? new Error('broken')
      },
      sleep: (_: unknown, __: unknown, { signal }: Context) =>
        new Promise((_resolve, reject) => {
          asleep.resolve()
          signal.addEventListener('abort', () => {
            seen.aborted.push((signal.reason as ReturnType<typeof fault>).extensions['code'])
            woken.resolve()
            reject(signal.reason as Error)
          })
        }),
      nap: async (_: unknown, __: unknown, { clock }: Context) => {
        asleep.resolve()
        await clock.wait(500)
        return 'rested'
      },
    },
    Mutation: { croak: () => (seen.croaks += 1) },
    Frog: {
      __resolveReference: async ({ id }: { id: string }, { ids, load }: Context) => {
        const local = ids.open(id, 'Frog')
        return local === null ? null : load.frog.load(local)
      },
      id: (frog: FrogRow, _: unknown, { ids }: Context) => ids.seal('Frog', frog._id),
      never: () => null,
    },
    Trap: {
      __resolveReference: () => {
        throw fault('NOT_SIGNED_IN_TO_APP')
      },
    },
  }

  const tester = createSubgraphTester({
    name: 'pond',
    sdl: POND_SDL,
    log,
    create: ({ sdl, ports }) => definePond(sdl, ports, resolvers),
  })

  function definePond(sdl: string, ports: SubgraphPorts, map: object) {
    return defineSubgraph({
      name: 'pond',
      app: 'PHOTO',
      sdl,
      resolvers: map,
      ports,
      loaders,
      internal: [spawn],
      routes: [liliesIn(seen.planted)],
    })
  }

  function loaders() {
    if (failLoaders) throw new Error('no loaders')
    return {
      frog: new DataLoader<string, FrogRow | null>((locals) => {
        seen.loads.push([...locals])
        return Promise.resolve(locals.map((local) => FROGS.get(local) ?? null))
      }),
    }
  }

  return Object.assign(seen, tester, { resolvers })
}

const spawn = defineInternalOperation({
  name: 'spawn',
  callers: ['seeder'],
  input: z.strictObject({ count: z.int() }),
  output: z.strictObject({ frogs: z.int().min(0) }),
  run: ({ count }) => Promise.resolve({ frogs: count }),
})

/** Lilies of at most 100 bytes. */
const liliesIn = (planted: string[]): HttpRoute => ({
  prefix: '/media/pond/',
  get: (url: URL) => {
    if (url.pathname !== '/media/pond/lily.webp') return Promise.resolve(null)
    const headers = { 'cache-control': 'public, max-age=60' }
    return Promise.resolve({ contentType: 'image/webp', body: Buffer.from('lily'), headers })
  },
  put: async (_url, body) => void planted.push(Buffer.from(await body(100)).toString('utf8')),
})

/** A promise and what resolves it. */
function moment() {
  let resolve = (): void => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve: () => resolve() }
}
