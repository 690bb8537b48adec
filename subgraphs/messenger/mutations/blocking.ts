import { liftBlock, pairId, setBlock } from '../../runtime/blocks/blocks.ts'
import { actingProfile } from '../../runtime/subgraph/session.ts'
import type { Context } from '../context.ts'
import type { BlockMessengerProfileInput, UnblockMessengerProfileInput } from '../generated/types.ts'
import type { MessengerStore } from '../store.ts'
import { otherProfile, type ProfilePayload, refused } from './otherProfile.ts'

export interface BlockingMutations {
  blockMessengerProfile(input: BlockMessengerProfileInput, context: Context): Promise<ProfilePayload>
  unblockMessengerProfile(input: UnblockMessengerProfileInput, context: Context): Promise<ProfilePayload>
}

export function createBlockingMutations(store: MessengerStore): BlockingMutations {
  const endContacts = (one: string, other: string) =>
    Promise.all([store.contacts.delete(pairId(one, other)), store.contacts.delete(pairId(other, one))])

  async function blockMessengerProfile({ profileId }: BlockMessengerProfileInput, context: Context) {
    const blocker = await actingProfile('MESSENGER', context)
    const other = await otherProfile(profileId, context)
    if (other === null) return refused('PROFILE_NOT_FOUND')
    if (other._id === blocker._id) return refused('OWN_PROFILE')

    const block = { blockerId: blocker._id, blockedId: other._id, blockedAt: context.now }
    await setBlock(store.blocks, block, endContacts)
    context.load.forget()
    return { profile: other, errors: [] }
  }

  async function unblockMessengerProfile({ profileId }: UnblockMessengerProfileInput, context: Context) {
    const blocker = await actingProfile('MESSENGER', context)
    const other = await otherProfile(profileId, context)
    if (other === null) return refused('PROFILE_NOT_FOUND')
    await liftBlock(store.blocks, blocker._id, other._id, endContacts)
    context.load.forget()
    return { profile: other, errors: [] }
  }

  return { blockMessengerProfile, unblockMessengerProfile }
}
