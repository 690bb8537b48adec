import { z } from 'zod'
import type { QueryResolvers } from '../generated/types.ts'

const counted = z.object({ count: z.int().min(0).nullable() })

export const Query: QueryResolvers = {
  // The app says only what everybody may know; while it cannot, there is no figure.
  async audienceCount(_root, { app }, { load, log }) {
    const { internal, catalogue } = load.center
    try {
      return counted.parse(await internal.call(catalogue.nameOf(app), 'activeProfiles', {})).count
    } catch (error) {
      log.warn({ app, code: error instanceof Error ? error.name : 'unknown' }, 'an app did not answer its audience')
      return null
    }
  },
}
