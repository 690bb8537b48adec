import { expect, test } from 'vitest'
import { createAccountsSubgraph } from '../../../../subgraphs/accounts/subgraph.ts'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'
import { createSubgraphTester, type TestedParts } from '../../../support/subgraphTester.ts'
import { accountsParts } from '../contractParts.ts'

/** What accounts tells, and warns of, when an app answers this. */
async function told(answer: () => Promise<unknown>) {
  const warned: object[] = []
  const log = { ...silentLog, warn: (fields: object) => void warned.push(fields) }
  const create = (parts: TestedParts) => createAccountsSubgraph({ ...parts, ...accountsParts({ call: answer }) })
  const accounts = createSubgraphTester({ name: 'accounts', create, log })
  const { audienceCount } = await accounts.data('{ audienceCount(app: PHOTO) }')
  return { audienceCount, warnings: warned.length }
}

test.each([null, 10, 120])('what an app published is told: %s', async (count) => {
  expect(await told(async () => ({ count }))).toEqual({ audienceCount: count, warnings: 0 })
})

test.each([{ count: 23 }, { count: 0 }, { count: 20, exact: 23 }, { count: '20' }, {}, null])(
  'nothing finer than tens passes, and nothing else: %j',
  async (answer) => {
    expect(await told(async () => answer)).toEqual({ audienceCount: null, warnings: 1 })
  },
)

test('while an app cannot answer there is no figure', async () => {
  expect(await told(() => Promise.reject(new Error('down')))).toEqual({ audienceCount: null, warnings: 1 })
})
