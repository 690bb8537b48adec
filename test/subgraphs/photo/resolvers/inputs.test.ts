import { beforeEach, describe, expect, it } from 'vitest'
import { inputOf } from '../../../support/consented.ts'
import type { Json } from '../../../support/subgraphTester.ts'
import { createPhotoApp, type Person, type PhotoApp } from '../photoApp.ts'
import { publish } from '../publish.ts'

let app: PhotoApp
let viewer: Person

beforeEach(async () => {
  app = createPhotoApp()
  viewer = await app.person('viewer')
})

/** What the viewer reads of a profile for which the gateway brings these inputs. */
async function given(inputs: object, selection: string, of = viewer, as = viewer): Promise<Json> {
  const nothing = {
    messengerPersonalizationSignals: null,
    socialPersonalizationSignals: null,
    messengerImprovementSignals: null,
  }
  const asked = { as: as.id, client: 'PHOTO' }
  return (await app.entities('PhotoProfile', [{ id: of.id, ...nothing, ...inputs }], selection, asked))[0]
}

const topics = (...named: string[]) => inputOf(app, { topics: named })
const SUGGESTED = '{ suggestedProfiles(first: 3) { basis why profile { username } } }'

describe('suggestedProfiles with topics of other apps', () => {
  beforeEach(async () => {
    for (const [name, picture] of Object.entries({
      sailor: 'lighthouse-at-dusk',
      cook: 'lentil-soup',
      both: 'red-train',
    })) {
      await publish(app, await app.person(name), picture)
      await app.clock.advance(1000)
    }
    await app.person('newest')
  })

  it('has those first whose photos fit, says why and which app shared it, and is of the same number', async () => {
    const inputs = {
      messengerPersonalizationSignals: topics('SAILING', 'TRAVEL'),
      socialPersonalizationSignals: topics('COOKING'),
    }
    expect((await given(inputs, SUGGESTED)).suggestedProfiles).toEqual([
      {
        basis: 'PERSONALIZED',
        why: 'It shows photos about sailing, one of the topics that you let the messenger share for suggestions.',
        profile: { username: 'sailor' },
      },
      {
        basis: 'PERSONALIZED',
        why: 'It shows photos about travel, one of the topics that you let the messenger share for suggestions.',
        profile: { username: 'both' },
      },
      {
        basis: 'PERSONALIZED',
        why: 'It shows photos about cooking, one of the topics that you let the social app share for suggestions.',
        profile: { username: 'cook' },
      },
    ])
  })

  it('names both apps where both shared the topic, and stays contextual for who does not fit', async () => {
    const inputs = {
      messengerPersonalizationSignals: topics('COOKING'),
      socialPersonalizationSignals: topics('COOKING'),
    }
    const { suggestedProfiles } = await given(inputs, SUGGESTED)
    expect(suggestedProfiles[0].why).toContain('you let the messenger and the social app share')
    expect(suggestedProfiles.slice(1)).toMatchObject([
      {
        basis: 'CONTEXTUAL',
        why: 'It is among the newest profiles that you do not follow yet.',
        profile: { username: 'newest' },
      },
      { basis: 'CONTEXTUAL', profile: { username: 'both' } },
    ])
  })

  it('is the contextual answer to the letter without inputs, and with topics that fit nobody', async () => {
    const query = `{ photoMe ${SUGGESTED} }`
    const contextual = (await app.see(viewer, query))['photoMe']
    expect(await given({}, SUGGESTED)).toEqual(contextual)
    expect(await given({ socialPersonalizationSignals: topics('YOGA') }, SUGGESTED)).toEqual(contextual)
  })

  it('is null for anybody else, whatever is brought', async () => {
    const other = await app.person('other')
    const inputs = { socialPersonalizationSignals: topics('COOKING') }
    expect(await given(inputs, SUGGESTED, viewer, other)).toEqual({ suggestedProfiles: null })
  })

  it('never suggests who is private or blocked', async () => {
    const shy = await app.person('shy', { private: true })
    const blocker = await app.person('blocker')
    await publish(app, shy, 'sunflower-field')
    await publish(app, blocker, 'sunflower-field')
    await app.act(blocker, 'blockPhotoProfile', { profileId: viewer.id })
    const { suggestedProfiles } = await given({ socialPersonalizationSignals: topics('GARDENING') }, SUGGESTED)
    expect(suggestedProfiles.map(({ basis }: Json) => basis)).toEqual(['CONTEXTUAL', 'CONTEXTUAL', 'CONTEXTUAL'])
  })
})

describe('feedQuality with days of activity', () => {
  const QUALITY = '{ feedQuality { score basis } }'
  const days = (activeDays: number) => ({ messengerImprovementSignals: inputOf(app, { activeDays }) })

  beforeEach(async () => {
    const ben = await app.person('ben')
    await app.follow(viewer, ben)
    const photos: string[] = []
    for (let index = 0; index < 10; index++) photos.push(await publish(app, ben, 'red-train'))
    for (const photoId of photos.slice(-5)) await app.act(viewer, 'likePhoto', { photoId })
  })

  it('looks at fewer of the newest photos for who was there on fewer days', async () => {
    expect(await given(days(30), QUALITY)).toEqual({ feedQuality: { score: 0.5, basis: 'PERSONALIZED' } })
    expect(await given(days(3), QUALITY)).toEqual({ feedQuality: { score: 1, basis: 'PERSONALIZED' } })
    expect(await given({}, QUALITY)).toEqual({ feedQuality: { score: 0.5, basis: 'CONTEXTUAL' } })
  })

  it('is null for anybody else, whatever is brought', async () => {
    expect(await given(days(30), QUALITY, viewer, await app.person('other'))).toEqual({ feedQuality: null })
  })
})
