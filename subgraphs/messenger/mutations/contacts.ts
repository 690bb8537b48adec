import { pairId } from '../../runtime/blocks/blocks.ts'
import { actingProfile } from '../../runtime/subgraph/session.ts'
import type { Context } from '../context.ts'
import type { AddContactInput, RemoveContactInput } from '../generated/types.ts'
import { readRelation } from '../loaders/relationLoader.ts'
import { contactRefusal } from '../rules/whoMayBeAdded.ts'
import type { MessengerStore } from '../store.ts'
import { otherProfile, type ProfilePayload, refused } from './otherProfile.ts'

export interface ContactMutations {
  addContact(input: AddContactInput, context: Context): Promise<ProfilePayload>
  removeContact(input: RemoveContactInput, context: Context): Promise<ProfilePayload>
}

export function createContactMutations(store: MessengerStore): ContactMutations {
  async function addContact({ profileId }: AddContactInput, context: Context): Promise<ProfilePayload> {
    const owner = await actingProfile('MESSENGER', context)
    const other = await otherProfile(profileId, context)
    if (other === null) return refused('PROFILE_NOT_FOUND')
    const refusal = contactRefusal(await readRelation(store, owner._id, other._id))
    if (refusal) return refused(refusal)

    const _id = pairId(owner._id, other._id)
    await store.contacts.insert({ _id, ownerId: owner._id, contactId: other._id, addedAt: context.now })
    // Whoever blocks writes the block first and removes contacts after it: one of the two sees the other's write.
    const refusalNow = contactRefusal(await readRelation(store, owner._id, other._id))
    if (refusalNow) await store.contacts.delete(_id)
    context.load.forget()
    return refusalNow ? refused(refusalNow) : { profile: other, errors: [] }
  }

  async function removeContact({ profileId }: RemoveContactInput, context: Context): Promise<ProfilePayload> {
    const owner = await actingProfile('MESSENGER', context)
    const other = await otherProfile(profileId, context)
    if (other === null) return refused('PROFILE_NOT_FOUND')
    await store.contacts.delete(pairId(owner._id, other._id))
    context.load.forget()
    return { profile: other, errors: [] }
  }

  return { addContact, removeContact }
}
