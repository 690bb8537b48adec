import { z } from 'zod'
import { fault } from '../../runtime/errors/fault.ts'
import { defineInternalOperation, type InternalOperation } from '../../runtime/internal/internal.ts'
import type { SubgraphPorts } from '../../runtime/subgraph/subgraph.ts'
import type { ProfileRow } from '../rows.ts'
import { searchPrefixes } from '../rules/searchFindsWordBeginnings.ts'
import { normaliseUsername } from '../rules/usernameIsNormalised.ts'
import type { PhotoStore } from '../store.ts'

const reach = z.enum(['NOBODY', 'CONNECTIONS', 'EVERYONE'])

const input = z.strictObject({
  username: z.string().transform((written, context) => {
    const username = normaliseUsername(written)
    if (username !== null) return username
    context.addIssue({ code: 'custom', message: 'must be 3 to 30 of a-z, 0-9, dot and underscore' })
    return z.NEVER
  }),
  displayName: z.string().trim().min(1).max(80),
  bio: z.string().trim().min(1).max(300).nullish(),
  private: z.boolean().default(false),
  birthYear: z.int().min(1900).max(2100),
  settings: z
    .strictObject({
      whoMayTag: reach.default('CONNECTIONS'),
      whoMayMessage: reach.default('CONNECTIONS'),
      theme: z.enum(['light', 'dark', 'system']).default('system'),
      language: z.string().min(2).max(35).default('en'),
    })
    .prefault({}),
  /** The same key with the same username is the same call, without end: it answers the profile that it made. */
  idempotencyKey: z.string().min(1).max(128),
})

type Input = z.infer<typeof input>

const output = z.strictObject({ id: z.string() })

/** Makes a profile; until people can sign up by themselves, the demo people come this way. Answers its sealed id. */
export function createProfile(store: PhotoStore, { ids, clock, random }: SubgraphPorts): InternalOperation {
  return defineInternalOperation({
    name: 'createProfile',
    callers: ['seeder'],
    input,
    output,
    async run(given) {
      const profileId = await claimUsername(store, given, random.id())
      // A conflict is an earlier attempt that came this far.
      await store.profiles.insert(profileOf(given, profileId, clock.wall()))
      return { id: ids.seal('PhotoProfile', profileId) }
    },
  })
}

/** Whose the username is: the claim is written first, and is what makes the call idempotent. */
async function claimUsername(store: PhotoStore, given: Input, freshId: string): Promise<string> {
  const { username, idempotencyKey: claimedWith } = given
  const claim = { _id: username, profileId: freshId, claimedWith, searchPrefixes: searchPrefixes(given) }
  if ((await store.usernames.insert(claim)) === 'inserted') return freshId
  const [standing] = await store.usernames.getMany([username])
  if (standing?.claimedWith === claimedWith) return standing.profileId
  throw fault('INTERNAL_INPUT_INVALID', { message: `"username" must be free, but ${username} is taken.` })
}

function profileOf(given: Input, _id: string, createdAt: number): Omit<ProfileRow, 'rev'> {
  const { idempotencyKey: _key, bio = null, ...profile } = given
  return { ...profile, _id, bio, createdAt }
}
