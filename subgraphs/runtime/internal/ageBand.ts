import { z } from 'zod'
import type { Clock } from '../clock/clock.ts'
import type { Ids } from '../ids/ids.ts'
import { defineInternalOperation, type InternalOperation } from './internal.ts'

const input = z.strictObject({
  /** The sealed id of a profile of the app that is asked. */
  profileId: z.string(),
})

const output = z.strictObject({ ageBand: z.enum(['UNDER_18', 'ADULT', 'UNKNOWN']) })

export interface AgeBandOptions {
  /** The type that names the app's people, for example `PhotoProfile`. */
  readonly type: string
  readonly ids: Ids
  readonly clock: Clock
  /** The birth year that the app keeps, by local id; null where there is no such profile. */
  readonly birthYearOf: (local: string) => Promise<number | null>
}

/**
 * `ageBand`: what an app vouches to accounts at linking, and all that it ever tells of a birth year. Whoever becomes 18
 * in the running year counts as an adult, since only the year is known.
 */
export function ageBandOperation({ type, ids, clock, birthYearOf }: AgeBandOptions): InternalOperation {
  return defineInternalOperation({
    name: 'ageBand',
    callers: ['accounts'],
    input,
    output,
    async run({ profileId }) {
      const local = ids.open(profileId, type)
      const birthYear = local === null ? null : await birthYearOf(local)
      if (birthYear === null) return { ageBand: 'UNKNOWN' as const }
      const year = new Date(clock.wall()).getUTCFullYear()
      return { ageBand: year - birthYear >= 18 ? ('ADULT' as const) : ('UNDER_18' as const) }
    },
  })
}
