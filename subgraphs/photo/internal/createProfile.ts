import { z } from 'zod'
import { defineInternalOperation, type InternalOperation } from '../../runtime/internal/internal.ts'
import { claimProfile } from '../../runtime/profiles/claimProfile.ts'
import { birthYear, displayName, idempotencyKey, language, reach, theme } from '../../runtime/profiles/newProfile.ts'
import type { SubgraphPorts } from '../../runtime/subgraph/subgraph.ts'
import { searchPrefixes } from '../rules/searchFindsWordBeginnings.ts'
import { usernames } from '../rules/usernameIsNormalised.ts'
import type { PhotoStore } from '../store.ts'

const input = z.strictObject({
  username: usernames.input,
  displayName,
  bio: z.string().trim().min(1).max(300).nullish(),
  private: z.boolean().default(false),
  birthYear,
  settings: z
    .strictObject({
      whoMayTag: reach.default('CONNECTIONS'),
      whoMayMessage: reach.default('CONNECTIONS'),
      theme,
      language,
    })
    .prefault({}),
  idempotencyKey,
})

/** `id` is sealed. */
const output = z.strictObject({ id: z.string() })

/**
 * Makes a profile; until people can sign up by themselves, the demo people come this way. The same key answers the same
 * profile for ever. Throws the faults `INTERNAL_INPUT_INVALID` (also for a username that somebody else has) and
 * `IDEMPOTENCY_KEY_REUSED` (the key came with another username).
 */
export function createProfile(store: PhotoStore, { ids, clock, random }: SubgraphPorts): InternalOperation {
  return defineInternalOperation({
    name: 'createProfile',
    callers: ['seeder'],
    input,
    output,
    async run({ idempotencyKey: key, bio = null, ...profile }, caller) {
      const claim = { _id: profile.username, searchPrefixes: searchPrefixes(profile) }
      const parts = { app: 'photo', creations: store.creations, handles: store.usernames, caller, idempotencyKey: key }
      const _id = await claimProfile({ ...parts, profileId: random.id(), claim })
      // A conflict is an earlier attempt that came this far.
      await store.profiles.insert({ _id, ...profile, bio, createdAt: clock.wall() })
      return { id: ids.seal('PhotoProfile', _id) }
    },
  })
}
