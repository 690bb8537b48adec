import DataLoader from 'dataloader'
import type { JWK } from 'jose'
import { createIdempotency } from '../runtime/idempotency/idempotency.ts'
import type { InternalCalls } from '../runtime/internal/client.ts'
import type { InternalOperation } from '../runtime/internal/internal.ts'
import { createOutbox } from '../runtime/outbox/worker.ts'
import { defineSubgraph } from '../runtime/subgraph/defineSubgraph.ts'
import type { Subgraph, SubgraphPorts } from '../runtime/subgraph/subgraph.ts'
import { type AppMedia, createAppMedia } from '../runtime/uploads/appMedia.ts'
import type { MediaSettings } from '../runtime/uploads/settings.ts'
import type { Storage } from '../storage/port.ts'
import type { Center } from './center.ts'
import type { Loaders } from './context.ts'
import { createDeliveryHandler } from './crossposts/deliver.ts'
import type { CrosspostMedia } from './crossposts/media.ts'
import { statusEndedOperation } from './crossposts/statusEnded.ts'
import { createSweepHandler } from './crossposts/sweep.ts'
import { crosspostMedia } from './crossposts/uploads.ts'
import type { Resolvers } from './generated/types.ts'
import { createWithheldCounter } from './ledger/withheld.ts'
import { openAccounts } from './linking.ts'
import { Account, FeatureSetting } from './resolvers/Account.ts'
import { Consent, ConsentOffer, Recipient } from './resolvers/Consent.ts'
import { Crosspost, CrosspostDelivery } from './resolvers/Crosspost.ts'
import { DataUse } from './resolvers/dataUses.ts'
import { Link } from './resolvers/Link.ts'
import { LinkRequest } from './resolvers/LinkRequest.ts'
import { Mutation } from './resolvers/Mutation.ts'
import * as nothingYet from './resolvers/nothingYet.ts'
import { MessengerProfile, PhotoProfile, SocialProfile } from './resolvers/profiles.ts'
import { Query } from './resolvers/Query.ts'
import { Status } from './resolvers/Status.ts'
import { Viewer } from './resolvers/Viewer.ts'
import { createCatalogue, type FlowRow, type NoticeRow, type RecipientRow } from './rules/catalogue.ts'
import { openAccountsStore } from './store.ts'

export interface AccountsParts {
  /** The text of `schema/accounts.graphql`. */
  readonly sdl: string
  /** Where requests and accounts live. */
  readonly storage: Storage
  /** `ids` sealed with the key of accounts. */
  readonly ports: SubgraphPorts
  /** The registrations of `schema/subgraphs.yaml`. */
  readonly recipients: readonly RecipientRow[]
  /** The rows of `schema/flows.json`. */
  readonly flows: readonly FlowRow[]
  /** The notices of `schema/notices.yaml`. */
  readonly notices: readonly NoticeRow[]
  /** To the apps: age bands, how many were active, and what is shared from one in another. */
  readonly internal: InternalCalls
  /** Internal operations of the house that stand with accounts. Default: none. */
  readonly operations?: readonly InternalOperation[]
  /** A private Ed25519 JWK with its `kid`; signs receipts and heads of ledgers. */
  readonly sign: JWK
  /** Where pictures and films are uploaded to, before they go to the apps. */
  readonly uploads: MediaSettings
  /** What was uploaded for cross-posts. Default: what was uploaded here. */
  readonly media?: CrosspostMedia
}

/** The accounts center: who is linked with whom, what may be used for what, and what is shared from one app in others. */
export function createAccountsSubgraph(parts: AccountsParts): Subgraph {
  const { sdl, ports, operations = [] } = parts
  const { clock, random, log } = ports
  const center = createCenter(parts, (collection, id) => outbox.nudge(collection, id))
  const { store, withheld, uploads } = center
  const handlers = [createDeliveryHandler({ ...center, clock, random }), createSweepHandler({ ...center, clock })]
  const outbox = createOutbox({ handlers, clock, random, log })
  const loaders = (): Loaders => ({
    center,
    accounts: new DataLoader((profiles) => openAccounts(center, profiles)),
    crossposts: new DataLoader((ids) => store.crossposts.getMany(ids)),
  })
  return defineSubgraph<Loaders>({
    name: 'accounts',
    sdl,
    resolvers,
    ports,
    loaders,
    internal: [statusEndedOperation({ ...center, ...ports }), ...operations],
    outbox,
    routes: uploads.routes,
    stop: async () => {
      await Promise.all([withheld.stop(), uploads.stop()])
    },
  })
}

function createCenter(parts: AccountsParts, nudge: Center['nudge']): Center & { readonly uploads: AppMedia } {
  const { storage, ports, recipients, flows, notices, internal, sign, uploads: settings } = parts
  const { clock, random, log, ids } = ports
  const store = openAccountsStore(storage)
  const idempotency = createIdempotency({ storage, collection: 'accountIdempotency', clock, random })
  const stillNeeded = async () => 'GONE' as const // A cross-post says until when as it takes an upload.
  const uploads = createAppMedia({ app: 'accounts', storage, ports, settings, idempotency, stillNeeded })
  return {
    store,
    catalogue: createCatalogue(recipients, flows, notices),
    idempotency,
    internal,
    signingKey: sign,
    uploads,
    media: parts.media ?? crosspostMedia(uploads, ids),
    withheld: createWithheldCounter({ collection: store.withheld, clock, log }),
    nudge,
  }
}

const resolvers: Resolvers = {
  Query,
  Mutation,
  Viewer,
  Account,
  Link,
  LinkRequest,
  Consent,
  ConsentOffer,
  Recipient,
  FeatureSetting,
  Crosspost,
  CrosspostDelivery,
  DataUse,
  MessengerProfile,
  PhotoProfile,
  SocialProfile,
  Status,
  ...nothingYet,
}
