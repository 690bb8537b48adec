import type { AdResolvers } from '../generated/types.ts'

export const Ad: AdResolvers = {
  id: (ad, _args, { ids }) => ids.seal('Ad', ad.slug),
}
