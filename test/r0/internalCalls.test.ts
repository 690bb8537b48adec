import { describe, expect, test } from 'vitest'
import { createTown } from '../subgraphs/accounts/town.ts'
import { people as messengerPeople } from '../subgraphs/messenger/people.ts'
import { createPhotoApp } from '../subgraphs/photo/photoApp.ts'
import { people as socialPeople } from '../subgraphs/social/people.ts'

/** Who may call what from service to service (identity.md): whoever else asks is refused before the input is looked at. */
const OF_AN_APP = {
  ageBand: ['accounts'],
  verdict: ['safety'],
  activeProfiles: ['accounts'],
  createProfile: ['seeder'],
}
const OF_STORIES = { putStory: ['accounts'], endStory: ['accounts'] }
const MAY_CALL: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  accounts: { statusEnded: ['messenger'] },
  messenger: { ...OF_AN_APP, statusFacts: ['accounts'] },
  photo: { ...OF_AN_APP, ...OF_STORIES, publishDemoPhoto: ['seeder'] },
  social: { ...OF_AN_APP, ...OF_STORIES, publishDemoPost: ['seeder'] },
}
const CALLERS = ['accounts', 'grants', 'messenger', 'photo', 'social', 'safety', 'seeder', 'gateway', 'acme', '']

type Call = (operation: string, caller: string) => Promise<unknown>

const SERVICES: Readonly<Record<string, () => Promise<Call>>> = {
  accounts: async () => {
    const { accounts } = createTown()
    return (operation, caller) => accounts.callInternal(operation, caller, null)
  },
  messenger: async () => {
    const { tester } = await messengerPeople({})
    return (operation, caller) => tester.internal(operation, null, caller)
  },
  photo: async () => {
    const tester = createPhotoApp()
    return (operation, caller) => tester.internal(operation, null, caller)
  },
  social: async () => {
    const { tester } = await socialPeople({})
    return (operation, caller) => tester.internal(operation, null, caller)
  },
}

describe.each(Object.keys(SERVICES))('%s', (service) => {
  test('answers each internal call to its callers, and to nobody else', async () => {
    const call = await SERVICES[service]!()
    const codeOf = async (operation: string, caller: string): Promise<string> =>
      call(operation, caller).then(
        () => 'answered',
        ({ extensions }) => extensions.code,
      )
    for (const [operation, allowed] of Object.entries(MAY_CALL[service]!)) {
      for (const caller of CALLERS) {
        const code = allowed.includes(caller) ? 'INTERNAL_INPUT_INVALID' : 'INTERNAL_CALL_FORBIDDEN'
        expect([operation, caller, await codeOf(operation, caller)]).toEqual([operation, caller, code])
      }
    }
  })
})
