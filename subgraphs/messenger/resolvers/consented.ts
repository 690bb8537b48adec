import type {
  MessengerAdSignalsResolvers,
  MessengerImprovementSignalsResolvers,
  MessengerPersonalizationSignalsResolvers,
} from '../generated/types.ts'

// No grant, no data (consent.md, section 2). Nobody can make a grant yet, so that none can hold: whatever comes in its
// place is answered with null.

export const MessengerAdSignals: MessengerAdSignalsResolvers = { __resolveReference: async () => null }

export const MessengerPersonalizationSignals: MessengerPersonalizationSignalsResolvers = {
  __resolveReference: async () => null,
}

export const MessengerImprovementSignals: MessengerImprovementSignalsResolvers = {
  __resolveReference: async () => null,
}
