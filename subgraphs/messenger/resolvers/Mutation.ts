import type { MutationResolvers } from '../generated/types.ts'
import type { BlockingMutations } from '../mutations/blocking.ts'
import type { ContactMutations } from '../mutations/contacts.ts'
import type { StatusMutations } from '../mutations/statuses.ts'

export function createMutation(act: StatusMutations & ContactMutations & BlockingMutations): MutationResolvers {
  return {
    postStatus: (_root, { input }, context) => act.postStatus(input, context),
    deleteStatus: (_root, { input }, context) => act.deleteStatus(input, context),
    addContact: (_root, { input }, context) => act.addContact(input, context),
    removeContact: (_root, { input }, context) => act.removeContact(input, context),
    blockMessengerProfile: (_root, { input }, context) => act.blockMessengerProfile(input, context),
    unblockMessengerProfile: (_root, { input }, context) => act.unblockMessengerProfile(input, context),
  }
}
