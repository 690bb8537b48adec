import { beforeEach, describe, expect, it } from 'vitest'
import type { Json } from '../../../support/subgraphTester.ts'
import { createPhotoApp, type Person, type PhotoApp } from '../photoApp.ts'

let app: PhotoApp

beforeEach(() => {
  app = createPhotoApp()
})

describe('photoProfile', () => {
  it('takes the username in any case, with or without @', async () => {
    await app.person('ana.lima')
    for (const username of ['ana.lima', 'Ana.Lima', ' @ANA.LIMA ']) {
      const found = await app.see(null, 'query ($u: String!) { photoProfile(username: $u) { app username } }', {
        u: username,
      })
      expect(found).toEqual({ photoProfile: { app: 'PHOTO', username: 'ana.lima' } })
    }
  })

  it.each(['nobody', '', 'ana', 'x'.repeat(10_000), 'ana lima', '../ana'])('finds nothing for %o', async (username) => {
    await app.person('ana.lima')
    const found = await app.see(null, 'query ($u: String!) { photoProfile(username: $u) { id } }', { u: username })
    expect(found).toEqual({ photoProfile: null })
  })
})

describe('photoProfiles', () => {
  const search = async (text: string, viewer: Person | null = null) => {
    const query = 'query ($s: String!) { photoProfiles(search: $s, first: 100) { nodes { username } } }'
    const { photoProfiles } = await app.see(viewer, query, { s: text })
    return photoProfiles.nodes.map((profile: Json) => profile.username) as string[]
  }

  it.each([
    ['ana', ['ana.lima', 'ana2', 'b.anatol']],
    ['LIM', ['ana.lima']],
    ['ana.li', ['ana.lima']],
    ['ana lima', ['ana.lima']],
    ['li an', ['ana.lima']],
    ['jose', ['ana2']],
    ['José', ['ana2']],
    ['na', []],
    ['ana zzz', []],
    ['', []],
    [' ._ ', []],
    ['zażółć', ['b.anatol']],
  ])('for %o finds %o', async (text, expected) => {
    await app.person('ana.lima', { displayName: 'Ana Maria Lima' })
    await app.person('ana2', { displayName: 'José' })
    await app.person('b.anatol', { displayName: 'Zażółć' })
    await app.person('ana.hidden', { private: true })
    expect(await search(text)).toEqual(expected)
  })

  it('comes in pages by username, stable while people come', async () => {
    for (const name of ['ana3', 'ana1', 'ana5']) await app.person(name)
    const query = `query ($after: String) { photoProfiles(search: "ana", first: 2, after: $after) {
      nodes { username } pageInfo { hasNextPage endCursor } } }`
    const { photoProfiles: first } = await app.see(null, query)
    expect(first.nodes).toEqual([{ username: 'ana1' }, { username: 'ana3' }])
    for (const name of ['ana2', 'ana4']) await app.person(name)
    const { photoProfiles: second } = await app.see(null, query, { after: first.pageInfo.endCursor })
    expect(second).toMatchObject({
      nodes: [{ username: 'ana4' }, { username: 'ana5' }],
      pageInfo: { hasNextPage: false },
    })
  })

  it('leaves out whom the viewer has blocked', async () => {
    const [ana, ben] = [await app.person('ana'), await app.person('ben')]
    await app.act(ana, 'blockPhotoProfile', { profileId: ben.id })
    expect([await search('be', ana), await search('an', ben), await search('be')]).toEqual([[], [], ['ben']])
  })
})

describe('entities', () => {
  it.each(['PhotoProfile', 'Photo', 'PhotoStory', 'PhotoComment'])(
    '%s: malformed, forged and foreign ids are null',
    async (type) => {
      const ids = ['', 'x', 'a'.repeat(5_000), app.ids.seal(type, 'missing'), app.ids.seal('Status', 'x')]
      const found = await app.entities(
        type,
        ids.map((id) => ({ id })),
        '{ __typename id }',
      )
      expect(found).toEqual(ids.map(() => null))
    },
  )

  it('PhotoAdSignals: no grant, no data', async () => {
    const found = await app.entities('PhotoAdSignals', [{ grant: 'anything' }], '{ topics validUntil }')
    expect(found).toEqual([null])
  })

  it('settings are those that were chosen', async () => {
    const ana = await app.person('ana', { settings: { theme: 'dark', whoMayTag: 'NOBODY' } })
    const { photoMe } = await app.see(ana, '{ photoMe { settings { whoMayTag whoMayMessage theme language } } }')
    expect(photoMe.settings).toEqual({
      whoMayTag: 'NOBODY',
      whoMayMessage: 'CONNECTIONS',
      theme: 'dark',
      language: 'en',
    })
  })
})

describe('comments', () => {
  it('are oldest first, without those of people with whom there is a block', async () => {
    const [ana, ben, cleo] = [await app.person('ana'), await app.person('ben'), await app.person('cleo')]
    const photoId = await app.photo(ana, 'mine')
    await app.comment(ben, photoId, 'first')
    const hidden = await app.comment(cleo, photoId, 'second')
    const seen = async (viewer: Person) =>
      (await app.seeEntity(viewer, 'Photo', photoId, '{ comments { nodes { text author { username } } } }')).comments
        .nodes
    expect(await seen(ana)).toEqual([
      { text: 'first', author: { username: 'ben' } },
      { text: 'second', author: { username: 'cleo' } },
    ])
    await app.act(ben, 'blockPhotoProfile', { profileId: cleo.id })
    expect((await seen(ben)).map((comment: Json) => comment.text)).toEqual(['first'])
    expect(await app.seeEntity(ben, 'PhotoComment', hidden, '{ text }')).toBeNull()
  })
})
