import type { GrantOpener } from '../runtime/grants/grant.ts'
import { createIdempotency } from '../runtime/idempotency/idempotency.ts'
import type { InternalCalls } from '../runtime/internal/client.ts'
import { createSweeper, KEPT_INDEX } from '../runtime/lifetimes/sweeper.ts'
import { createOutbox } from '../runtime/outbox/worker.ts'
import { defineSubgraph } from '../runtime/subgraph/defineSubgraph.ts'
import type { Subgraph, SubgraphPorts } from '../runtime/subgraph/subgraph.ts'
import type { Storage } from '../storage/port.ts'
import type { Resolvers } from './generated/types.ts'
import { internalOperations } from './internal/operations.ts'
import { statusEndedHandler } from './internal/statusEnded.ts'
import { createLoaders, type Loaders } from './loaders/loaders.ts'
import { createBlockingMutations } from './mutations/blocking.ts'
import { createContactMutations } from './mutations/contacts.ts'
import { createStatusMutations } from './mutations/statuses.ts'
import { MessengerProfile } from './resolvers/MessengerProfile.ts'
import { createMutation } from './resolvers/Mutation.ts'
import { Query } from './resolvers/Query.ts'
import { Conversation, EncryptedMessage } from './resolvers/sealed.ts'
import { Status } from './resolvers/Status.ts'
import { createSignals } from './signals.ts'
import { openMessengerStore, STATUSES } from './store.ts'

export interface MessengerParts {
  /** The text of `schema/messenger.graphql`. */
  readonly sdl: string
  readonly storage: Storage
  /** `ids` sealed with the messenger's key. */
  readonly ports: SubgraphPorts
  /** Calls to accounts, as the messenger: a status that is shown elsewhere has ended. */
  readonly internal: InternalCalls
  /** Opens the grants on this app's data. Default: none holds, and nobody gets any. */
  readonly grants?: GrantOpener
}

/** The messenger: profiles, contacts, blocks and 24-hour statuses. Holds nothing but its store between requests. */
export function createMessengerSubgraph({ sdl, storage, ports, internal, grants }: MessengerParts): Subgraph {
  const store = openMessengerStore(storage)
  const idempotency = createIdempotency({ storage, collection: 'messenger_idempotency', ...ports })
  const outbox = createOutbox({ ...ports, handlers: [statusEndedHandler(store, internal)] })
  const sweep = createSweeper({ collection: store.statuses, index: KEPT_INDEX.name, clock: ports.clock })
  const resolvers: Resolvers = {
    Query,
    Mutation: createMutation({
      ...createStatusMutations(store, { idempotency, sweep, nudge: (statusId) => outbox.nudge(STATUSES, statusId) }),
      ...createContactMutations(store),
      ...createBlockingMutations(store),
    }),
    MessengerProfile,
    Status,
    Conversation,
    EncryptedMessage,
  }
  return defineSubgraph<Loaders>({
    name: 'messenger',
    app: 'MESSENGER',
    sdl,
    resolvers,
    ports,
    consented: createSignals(store),
    ...(grants && { grants }),
    outbox,
    loaders: (context) => createLoaders(store, context),
    internal: internalOperations(store, ports),
  })
}
