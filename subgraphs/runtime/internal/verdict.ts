import { z } from 'zod'
import type { Ids } from '../ids/ids.ts'
import { defineInternalOperation, type InternalOperation } from './internal.ts'

const input = z.strictObject({
  /** The sealed id of a profile of the app that is asked. */
  profileId: z.string(),
})

/** Yes or no, with a reason; `reason` is null where there is nothing against the profile, or no such profile. */
const output = z.strictObject({ unsafe: z.boolean(), reason: z.enum(['BLOCKED_BY_MANY']).nullable() })

/** An app holds a profile unsafe once this many people have it blocked. */
export const MANY_BLOCKS = 10

export interface VerdictOptions {
  /** The type that names the app's people, for example `PhotoProfile`. */
  readonly type: string
  readonly ids: Ids
  /** How many people have blocked this profile, by local id, counted up to `cap`. */
  readonly countBlocks: (local: string, cap: number) => Promise<number>
}

/**
 * `verdict`: what an app says of its own profiles to the service `safety` and to nobody else (consent.md, SAFETY). It
 * rests on what people of this app did in this app; who they are, and how many, is not told.
 */
export function verdictOperation({ type, ids, countBlocks }: VerdictOptions): InternalOperation {
  return defineInternalOperation({
    name: 'verdict',
    callers: ['safety'],
    input,
    output,
    async run({ profileId }) {
      const local = ids.open(profileId, type)
      const isUnsafe = local !== null && (await countBlocks(local, MANY_BLOCKS)) >= MANY_BLOCKS
      return { unsafe: isUnsafe, reason: isUnsafe ? ('BLOCKED_BY_MANY' as const) : null }
    },
  })
}
