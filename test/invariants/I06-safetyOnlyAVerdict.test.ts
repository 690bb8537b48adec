import { expect, test } from 'vitest'
import { MANY_BLOCKS } from '../../subgraphs/runtime/internal/verdict.ts'
import { people as messengerPeople } from '../subgraphs/messenger/people.ts'
import { createPhotoApp, type Person } from '../subgraphs/photo/photoApp.ts'
import { people as socialPeople } from '../subgraphs/social/people.ts'
import type { SubgraphTester } from '../support/subgraphTester.ts'

const crowd = Array.from({ length: MANY_BLOCKS }, (_, index) => `person${index}`)
const cast = Object.fromEntries(['troll', ...crowd].map((name) => [name, {}]))

interface Scene {
  readonly tester: SubgraphTester
  readonly troll: string
  readonly block: (name: string) => Promise<unknown>
}

const scenes: Readonly<Record<string, () => Promise<Scene>>> = {
  async messenger() {
    const app = await messengerPeople(cast)
    return { tester: app.tester, troll: app.id('troll'), block: (name) => app.blocks(name, 'troll') }
  },
  async photo() {
    const app = createPhotoApp()
    const everybody = new Map<string, Person>()
    for (const name of Object.keys(cast)) everybody.set(name, await app.person(name))
    const { id } = everybody.get('troll')!
    return {
      tester: app,
      troll: id,
      block: (name) => app.act(everybody.get(name)!, 'blockPhotoProfile', { profileId: id }),
    }
  },
  async social() {
    const app = await socialPeople(cast)
    return {
      tester: app.tester,
      troll: app.id('troll'),
      block: (name) => app.tries(name, 'blockSocialProfile', 'troll'),
    }
  },
}

test.each(Object.keys(scenes))(
  'I6: the %s tells safety a verdict about its own profile, and nothing else',
  async (app) => {
    const { tester, troll, block } = await scenes[app]!()
    const verdict = (profileId: string) => tester.internal('verdict', { profileId }, 'safety')
    const nothing = { unsafe: false, reason: null }
    for (const name of crowd.slice(1)) await block(name)
    expect(await verdict(troll)).toEqual(nothing)
    await block(crowd[0]!)
    expect(await verdict(troll)).toEqual({ unsafe: true, reason: 'BLOCKED_BY_MANY' })
    for (const nobody of ['', 'x', `${troll}x`]) expect(await verdict(nobody)).toEqual(nothing)
  },
)

test.each(Object.keys(scenes))('I6: the %s tells its verdict to nobody but safety', async (app) => {
  const { tester, troll } = await scenes[app]!()
  for (const caller of ['accounts', 'seeder', 'gateway', 'Safety', '']) {
    const refused = tester.internal('verdict', { profileId: troll }, caller)
    await expect(refused).rejects.toMatchObject({ extensions: { code: 'INTERNAL_CALL_FORBIDDEN' } })
  }
})
