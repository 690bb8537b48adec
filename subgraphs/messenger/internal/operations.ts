import { activeProfilesOperation } from '../../runtime/internal/activeProfiles.ts'
import { ageBandOperation } from '../../runtime/internal/ageBand.ts'
import type { InternalOperation } from '../../runtime/internal/internal.ts'
import { verdictOperation } from '../../runtime/internal/verdict.ts'
import type { SubgraphPorts } from '../../runtime/subgraph/subgraph.ts'
import type { MessengerStore } from '../store.ts'
import { createProfileOperation } from './createProfile.ts'
import { statusFactsOperation } from './statusFacts.ts'

/** All that other services may ask of the messenger. */
export function internalOperations(store: MessengerStore, ports: SubgraphPorts): readonly InternalOperation[] {
  const profile = { ...ports, type: 'MessengerProfile' } as const
  return [
    createProfileOperation(store, ports),
    ageBandOperation({
      ...profile,
      birthYearOf: async (local) => (await store.profiles.getMany([local]))[0]?.birthYear ?? null,
    }),
    verdictOperation({
      ...profile,
      countBlocks: async (blockedId, cap) => (await store.blocks.countMany('byBlocked', [{ blockedId }], cap))[0] ?? 0,
    }),
    activeProfilesOperation({ ...ports, activity: store.activity }),
    statusFactsOperation(store, ports),
  ]
}
