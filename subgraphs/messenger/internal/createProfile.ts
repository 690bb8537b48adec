import { z } from 'zod'
import { fault } from '../../runtime/errors/fault.ts'
import { defineInternalOperation, type InternalOperation } from '../../runtime/internal/internal.ts'
import { claimProfile } from '../../runtime/profiles/claimProfile.ts'
import { birthYear, displayName, idempotencyKey, language, reach, theme } from '../../runtime/profiles/newProfile.ts'
import { TOPICS } from '../../runtime/scalars/topics.ts'
import type { SubgraphPorts } from '../../runtime/subgraph/subgraph.ts'
import type { NewDocument } from '../../storage/port.ts'
import type { ProfileRow } from '../rows.ts'
import { handles } from '../rules/handleIsNormalised.ts'
import type { MessengerStore } from '../store.ts'

const input = z.strictObject({
  /** The local id, where the caller chooses it. Default: a random one. */
  id: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .optional(),
  handle: handles.input,
  displayName,
  about: z.string().trim().max(300).nullish(),
  birthYear,
  businessCategory: z.enum(TOPICS).nullish(),
  settings: z
    .strictObject({
      whoMayMessage: reach.default('EVERYONE'),
      lastSeen: reach.default('CONNECTIONS'),
      theme,
      language,
    })
    .prefault({}),
  idempotencyKey,
})

/** `id` is sealed. */
const output = z.strictObject({ id: z.string() })

/**
 * Makes a profile; for the demo people until people can register. The same key answers the same profile for ever. Throws
 * the faults `INTERNAL_INPUT_INVALID` (also for an id or a handle that somebody else has) and `IDEMPOTENCY_KEY_REUSED`
 * (the key came with another handle).
 */
export function createProfileOperation(
  store: MessengerStore,
  { clock, ids, random }: SubgraphPorts,
): InternalOperation {
  return defineInternalOperation({
    name: 'createProfile',
    callers: ['seeder'],
    input,
    output,
    async run({ id, idempotencyKey: key, handle, about, businessCategory = null, ...written }, caller) {
      const { creations, handles: claims } = store
      const chosen = { profileId: id ?? random.id(), claim: { _id: handle } }
      const parts = { app: 'messenger', creations, handles: claims, caller, idempotencyKey: key }
      const _id = await claimProfile({ ...parts, ...chosen })
      const more = { about: about || null, businessCategory, createdAt: clock.wall() }
      await insertProfile(store, { _id, handle, ...written, ...more })
      return { id: ids.seal('MessengerProfile', _id) }
    },
  })
}

/** A conflict is an earlier attempt that came this far, unless the id is somebody else's. */
async function insertProfile(store: MessengerStore, profile: NewDocument<ProfileRow>): Promise<void> {
  if ((await store.profiles.insert(profile)) === 'inserted') return
  const [there] = await store.profiles.getMany([profile._id])
  if (there?.handle === profile.handle) return
  throw fault('INTERNAL_INPUT_INVALID', {
    message: `"id" must be free, but somebody has it: ${profile._id}. Choose another.`,
  })
}
