import { z } from 'zod'
import { type Activity } from '../activity/activity.ts'
import { STEP } from '../activity/publishedFigure.ts'
import type { Clock } from '../clock/clock.ts'
import { defineInternalOperation, type InternalOperation } from './internal.ts'

const input = z.strictObject({})

/** Nothing finer passes, whoever answers: tens, or null. */
export const activeProfilesOutput = z.strictObject({ count: z.int().min(STEP).multipleOf(STEP).nullable() })

export interface ActiveProfilesOptions {
  readonly activity: Activity
  readonly clock: Clock
}

/** `activeProfiles`: how many of an app's profiles were active in the 30 days until yesterday, as everybody may know it. */
export function activeProfilesOperation({ activity, clock }: ActiveProfilesOptions): InternalOperation {
  return defineInternalOperation({
    name: 'activeProfiles',
    callers: ['accounts'],
    input,
    output: activeProfilesOutput,
    run: async () => ({ count: await activity.figure(clock.wall()) }),
  })
}
