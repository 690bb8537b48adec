import { z } from 'zod'
import { fault } from '../../runtime/errors/fault.ts'
import { derivedId } from '../../runtime/idempotency/derivedId.ts'
import { defineInternalOperation, type InternalOperation } from '../../runtime/internal/internal.ts'
import { TOPICS } from '../../runtime/scalars/topics.ts'
import type { SubgraphPorts } from '../../runtime/subgraph/subgraph.ts'
import type { NewDocument } from '../../storage/port.ts'
import type { CreationRow, ProfileRow } from '../rows.ts'
import { normaliseHandle } from '../rules/handleIsNormalised.ts'
import type { MessengerStore } from '../store.ts'

const reach = z.enum(['NOBODY', 'CONNECTIONS', 'EVERYONE'])

const input = z.strictObject({
  /** The local id, where the caller chooses it. Default: a random one. */
  id: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .optional(),
  handle: z.string(),
  displayName: z.string().trim().min(1).max(80),
  about: z.string().trim().max(300).nullish(),
  /** Private; accounts asks for the age band only. */
  birthYear: z.int().min(1900).max(2100),
  businessCategory: z.enum(TOPICS).nullish(),
  settings: z
    .strictObject({
      whoMayMessage: reach.default('EVERYONE'),
      lastSeen: reach.default('CONNECTIONS'),
      theme: z.string().min(1).max(40).default('system'),
      language: z.string().min(2).max(35).default('en'),
    })
    .prefault({}),
  idempotencyKey: z.string().min(1).max(128),
})

/** `id` is sealed. */
const output = z.strictObject({ id: z.string() })

export type CreateProfileInput = z.input<typeof input>

/**
 * Makes a profile; for the demo people until people can register. The same key answers the same profile for ever. Throws
 * the faults `INTERNAL_INPUT_INVALID` (also for an id or a handle that somebody else has) and `IDEMPOTENCY_KEY_REUSED` (the key
 * came with another handle).
 */
export function createProfileOperation(store: MessengerStore, ports: SubgraphPorts): InternalOperation {
  return defineInternalOperation({
    name: 'createProfile',
    callers: ['seeder'],
    input,
    output,
    async run({ id, idempotencyKey, ...written }, caller) {
      const handle = normaliseHandle(written.handle)
      if (handle === null) throw invalid(`"handle" must be 2 to 30 of a-z, 0-9 and "._-", but got: ${written.handle}.`)

      const creation = { _id: derivedId('createProfile', caller, idempotencyKey), profileId: id ?? ports.random.id() }
      const { profileId } = await rememberCreation(store, { ...creation, handle })
      await claimHandle(store, handle, profileId)
      await insertProfile(store, {
        _id: profileId,
        handle,
        displayName: written.displayName,
        about: written.about || null,
        birthYear: written.birthYear,
        businessCategory: written.businessCategory ?? null,
        settings: written.settings,
        createdAt: ports.clock.wall(),
      })
      return { id: ports.ids.seal('MessengerProfile', profileId) }
    },
  })
}

/** Each of the three writes finds what an earlier attempt with this key has written, and goes on from there. */
async function rememberCreation(store: MessengerStore, creation: Omit<CreationRow, 'rev'>) {
  if ((await store.creations.insert(creation)) === 'inserted') return creation
  const [earlier] = await store.creations.getMany([creation._id])
  if (earlier?.handle !== creation.handle) throw fault('IDEMPOTENCY_KEY_REUSED')
  return earlier
}

async function claimHandle(store: MessengerStore, handle: string, profileId: string): Promise<void> {
  if ((await store.handles.insert({ _id: handle, profileId })) === 'inserted') return
  const [claim] = await store.handles.getMany([handle])
  if (claim?.profileId !== profileId) {
    throw invalid(`"handle" must be free, but somebody has it: ${handle}. Choose another.`)
  }
}

async function insertProfile(store: MessengerStore, profile: NewDocument<ProfileRow>): Promise<void> {
  if ((await store.profiles.insert(profile)) === 'inserted') return
  const [there] = await store.profiles.getMany([profile._id])
  if (there?.handle !== profile.handle) throw invalid(`"id" must be free, but somebody has it: ${profile._id}.`)
}

function invalid(message: string) {
  return fault('INTERNAL_INPUT_INVALID', { message })
}
