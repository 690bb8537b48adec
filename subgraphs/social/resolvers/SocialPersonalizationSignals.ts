import type { SocialPersonalizationSignalsResolvers } from '../generated/types.ts'

/**
 * No grant, no data (consent.md, section 2). Nobody can make a grant yet, so that none can hold: whatever comes in its
 * place is answered with null.
 */
export const SocialPersonalizationSignals: SocialPersonalizationSignalsResolvers = {
  __resolveReference: async () => null,
}
