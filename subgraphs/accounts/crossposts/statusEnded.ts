import type { Clock } from '../../runtime/clock/clock.ts'
import { statusEndedInput, statusEndedOutput } from '../../runtime/crossposts/operations.ts'
import type { Ids } from '../../runtime/ids/ids.ts'
import { defineInternalOperation, type InternalOperation } from '../../runtime/internal/internal.ts'
import type { Center } from '../center.ts'
import * as changes from './changes.ts'
import { CROSSPOSTS } from './rows.ts'
import { changeCrosspost } from './store.ts'

export interface StatusEndedParts extends Pick<Center, 'store' | 'nudge'> {
  readonly clock: Clock
  readonly ids: Ids
}

/**
 * `statusEnded`: a status was deleted. Ends its cross-post, or leaves its end under that id when it comes first, so that
 * a share that is under way finds it. May come any number of times; of an id that accounts did not make it is heard, and
 * nothing follows.
 */
export function statusEndedOperation({ store, nudge, clock, ids }: StatusEndedParts): InternalOperation {
  return defineInternalOperation({
    name: 'statusEnded',
    callers: ['messenger'],
    input: statusEndedInput,
    output: statusEndedOutput,
    async run({ crosspostId, expiresAt }) {
      const id = ids.open(crosspostId, 'Crosspost')
      const now = clock.wall()
      // By then nobody can share it any more.
      if (id === null || now >= changes.forgottenAt({ expiresAt })) return {}
      await changeCrosspost(store.crossposts, id, (row) => ({
        ok: true,
        next: row === null ? changes.endedBefore(id, expiresAt, now) : changes.endWithStatus(row, now),
      }))
      nudge(CROSSPOSTS.name, id)
      return {}
    },
  })
}
