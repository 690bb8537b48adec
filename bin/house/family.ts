import { createAccountsSubgraph } from '../../subgraphs/accounts/subgraph.ts'
import { createGrantsSubgraph } from '../../subgraphs/accounts/grants/subgraph.ts'
import { createMessengerSubgraph } from '../../subgraphs/messenger/subgraph.ts'
import { createPhotoSubgraph } from '../../subgraphs/photo/subgraph.ts'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { createIds } from '../../subgraphs/runtime/ids/sealedIds.ts'
import { idKey } from '../../subgraphs/runtime/keys/uses.ts'
import type { Subgraph, SubgraphPorts } from '../../subgraphs/runtime/subgraph/subgraph.ts'
import { createSocialSubgraph } from '../../subgraphs/social/subgraph.ts'
import type { House } from './house.ts'

/** The family's subgraphs by their name in `schema/subgraphs.yaml`. */
export const FAMILY = ['accounts', 'grants', 'messenger', 'photo', 'social'] as const
export type FamilyName = (typeof FAMILY)[number]

export interface FamilyOptions {
  /** Where clients reach the media, without a slash at the end. */
  readonly mediaUrl: string
  /** Default: the house's own; the demo people are made with one that shows their past. */
  readonly clock?: Clock
}

/** Makes one subgraph of the family over the house's store; each has an id key of its own. */
export function createFamilyMember(name: FamilyName, house: House, options: FamilyOptions): Subgraph {
  const sdl = sdlOf(name, house)
  const ports = portsOf(name, house, options)
  const { storage } = house
  switch (name) {
    case 'accounts':
      return createAccountsSubgraph({ sdl, storage, ports })
    case 'grants':
      return createGrantsSubgraph({ sdl, ports })
    case 'messenger':
      return createMessengerSubgraph({ sdl, storage, ports })
    case 'photo':
      return createPhotoSubgraph({
        sdl,
        storage,
        ports,
        media: { baseUrl: options.mediaUrl, key: house.keys.derive('media photo', 32) },
      })
    case 'social':
      return createSocialSubgraph({ sdl, storage, ports })
  }
}

export function createFamily(house: House, options: FamilyOptions): Record<FamilyName, Subgraph> {
  const member = (name: FamilyName): Subgraph => createFamilyMember(name, house, options)
  return {
    accounts: member('accounts'),
    grants: member('grants'),
    messenger: member('messenger'),
    photo: member('photo'),
    social: member('social'),
  }
}

function portsOf(name: FamilyName, house: House, options: FamilyOptions): SubgraphPorts {
  return {
    clock: options.clock ?? house.clock,
    random: house.random,
    ids: createIds({ app: name, key: idKey(house.keys, name) }),
    log: house.log,
  }
}

function sdlOf(name: FamilyName, { contract }: House): string {
  const registered = contract.subgraphs.find((subgraph) => subgraph.name === name)
  if (registered === undefined) throw new Error(`schema/subgraphs.yaml must register ${name}, but does not`)
  return registered.sdlText
}
