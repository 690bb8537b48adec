import { join } from 'node:path'
import { createAccountsSubgraph } from '../../subgraphs/accounts/subgraph.ts'
import { createGrantsSubgraph } from '../../subgraphs/accounts/grants/subgraph.ts'
import { createMessengerSubgraph } from '../../subgraphs/messenger/subgraph.ts'
import { createPhotoSubgraph } from '../../subgraphs/photo/subgraph.ts'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import type { AcceptanceTest } from '../../subgraphs/runtime/grants/acceptance.ts'
import { createGrantOpener, createGrantSealer, type GrantOpener } from '../../subgraphs/runtime/grants/grant.ts'
import { createGrantKeys } from '../../subgraphs/runtime/grants/grantKeys.ts'
import { createIds } from '../../subgraphs/runtime/ids/sealedIds.ts'
import { createHttpCalls, createInProcessCalls, type InternalCalls } from '../../subgraphs/runtime/internal/client.ts'
import { acceptedGrantRoots, callKey, grantRoot, idKey, receiptKeys } from '../../subgraphs/runtime/keys/uses.ts'
import { openProcessBook } from '../../subgraphs/runtime/processes/processes.ts'
import { processReports } from '../../subgraphs/runtime/processes/remoteBook.ts'
import type { MediaSettings } from '../../subgraphs/runtime/uploads/settings.ts'
import { createFileBlobs } from '../../subgraphs/runtime/uploads/fileBlobs.ts'
import type { Subgraph, SubgraphPorts } from '../../subgraphs/runtime/subgraph/subgraph.ts'
import { createSocialSubgraph } from '../../subgraphs/social/subgraph.ts'
import type { House } from './house.ts'

/** The family's subgraphs by their name in `schema/subgraphs.yaml`. */
export const FAMILY = ['accounts', 'grants', 'messenger', 'photo', 'social'] as const
export type FamilyName = (typeof FAMILY)[number]

/** The members that call others: accounts the apps, the messenger accounts. */
export type Caller = 'accounts' | 'messenger'

export interface FamilyOptions {
  /** Where clients reach the media, without a slash at the end. */
  readonly mediaUrl: string
  /** Default: the house's own; the demo people are made with one that shows their past. */
  readonly clock?: Clock
  /** How a service calls the others. Default: over HTTP, where the configuration says that they are, or `subgraphs.yaml`. */
  readonly internal?: (caller: Caller) => InternalCalls
  /** Told of each test of a grant, or of values of another app, and by whom. Default: nobody. */
  readonly onAcceptance?: (subgraph: FamilyName, test: AcceptanceTest) => void
}

/** Makes one subgraph of the family over the house's store; each has an id key of its own. */
export function createFamilyMember(name: FamilyName, house: House, options: FamilyOptions): Subgraph {
  const sdl = sdlOf(name, house)
  const ports = portsOf(name, house, options)
  const { storage, keys } = house
  const { subgraphs: recipients, flows, notices } = house.contract
  const callsOf = options.internal ?? ((caller) => callsOverHttp(caller, house, ports.clock))
  switch (name) {
    case 'accounts':
      return createAccountsSubgraph({
        sdl,
        storage,
        ports,
        recipients,
        flows,
        notices,
        internal: callsOf('accounts'),
        operations: [processReports(openProcessBook(storage, house.clock))],
        sign: receiptKeys(keys).signing,
        uploads: mediaOf(name, house, options),
      })
    case 'grants':
      return createGrantsSubgraph({
        sdl,
        storage,
        ports,
        recipients,
        flows,
        notices,
        sealer: createGrantSealer({
          keyOf: createGrantKeys((source) => grantRoot(keys, source)),
          random: house.random,
        }),
      })
    case 'messenger':
      return createMessengerSubgraph({
        sdl,
        storage,
        ports,
        grants: openerOf(name, house, ports),
        internal: callsOf('messenger'),
      })
    case 'photo':
      return createPhotoSubgraph({
        sdl,
        storage,
        ports,
        media: mediaOf(name, house, options),
        grants: openerOf(name, house, ports),
      })
    case 'social':
      return createSocialSubgraph({
        sdl,
        storage,
        ports,
        media: mediaOf(name, house, options),
        grants: openerOf(name, house, ports),
      })
  }
}

/** All of them in one process: what one asks of another is a call of a function. */
export function createFamily(house: House, options: FamilyOptions): Record<FamilyName, Subgraph> {
  const services = new Map<string, Subgraph>()
  const internal = (caller: Caller): InternalCalls => createInProcessCalls({ caller, services })
  const member = (name: FamilyName): Subgraph => createFamilyMember(name, house, { internal, ...options })
  const family = {
    accounts: member('accounts'),
    grants: member('grants'),
    messenger: member('messenger'),
    photo: member('photo'),
    social: member('social'),
  }
  for (const subgraph of Object.values(family)) services.set(subgraph.name, subgraph)
  return family
}

/** An app opens grants on its own data: it holds no root but its own. */
function openerOf(source: FamilyName, { contract, keys }: House, { clock, onAcceptance }: SubgraphPorts): GrantOpener {
  return createGrantOpener({
    source,
    keyOf: acceptedGrantRoots(keys, source).map((root) => createGrantKeys(() => root)),
    clock,
    flows: contract.flows,
    onAcceptance,
  })
}

/** To accounts and the apps, whoever calls: each operation names whom it answers. */
function callsOverHttp(caller: Caller, { configuration, contract, keys, random }: House, clock: Clock): InternalCalls {
  const called = contract.subgraphs.filter(
    ({ name, app }) => name !== caller && (name === 'accounts' || app !== undefined),
  )
  const services = new Map(
    called.map(({ name, url }) => {
      const { origin } = new URL(configuration.subgraphs[name] ?? url)
      return [name, { url: origin, key: callKey(keys, caller, name) }]
    }),
  )
  return createHttpCalls({ caller, services, clock, random })
}

/**
 * Each app's pictures and films in a folder of its own below the data directory, whatever the store is: processes of one
 * app on several machines share that folder.
 */
function mediaOf(name: FamilyName, house: House, { mediaUrl, clock }: FamilyOptions): MediaSettings {
  const { configuration, keys, random } = house
  const directory = join(configuration.data, 'media', name)
  const label = `media ${name}`
  return {
    baseUrl: mediaUrl,
    key: keys.derive(label, 32),
    acceptedKeys: keys.accepted(label, 32),
    nameKey: keys.permanent(label, 32),
    blobs: createFileBlobs({ directory, random, clock: clock ?? house.clock }),
  }
}

function portsOf(name: FamilyName, house: House, options: FamilyOptions): SubgraphPorts {
  const { onAcceptance } = options
  return {
    clock: options.clock ?? house.clock,
    random: house.random,
    ids: createIds({ app: name, key: idKey(house.keys, name) }),
    log: house.log,
    ...(house.metrics && { metrics: house.metrics }),
    ...(onAcceptance && { onAcceptance: (test) => onAcceptance(name, test) }),
  }
}

function sdlOf(name: FamilyName, { contract }: House): string {
  const registered = contract.subgraphs.find((subgraph) => subgraph.name === name)
  if (registered === undefined) throw new Error(`schema/subgraphs.yaml must register ${name}, but does not`)
  return registered.sdlText
}
