import type { Collection, NewDocument, StoredDocument } from '../../storage/port.ts'
import { fault } from '../errors/fault.ts'
import { derivedId } from '../idempotency/derivedId.ts'

/** Remembers, without end, under which id a profile was created; `_id` names the app, the caller and its key. */
export interface Creation extends StoredDocument {
  readonly profileId: string
  readonly handle: string
}

/** Whose a handle is; `_id` is the normalised handle, so that no two profiles can have it. */
export interface HandleClaim extends StoredDocument {
  readonly profileId: string
}

export interface ClaimedProfile<Claim extends HandleClaim> {
  /** The name of the app's subgraph: the same key in two apps leaves nothing behind that is the same. */
  readonly app: string
  readonly creations: Collection<Creation>
  readonly handles: Collection<Claim>
  /** The calling service. */
  readonly caller: string
  readonly idempotencyKey: string
  /** The local id, unless an earlier attempt with this key has chosen one. */
  readonly profileId: string
  /** `_id`: the normalised handle. */
  readonly claim: Omit<NewDocument<Claim>, 'profileId'> & { readonly _id: string }
}

/**
 * Claims a handle for a new profile and answers the profile's local id: the same for the same key, whenever it comes.
 * What an earlier attempt has written is found, and the next one goes on from there; the profile itself is for the
 * caller to insert. Throws the faults `IDEMPOTENCY_KEY_REUSED` (the key came with another handle) and
 * `INTERNAL_INPUT_INVALID` (somebody else has the handle).
 */
export async function claimProfile<Claim extends HandleClaim>(asked: ClaimedProfile<Claim>): Promise<string> {
  const { handles, claim } = asked
  const profileId = await rememberCreation(asked)
  const own = { ...claim, profileId } as unknown as NewDocument<Claim>
  if ((await handles.insert(own)) === 'inserted') return profileId
  const standing = await written(handles, claim._id)
  if (standing?.profileId === profileId) return profileId
  throw fault('INTERNAL_INPUT_INVALID', {
    message: `The handle or username must be free, but somebody has it: ${claim._id}. Choose another.`,
  })
}

async function rememberCreation<Claim extends HandleClaim>(asked: ClaimedProfile<Claim>): Promise<string> {
  const { app, creations, caller, idempotencyKey, profileId, claim } = asked
  const _id = derivedId('createProfile', app, caller, idempotencyKey)
  if ((await creations.insert({ _id, profileId, handle: claim._id })) === 'inserted') return profileId
  const earlier = await written(creations, _id)
  if (earlier?.handle !== claim._id) throw fault('IDEMPOTENCY_KEY_REUSED')
  return earlier.profileId
}

/** What an insert met. A plain read may be a turn old: what another process wrote just now is not missing. */
async function written<D extends StoredDocument>(collection: Collection<D>, id: string): Promise<D | null> {
  return (await collection.getMany([id]))[0] ?? collection.patch(id, {}, {})
}
