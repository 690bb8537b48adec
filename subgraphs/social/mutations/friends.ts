import { actingProfile } from '../../runtime/subgraph/session.ts'
import type { Context } from '../context.ts'
import type { SocialError } from '../generated/types.ts'
import { takeStep } from '../pairs.ts'
import type { ProfileRow } from '../rows.ts'
import {
  acceptFriend,
  block,
  rejectFriend,
  removeFriend,
  requestFriend,
  type Step,
  unblock,
} from '../rules/friendshipTakesTwo.ts'
import type { SocialStore } from '../store.ts'
import { refusal } from './refusals.ts'

export interface ProfilePayload {
  readonly profile: ProfileRow | null
  readonly errors: SocialError[]
}

/** Something the viewer does towards one other person. */
export type TowardsProfile = (input: { readonly profileId: string }, context: Context) => Promise<ProfilePayload>

export interface FriendMutations {
  readonly requestFriend: TowardsProfile
  readonly acceptFriend: TowardsProfile
  readonly rejectFriend: TowardsProfile
  readonly removeFriend: TowardsProfile
  readonly blockSocialProfile: TowardsProfile
  readonly unblockSocialProfile: TowardsProfile
}

/** Friendship and blocking are steps of one pair; what each step does, and when it is refused, is its rule's business. */
export function createFriendMutations(store: SocialStore): FriendMutations {
  const by =
    (step: Step): TowardsProfile =>
    async ({ profileId }, context) => {
      const { _id: viewer } = await actingProfile('SOCIAL', context)
      const { ids, load, now } = context
      const other = ids.open(profileId, 'SocialProfile')
      const profile = other === null ? null : await load.profile.load(other)
      if (profile === null) return refused(refusal('PROFILE_NOT_FOUND', 'profileId'))
      if (profile._id === viewer) return refused(refusal('OWN_PROFILE', 'profileId'))

      const code = await takeStep(store, { viewer, other: profile._id, step, now })
      load.forget()
      return code === null ? { profile, errors: [] } : refused(refusal(code, 'profileId'))
    }

  return {
    requestFriend: by(requestFriend),
    acceptFriend: by(acceptFriend),
    rejectFriend: by(rejectFriend),
    removeFriend: by(removeFriend),
    blockSocialProfile: by(block),
    unblockSocialProfile: by(unblock),
  }
}

function refused(error: SocialError): ProfilePayload {
  return { profile: null, errors: [error] }
}
