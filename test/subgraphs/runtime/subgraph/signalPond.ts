import { L } from '../../../../subgraphs/runtime/grants/constants.ts'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'
import { defineSubgraph } from '../../../../subgraphs/runtime/subgraph/defineSubgraph.ts'
import type { ConsentedResolver, SubgraphDefinition } from '../../../../subgraphs/runtime/subgraph/subgraph.ts'
import { createSubgraphTester, TEST_START, testIds } from '../../../support/subgraphTester.ts'
import { claims, openerOf, SEALER } from '../grants/grants.ts'

const SDL = /* GraphQL */ `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@external", "@requires", "@inaccessible"])
  directive @person(app: String!) on OBJECT
  directive @consented(from: String!, purpose: String!) on OBJECT
  scalar DateTime
  scalar Grant
  type Frog @key(fields: "id") @person(app: "PHOTO") {
    id: ID!
    lakeSignals: LakeSignals @external
    seaSignals: SeaSignals @external
    flies: String @requires(fields: "lakeSignals { mood validUntil } seaSignals { mood validUntil }")
    waves: String @requires(fields: "seaSignals { mood validUntil }")
  }
  type LakeSignals @inaccessible {
    mood: String @external
    validUntil: DateTime! @external
  }
  type SeaSignals @inaccessible {
    mood: String @external
    validUntil: DateTime! @external
  }
  type PondAdSignals @key(fields: "grant") @inaccessible @consented(from: "pond", purpose: "ADS") {
    grant: Grant!
    mood: String!
    validUntil: DateTime!
  }
  type PondMoodSignals @key(fields: "grant") @inaccessible @consented(from: "pond", purpose: "PERSONALIZE") {
    grant: Grant!
    mood: String!
    validUntil: DateTime!
  }
`

const ids = testIds('pond')
export const kermit = ids.seal('Frog', 'kermit')

export interface SignalPondOptions {
  /** Answers `PondAdSignals`. Default: that the person is happy. */
  readonly answer?: ConsentedResolver<null>
  readonly definition?: Partial<SubgraphDefinition<null>>
  /** Called before a frog's own row is answered: what takes time between the inputs' coming and their use. */
  readonly beforeRow?: () => Promise<void>
}

/** A pond that is the source of two consented types and the recipient of two others. */
export function createSignalPond({ answer, definition, beforeRow }: SignalPondOptions = {}) {
  const seen = { asked: [] as unknown[], logged: [] as unknown[], inputs: [] as unknown[], references: [] as unknown[] }
  const note = (fields: object, message: string) => void seen.logged.push([fields, message])
  const frog = {
    async __resolveReference(reference: { id: string }) {
      seen.references.push(reference)
      await beforeRow?.()
      return Object.freeze({ _id: 'row' })
    },
    id: () => kermit,
    flies: ({ lakeSignals, seaSignals }: Inputs) => {
      seen.inputs.push([lakeSignals, seaSignals])
      return `${lakeSignals?.mood ?? '-'} ${seaSignals?.mood ?? '-'}`
    },
    waves: ({ seaSignals }: Inputs) => seaSignals?.mood ?? '-',
  }
  const tester = createSubgraphTester({
    name: 'pond',
    sdl: SDL,
    log: { ...silentLog, error: note, warn: note, info: note, debug: note },
    create: ({ sdl, ports }) =>
      defineSubgraph<null>({
        name: 'pond',
        app: 'PHOTO',
        sdl,
        ports,
        loaders: () => null,
        resolvers: {
          Frog: frog,
          PondAdSignals: { __resolveReference: () => ({ mood: 'leaked', validUntil: 'ever' }) },
        },
        grants: openerOf(ports.clock),
        consented: {
          PondAdSignals: async (asked, context) => {
            seen.asked.push(asked)
            return answer ? answer(asked, context) : { mood: 'happy' }
          },
        },
        ...definition,
      }),
  })
  const signals = async (grant: unknown, type = 'PondAdSignals') =>
    (await tester.entities(type, [{ grant }], '{ mood validUntil }'))[0]
  /** Kermit with these inputs, asked by himself. */
  const frogWith = async (inputs: object, as: string | undefined = kermit, selection = '{ flies }') =>
    (await tester.entities('Frog', [{ id: kermit, ...inputs }], selection, as === undefined ? {} : { as }))[0]
  return Object.assign(tester, seen, { signals, frogWith })
}

interface Inputs {
  readonly lakeSignals?: { readonly mood: string } | null
  readonly seaSignals?: { readonly mood: string } | null
}

/** A grant on Kermit's signals, made as the test starts. */
export const grant = (change: Parameters<typeof claims>[0] = {}) => SEALER.seal(claims({ subject: kermit, ...change }))

/** When a grant that is made as the test starts ends, moved by `ms`. */
export const until = (ms = 0) => new Date(TEST_START + L + ms).toISOString()
