import { z } from 'zod'
import type { App } from '../runtime/identity/identity.ts'
import type { Log } from '../runtime/log/log.ts'
import type { Center } from './center.ts'
import type { AgeBand } from './rules/ageBand.ts'

const vouched = z.object({ ageBand: z.enum(['UNDER_18', 'ADULT', 'UNKNOWN']) })

/** What the profile's app vouches of its age now; unknown when the app cannot say, or does not answer. */
export async function ageBandOf(
  { internal, catalogue }: Pick<Center, 'internal' | 'catalogue'>,
  log: Log,
  app: App,
  profileId: string,
): Promise<AgeBand> {
  try {
    return vouched.parse(await internal.call(catalogue.nameOf(app), 'ageBand', { profileId })).ageBand
  } catch (error) {
    log.warn({ app, code: error instanceof Error ? error.name : 'unknown' }, 'an app did not vouch an age band')
    return 'UNKNOWN'
  }
}
