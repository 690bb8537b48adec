import { activeProfilesOutput } from '../../runtime/internal/activeProfiles.ts'
import type { QueryResolvers } from '../generated/types.ts'

export const Query: QueryResolvers = {
  // The app says only what everybody may know; while it cannot, there is no figure.
  async audienceCount(_root, { app }, { load, log }) {
    const { internal, catalogue } = load.center
    try {
      const answer = await internal.call(catalogue.nameOf(app), 'activeProfiles', {})
      return activeProfilesOutput.parse(answer).count
    } catch (error) {
      log.warn({ app, code: error instanceof Error ? error.name : 'unknown' }, 'an app did not answer its audience')
      return null
    }
  },
}
