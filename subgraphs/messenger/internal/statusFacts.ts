import { statusFactsInput, statusFactsOutput } from '../../runtime/crossposts/operations.ts'
import { defineInternalOperation, type InternalOperation } from '../../runtime/internal/internal.ts'
import { isLive } from '../../runtime/lifetimes/livesForADay.ts'
import type { SubgraphPorts } from '../../runtime/subgraph/subgraph.ts'
import type { MessengerStore } from '../store.ts'

/**
 * `statusFacts`: whether somebody has such a status, for accounts, which is about to show it in other apps. A status that
 * is alive takes the id of the cross-post along: from then on its deletion is told to accounts, or has come first and is
 * answered here.
 */
export function statusFactsOperation(
  { statuses }: Pick<MessengerStore, 'statuses'>,
  { clock, ids }: Pick<SubgraphPorts, 'clock' | 'ids'>,
): InternalOperation {
  return defineInternalOperation({
    name: 'statusFacts',
    callers: ['accounts'],
    input: statusFactsInput,
    output: statusFactsOutput,
    async run({ statusId, profileId, crosspostId }) {
      const local = ids.open(statusId, 'Status')
      const author = ids.open(profileId, 'MessengerProfile')
      const [status = null] = local === null ? [] : await statuses.getMany([local])
      if (status === null || status.authorId !== author) return { state: 'NOT_FOUND' as const }

      const { _id, expiresAt } = status
      if (!isLive(status, clock.wall())) return { state: 'GONE' as const }
      const noted = await statuses.patch(_id, { expiresAt }, { set: { crosspostId } })
      // Only a deletion changes when a status expires.
      return noted === null ? { state: 'GONE' as const } : { state: 'LIVE' as const, expiresAt }
    },
  })
}
