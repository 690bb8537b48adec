import { z } from 'zod'
import { defineInternalOperation, type InternalOperation } from '../../runtime/internal/internal.ts'
import { claimProfile } from '../../runtime/profiles/claimProfile.ts'
import { birthYear, displayName, idempotencyKey, language, reach, theme } from '../../runtime/profiles/newProfile.ts'
import type { SubgraphPorts } from '../../runtime/subgraph/subgraph.ts'
import { searchKeysOf } from '../rules/searchFindsWords.ts'
import { usernames } from '../rules/usernameIsNormalised.ts'
import type { SocialStore } from '../store.ts'

/** Defaults are the careful ones, except that people may be found: a social app where nobody is found is empty. */
const settings = z.strictObject({
  whoMayTag: reach.default('CONNECTIONS'),
  whoMayMessage: reach.default('CONNECTIONS'),
  whoMayFind: reach.default('EVERYONE'),
  whoMaySeeFriends: reach.default('CONNECTIONS'),
  theme,
  language,
})

const input = z.strictObject({
  username: usernames.input,
  displayName,
  birthYear,
  settings: settings.prefault({}),
  idempotencyKey,
})

/** `id` is sealed. */
const output = z.strictObject({ id: z.string() })

/**
 * A new profile in the social app. For the seeder of the demo people; signing up comes with signing in. The same key
 * answers the same profile for ever. Throws the faults `INTERNAL_INPUT_INVALID` (also for a username that somebody else
 * has) and `IDEMPOTENCY_KEY_REUSED` (the key came with another username).
 */
export function createProfileOperation(store: SocialStore, { clock, ids, random }: SubgraphPorts): InternalOperation {
  return defineInternalOperation({
    name: 'createProfile',
    callers: ['seeder'],
    input,
    output,
    async run({ idempotencyKey: key, ...profile }, caller) {
      const { username, displayName: name } = profile
      const claim = { _id: username, keys: searchKeysOf(username, name) }
      const parts = { app: 'social', creations: store.creations, handles: store.usernames, caller, idempotencyKey: key }
      const _id = await claimProfile({ ...parts, profileId: random.id(), claim })
      // A conflict is an earlier attempt that came this far.
      await store.profiles.insert({ _id, ...profile, createdAt: clock.wall() })
      return { id: ids.seal('SocialProfile', _id) }
    },
  })
}
