import type { Context } from '../context.ts'
import type { BlockMessengerProfileInput, UnblockMessengerProfileInput } from '../generated/types.ts'
import { pairId } from '../rows.ts'
import type { MessengerStore } from '../store.ts'
import { otherProfile, type ProfilePayload, refused } from './otherProfile.ts'
import { actingProfile } from './session.ts'

export interface BlockingMutations {
  blockMessengerProfile(input: BlockMessengerProfileInput, context: Context): Promise<ProfilePayload>
  unblockMessengerProfile(input: UnblockMessengerProfileInput, context: Context): Promise<ProfilePayload>
}

export function createBlockingMutations(store: MessengerStore): BlockingMutations {
  async function blockMessengerProfile({ profileId }: BlockMessengerProfileInput, context: Context) {
    const blocker = await actingProfile(context)
    const other = await otherProfile(profileId, context)
    if (other === null) return refused('PROFILE_NOT_FOUND')
    if (other._id === blocker._id) return refused('OWN_PROFILE')

    const there = pairId(blocker._id, other._id)
    const back = pairId(other._id, blocker._id)
    // What denies comes first. The contacts go even when the block was there: an earlier attempt may have died here.
    await store.blocks.insert({ _id: there, blockerId: blocker._id, blockedId: other._id, blockedAt: context.now })
    await Promise.all([store.contacts.delete(there), store.contacts.delete(back)])
    context.load.forget()
    return { profile: other, errors: [] }
  }

  async function unblockMessengerProfile({ profileId }: UnblockMessengerProfileInput, context: Context) {
    const blocker = await actingProfile(context)
    const other = await otherProfile(profileId, context)
    if (other === null) return refused('PROFILE_NOT_FOUND')
    await store.blocks.delete(pairId(blocker._id, other._id))
    context.load.forget()
    return { profile: other, errors: [] }
  }

  return { blockMessengerProfile, unblockMessengerProfile }
}
