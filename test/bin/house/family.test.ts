import { expect, test } from 'vitest'
import { readConfiguration } from '../../../bin/configuration.ts'
import { createFamilyMember } from '../../../bin/house/family.ts'
import { openHouse } from '../../../bin/house/house.ts'
import type { Subgraph } from '../../../subgraphs/runtime/subgraph/subgraph.ts'
import { createDirectory } from '../../subgraphs/storage/lmdb/directory.ts'
import { createCleanup } from '../../support/cleanup.ts'
import { servedFamily } from '../../support/servedFamily.ts'

/** Stands where accounts does, and keeps who called what. */
function listeningAccounts(): Subgraph & { readonly heard: unknown[][] } {
  const heard: unknown[][] = []
  return {
    name: 'accounts',
    sdl: '',
    routes: [],
    heard,
    execute: async () => ({}),
    async callInternal(operation, caller, input) {
      heard.push([operation, caller, input])
      return {}
    },
  }
}

test('in a process of its own the messenger calls accounts as itself, where the configuration says that it is', async () => {
  const cleanup = createCleanup()
  const { directory, remove } = createDirectory()
  cleanup.add(async () => remove())
  const settings = { data: directory, log: { level: 'silent' } } as const
  const house = await openHouse(readConfiguration(undefined, {}, settings))
  cleanup.add(() => house.close())

  const accounts = listeningAccounts()
  const served = servedFamily()
  const transport = await served.connect(accounts, house)
  cleanup.add(() => transport.close())
  const configuration = { ...house.configuration, subgraphs: { accounts: `${served.url('accounts')}/graphql` } }
  const messenger = createFamilyMember('messenger', { ...house, configuration }, { mediaUrl: '' })
  cleanup.add(async () => messenger.stop?.())

  const statusId = await shareAndDelete(messenger)
  await messenger.outbox?.drain()
  await cleanup.run()
  expect(statusId).toBeTypeOf('string')
  expect(accounts.heard).toEqual([
    ['statusEnded', 'messenger', { crosspostId: 'a cross-post', expiresAt: expect.any(Number) }],
  ])
})

/** Somebody posts a status, accounts asks about it, and it is deleted. */
async function shareAndDelete(messenger: Subgraph): Promise<string> {
  const person = { handle: 'anna', displayName: 'Anna', birthYear: 1990, idempotencyKey: 'anna' }
  const { id: profileId } = (await messenger.callInternal('createProfile', 'seeder', person)) as { id: string }
  const act = async (query: string, variables: object) => {
    const identity = { viewer: profileId, authTime: 0, client: 'MESSENGER', timeoutMs: 5_000 }
    const { data } = await messenger.execute({ query, variables: { ...variables }, identity })
    return JSON.parse(JSON.stringify(data)).done.status.id as string
  }
  const statusId = await act(
    'mutation { done: postStatus(input: { kind: TEXT, idempotencyKey: "one" }) { status { id } } }',
    {},
  )
  await messenger.callInternal('statusFacts', 'accounts', { statusId, profileId, crosspostId: 'a cross-post' })
  return act('mutation ($id: ID!) { done: deleteStatus(input: { statusId: $id }) { status { id } } }', { id: statusId })
}
