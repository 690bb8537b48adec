import { beforeAll, describe, expect, test } from 'vitest'
import { createActor } from '../../../bin/demo/actor.ts'
import { postFresh } from '../../../bin/demo/fresh.ts'
import { type ProfileIds, seedWorld } from '../../../bin/demo/seed.ts'
import type { App } from '../../../subgraphs/runtime/identity/identity.ts'
import { type Json, TEST_START } from '../../support/subgraphTester.ts'
import { type DemoStage, demoStage, smallWorld } from './demoStage.ts'

const ADA = 'Ada Okafor'
const LIST = {
  MESSENGER: '{ messengerMe { list: statuses { nodes { id postedAt } } } }',
  PHOTO: '{ photoMe { list: stories { nodes { id postedAt } } } }',
  SOCIAL: '{ socialMe { list: stories { nodes { id postedAt } } } }',
}

let stage: DemoStage
let people: ProfileIds

beforeAll(async () => {
  stage = demoStage()
  people = await seedWorld(smallWorld(), { ...stage, epoch: TEST_START, progress: () => undefined })
})

async function ask(app: App, query: string): Promise<Json> {
  const identity = { viewer: people[ADA]?.[app] ?? '', client: app, timeoutMs: 5_000 }
  const { data, errors } = await stage.subgraphs[app].execute({ query, identity })
  expect(errors).toBeUndefined()
  return Object.values(data ?? {})[0]
}

const shown = async (app: App): Promise<Json[]> => (await ask(app, LIST[app])).list.nodes
const start = () => postFresh(people, createActor(stage), stage.clock)

describe('each start of the demo', () => {
  test('finds statuses and stories of the last hour, once however often it starts', async () => {
    for (let i = 0; i < 2; i++) await start()
    expect([await shown('MESSENGER'), await shown('PHOTO'), await shown('SOCIAL')].map((list) => list.length)).toEqual([
      2, 1, 1,
    ])
    for (const { postedAt } of await shown('MESSENGER')) {
      expect(Date.parse(postedAt)).toBeGreaterThan(TEST_START - 3_600_000)
    }
  })

  test('leaves deleted what was deleted', async () => {
    const [[status], [photoStory], [socialStory]] = [
      await shown('MESSENGER'),
      await shown('PHOTO'),
      await shown('SOCIAL'),
    ]
    const errors = 'errors { code }'
    await ask('MESSENGER', `mutation { deleteStatus(input: { statusId: "${status.id}" }) { ${errors} } }`)
    await ask('PHOTO', `mutation { deletePhotoStory(input: { storyId: "${photoStory.id}" }) { ${errors} } }`)
    await ask('SOCIAL', `mutation { deleteSocialStory(input: { storyId: "${socialStory.id}" }) { ${errors} } }`)
    await start()
    expect(await shown('MESSENGER')).toHaveLength(1)
    expect([await shown('PHOTO'), await shown('SOCIAL')]).toEqual([[], []])
  })

  test('posts anew in the next half day', async () => {
    await stage.time.advance(12 * 3_600_000)
    await start()
    expect(await shown('SOCIAL')).toHaveLength(1)
    expect(await shown('MESSENGER')).toHaveLength(3)
  })
})

describe('any other refusal', () => {
  test('of what a demo person does stops the start', async () => {
    const act = createActor(stage)
    const twice = { profileId: people[ADA]?.PHOTO }
    await expect(act('PHOTO', people[ADA]?.PHOTO, 'followPhotoProfile', twice)).rejects.toThrow(/OWN_PROFILE/)
    await expect(act('PHOTO', undefined, 'followPhotoProfile', twice)).rejects.toThrow(/somebody with a profile/)
    await expect(
      act('PHOTO', people[ADA]?.PHOTO, 'followPhotoProfile', twice, ['OWN_PROFILE']),
    ).resolves.toBeUndefined()
  })
})
