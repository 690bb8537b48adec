import { activeProfilesOperation } from '../../runtime/internal/activeProfiles.ts'
import { ageBandOperation } from '../../runtime/internal/ageBand.ts'
import type { InternalOperation } from '../../runtime/internal/internal.ts'
import { verdictOperation } from '../../runtime/internal/verdict.ts'
import type { SubgraphPorts } from '../../runtime/subgraph/subgraph.ts'
import type { PhotoStore } from '../store.ts'
import { createProfile } from './createProfile.ts'
import { crosspostedStories, type CrosspostedStoriesParts } from './crosspostedStories.ts'
import { publishDemoPhoto } from './publishDemoPhoto.ts'

/** All that other services may ask of the photo app. */
export function internalOperations(
  store: PhotoStore,
  ports: SubgraphPorts,
  stories: Pick<CrosspostedStoriesParts, 'media' | 'sweep'>,
): readonly InternalOperation[] {
  const profile = { ...ports, type: 'PhotoProfile' } as const
  return [
    createProfile(store, ports),
    publishDemoPhoto(store, ports),
    ageBandOperation({
      ...profile,
      birthYearOf: async (local) => (await store.profiles.getMany([local]))[0]?.birthYear ?? null,
    }),
    verdictOperation({
      ...profile,
      countBlocks: async (blockedId, cap) => (await store.blocks.countMany('byBlocked', [{ blockedId }], cap))[0] ?? 0,
    }),
    activeProfilesOperation({ ...ports, activity: store.activity }),
    ...crosspostedStories(store, { ...ports, ...stories }),
  ]
}
