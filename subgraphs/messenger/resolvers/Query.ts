import type { QueryResolvers } from '../generated/types.ts'
import { handles } from '../rules/handleIsNormalised.ts'
import { mayFindProfile } from '../rules/whoFindsProfile.ts'

export const Query: QueryResolvers = {
  messengerMe: (_root, _args, { viewer, load }) => (viewer === null ? null : load.profile.load(viewer.local)),

  async messengerProfile(_root, args, { load }) {
    const handle = handles.normalise(args.handle)
    const claim = handle === null ? null : await load.handle.load(handle)
    const profile = claim === null ? null : await load.profile.load(claim.profileId)
    if (profile === null) return null
    const relation = await load.relation.load(profile._id)
    return mayFindProfile(profile.settings.whoMayMessage, relation) ? profile : null
  },
}
