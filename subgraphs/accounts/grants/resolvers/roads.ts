import { idNamesType } from '../../rules/idNamesType.ts'
import type { PhotoProfileResolvers, SocialProfileResolvers } from '../generated/types.ts'

// No grant, no data (consent.md, section 2). While nothing can be linked, nothing can be allowed: every road is null,
// for the person as for a stranger, and nothing is read or compared that could tell them apart by time.

export const PhotoProfile: PhotoProfileResolvers = {
  __resolveReference: ({ id }) => (idNamesType(id, 'PhotoProfile') ? { id } : null),
  messengerPersonalizationSignals: () => null,
  messengerImprovementSignals: () => null,
  socialPersonalizationSignals: () => null,
}

export const SocialProfile: SocialProfileResolvers = {
  __resolveReference: ({ id }) => (idNamesType(id, 'SocialProfile') ? { id } : null),
  messengerAdSignals: () => null,
  photoAdSignals: () => null,
}
