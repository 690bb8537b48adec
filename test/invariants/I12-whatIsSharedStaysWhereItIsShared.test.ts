import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Log } from '../../subgraphs/runtime/log/log.ts'
import { deleteStatus, share, SHARER } from '../support/sharing.ts'
import { startedGraph } from '../support/startedGraph.ts'
import { storedDocuments, textsIn } from '../support/storedDocuments.ts'

/** I12, as far as sharing goes: what is shared of a status never reaches the messenger, whose statuses are sealed, nor a log. */
const CANARY = 'canary 7f3a of a shared status'

test('I12: a shared text is in accounts and the apps with the copies, never in the messenger or a log', async () => {
  const logged: unknown[] = []
  const hear = (...line: unknown[]): void => void logged.push(line)
  const log: Log = { debug: hear, info: hear, warn: hear, error: hear }
  const told: unknown[] = []
  await using graph = await startedGraph({
    log,
    internal: (calls) => ({
      call: async (to, operation, input) => {
        const output = await calls.call(to, operation, input)
        if (to === 'messenger' || operation === 'statusEnded') told.push(input, output)
        return output
      },
    }),
  })
  const { statusId } = await share(graph, SHARER, { text: CANARY })
  await graph.settled()

  const stored = await storedDocuments(join(graph.house.configuration.data, 'store'))
  const holding = stored.filter(({ document }) => textsIn(document).some((text) => text.includes(CANARY)))
  const collections = new Set(holding.map(({ collection }) => collection))
  expect([...collections].sort()).toEqual(['accounts_crossposts', 'photo_stories', 'social_stories'])
  await deleteStatus(graph, SHARER, statusId)
  await graph.settled()
  expect(told).not.toEqual([])
  expect(JSON.stringify([told, logged])).not.toContain('canary')
})
