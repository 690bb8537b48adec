import { activeProfilesOperation } from '../../runtime/internal/activeProfiles.ts'
import { ageBandOperation } from '../../runtime/internal/ageBand.ts'
import type { InternalOperation } from '../../runtime/internal/internal.ts'
import { verdictOperation } from '../../runtime/internal/verdict.ts'
import type { SubgraphPorts } from '../../runtime/subgraph/subgraph.ts'
import type { SocialStore } from '../store.ts'
import { createProfileOperation } from './createProfile.ts'
import { crosspostedStories, type CrosspostedStoriesParts } from './crosspostedStories.ts'
import { publishDemoPost } from './publishDemoPost.ts'

/** All that other services may ask of the social app. */
export function internalOperations(
  store: SocialStore,
  ports: SubgraphPorts,
  stories: Pick<CrosspostedStoriesParts, 'media' | 'sweep'>,
): readonly InternalOperation[] {
  const profile = { ...ports, type: 'SocialProfile' } as const
  return [
    createProfileOperation(store, ports),
    publishDemoPost(store, ports),
    ageBandOperation({
      ...profile,
      birthYearOf: async (local) => (await store.profiles.getMany([local]))[0]?.birthYear ?? null,
    }),
    verdictOperation({
      ...profile,
      countBlocks: async (blocked, cap) => (await store.pairs.countMany('byBlocked', [{ blocked }], cap))[0] ?? 0,
    }),
    activeProfilesOperation({ ...ports, activity: store.activity }),
    ...crosspostedStories(store, { ...ports, ...stories }),
  ]
}
