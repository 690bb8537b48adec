import { z } from 'zod'
import { fault } from '../../runtime/errors/fault.ts'
import type { Idempotency } from '../../runtime/idempotency/idempotency.ts'
import { defineInternalOperation, type InternalOperation } from '../../runtime/internal/internal.ts'
import type { SubgraphPorts } from '../../runtime/subgraph/subgraph.ts'
import type { SettingsRow } from '../rows.ts'
import { searchKeysOf } from '../rules/searchFindsWords.ts'
import { lengthOf } from '../rules/textHasALength.ts'
import { normaliseUsername } from '../rules/usernameIsPlain.ts'
import type { SocialStore } from '../store.ts'

const reach = z.enum(['NOBODY', 'CONNECTIONS', 'EVERYONE'])

/** Defaults are the careful ones, except that people may be found: a social app where nobody is found is empty. */
const settings = z.strictObject({
  whoMayTag: reach.default('CONNECTIONS'),
  whoMayMessage: reach.default('CONNECTIONS'),
  whoMayFind: reach.default('EVERYONE'),
  whoMaySeeFriends: reach.default('CONNECTIONS'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** BCP 47, for example `en` or `de-CH`. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .default('en'),
})

const input = z.strictObject({
  /** Upper and lower case are the same; no two profiles have the same. */
  username: z.string().transform((written, context) => {
    const username = normaliseUsername(written)
    if (username !== null) return username
    context.addIssue({ code: 'custom', message: 'must have 3 to 30 of a-z, 0-9, dot and underscore' })
    return z.NEVER
  }),
  /** 1 to 80 characters. */
  displayName: z
    .string()
    .trim()
    .refine((name) => name !== '' && lengthOf(name) <= 80, 'must have 1 to 80 characters'),
  birthYear: z.int().min(1900).max(2100),
  settings: settings.prefault({}),
  /** The same key with the same input answers the same profile. */
  idempotencyKey: z.string().min(1).max(128),
})

/** `id`: the sealed id of the profile. */
const output = z.strictObject({ id: z.string() })

/**
 * A new profile in the social app. For the seeder of the demo people; signing up comes with signing in. Throws the fault
 * `INTERNAL_INPUT_INVALID` when the username is somebody else's.
 */
export function createProfileOperation(
  store: SocialStore,
  idempotency: Idempotency,
  { clock, ids }: Pick<SubgraphPorts, 'clock' | 'ids'>,
): InternalOperation {
  async function run(given: z.output<typeof input>, caller: string): Promise<z.output<typeof output>> {
    const { idempotencyKey: key, ...profile } = given
    const act = { actor: caller, client: null, mutation: 'createProfile', key, input: profile }
    const local = await idempotency.once(act, async (attempt) => {
      const _id = attempt.documentId()
      await insertProfile(store, { _id, ...profile, createdAt: clock.wall() })
      return _id
    })
    return { id: ids.seal('SocialProfile', local) }
  }
  return defineInternalOperation({ name: 'createProfile', callers: ['seeder'], input, output, run })
}

interface NewProfile {
  readonly _id: string
  readonly username: string
  readonly displayName: string
  readonly birthYear: number
  readonly settings: SettingsRow
  readonly createdAt: number
}

/** May run again for the same `_id`: what an earlier attempt has written stays as it is. */
async function insertProfile({ profiles, names }: SocialStore, profile: NewProfile): Promise<void> {
  const { _id, username, displayName } = profile
  const written = await profiles.insert(profile)
  if (written === 'conflict' && (await profiles.getMany([_id]))[0] === null) {
    const message = `The username must be free, but somebody has it: ${username}. Choose another one.`
    throw fault('INTERNAL_INPUT_INVALID', { message })
  }
  await names.insert({ _id, username, keys: searchKeysOf(username, displayName) })
}
