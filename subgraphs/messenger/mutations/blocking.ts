import { actingProfile } from '../../runtime/subgraph/session.ts'
import type { Context } from '../context.ts'
import type { BlockMessengerProfileInput, UnblockMessengerProfileInput } from '../generated/types.ts'
import { pairId } from '../rows.ts'
import type { MessengerStore } from '../store.ts'
import { otherProfile, type ProfilePayload, refused } from './otherProfile.ts'

export interface BlockingMutations {
  blockMessengerProfile(input: BlockMessengerProfileInput, context: Context): Promise<ProfilePayload>
  unblockMessengerProfile(input: UnblockMessengerProfileInput, context: Context): Promise<ProfilePayload>
}

export function createBlockingMutations(store: MessengerStore): BlockingMutations {
  async function blockMessengerProfile({ profileId }: BlockMessengerProfileInput, context: Context) {
    const blocker = await actingProfile('MESSENGER', context)
    const other = await otherProfile(profileId, context)
    if (other === null) return refused('PROFILE_NOT_FOUND')
    if (other._id === blocker._id) return refused('OWN_PROFILE')

    const _id = pairId(blocker._id, other._id)
    // What denies comes first. The contacts go even when the block was there: an earlier attempt may have died here.
    await store.blocks.insert({ _id, blockerId: blocker._id, blockedId: other._id, blockedAt: context.now })
    await endContacts(store, blocker._id, other._id)
    context.load.forget()
    return { profile: other, errors: [] }
  }

  async function unblockMessengerProfile({ profileId }: UnblockMessengerProfileInput, context: Context) {
    const blocker = await actingProfile('MESSENGER', context)
    const other = await otherProfile(profileId, context)
    if (other === null) return refused('PROFILE_NOT_FOUND')
    const block = pairId(blocker._id, other._id)
    const [standing = null] = await store.blocks.getMany([block])
    if (standing !== null) {
      // Whatever a crash or a race has left behind the block must not come back when the block goes.
      await endContacts(store, blocker._id, other._id)
      await store.blocks.delete(block)
    }
    context.load.forget()
    return { profile: other, errors: [] }
  }

  return { blockMessengerProfile, unblockMessengerProfile }
}

async function endContacts({ contacts }: MessengerStore, one: string, other: string): Promise<void> {
  await Promise.all([contacts.delete(pairId(one, other)), contacts.delete(pairId(other, one))])
}
