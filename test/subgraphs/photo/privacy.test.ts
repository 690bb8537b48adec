import { beforeAll, describe, expect, it } from 'vitest'
import type { Json } from '../../support/subgraphTester.ts'
import { createPhotoApp, type Person, type PhotoApp } from './photoApp.ts'

// Who sees what, written down from identity.md by hand and not from the rules' code: `+` shown, `.` hidden.
// `owner`: the profile asked about. blocked: the owner has blocked the viewer; blocker: the other way round.
const TABLE = `
                     | public owner                                            | private owner
field                | self follower stranger signedOut blocked blocker       | self follower requested stranger signedOut blocked blocker
name by id           | +    +        +        +         +       +             | +    +        +         +        +         +       +
photoProfile         | +    +        +        +         .       .             | +    +        .         .        .         .       .
photoProfiles        | +    +        +        +         .       .             | .    .        .         .        .         .       .
in a list            | +    +        +        +         .       .             | +    +        .         .        .         .       .
bio                  | +    +        +        +         .       .             | +    +        .         .        .         .       .
followers            | +    +        +        +         .       .             | +    +        .         .        .         .       .
following            | +    +        +        +         .       .             | +    +        .         .        .         .       .
posts                | +    +        +        +         .       .             | +    +        .         .        .         .       .
story for everyone   | +    +        +        +         .       .             | +    +        .         .        .         .       .
story for followers  | +    +        .        .         .       .             | +    +        .         .        .         .       .
Photo by id          | +    +        +        +         .       .             | +    +        .         .        .         .       .
PhotoComment by id   | +    +        +        +         .       .             | +    +        .         .        .         .       .
everyone's by id     | +    +        +        +         .       .             | +    +        .         .        .         .       .
followers' by id     | +    +        .        .         .       .             | +    +        .         .        .         .       .
photoFeed            | +    +        .        .         .       .             | +    +        .         .        .         .       .
photoStories         | +    +        .        .         .       .             | +    +        .         .        .         .       .
settings             | +    .        .        .         .       .             | +    .        .         .        .         .       .
followRequests       | +    .        .        .         .       .             | +    .        .         .        .         .       .
blockedProfiles      | +    .        .        .         .       .             | +    .        .         .        .         .       .
suggestedProfiles    | +    .        .        .         .       .             | +    .        .         .        .         .       .
feedQuality          | +    .        .        .         .       .             | +    .        .         .        .         .       .
`

interface World {
  readonly app: PhotoApp
  readonly owner: Person
  readonly viewers: Readonly<Record<string, Person | null>>
  readonly photoId: string
  readonly commentId: string
  readonly forEveryone: string
  readonly forFollowers: string
}

async function createWorld(isPrivate: boolean): Promise<World> {
  const app = createPhotoApp()
  const owner = await app.person('owner', { private: isPrivate, bio: 'About me.' })
  const [follower, requested, stranger, blocked, blocker, hub] = await Promise.all(
    ['follower', 'requested', 'stranger', 'blocked', 'blocker', 'hub'].map((name) => app.person(name)),
  )
  if (!follower || !requested || !stranger || !blocked || !blocker || !hub) throw new Error('six people')
  await app.follow(follower, owner)
  await app.act(requested, 'followPhotoProfile', { profileId: owner.id })
  await app.follow(owner, hub)
  const photoId = await app.photo(owner, 'a photo')
  await app.photo(hub, 'something to measure')
  const commentId = await app.comment(hub, photoId, 'Lovely.')
  const forEveryone = await app.story(owner, 'everyone', 'EVERYONE')
  const forFollowers = await app.story(owner, 'followers', 'FOLLOWERS')
  // They followed before: a block must hide whatever was allowed.
  await app.follow(blocked, owner)
  await app.follow(blocker, owner)
  await app.act(owner, 'blockPhotoProfile', { profileId: blocked.id })
  await app.act(blocker, 'blockPhotoProfile', { profileId: owner.id })
  const viewers = { self: owner, follower, requested, stranger, signedOut: null, blocked, blocker }
  return { app, owner, viewers, photoId, commentId, forEveryone, forFollowers }
}

/** Whether the viewer sees it; every answer must be free of errors. */
const SIGHTS: Readonly<Record<string, (world: World, viewer: Person | null) => Promise<boolean>>> = {
  'name by id': async (world, viewer) => (await ofOwner(world, viewer, 'username displayName')) !== null,
  photoProfile: async ({ app }, viewer) =>
    (await app.see(viewer, '{ photoProfile(username: "owner") { id } }'))['photoProfile'] !== null,
  photoProfiles: async ({ app }, viewer) =>
    (await app.see(viewer, '{ photoProfiles(search: "own") { nodes { id } } }'))['photoProfiles'].nodes.length === 1,
  'in a list': async ({ app }, viewer) => {
    const query = '{ photoProfile(username: "hub") { followers { nodes { username } } } }'
    return (await app.see(viewer, query))['photoProfile'].followers.nodes.length === 1
  },
  bio: async (world, viewer) => (await ofOwner(world, viewer, 'bio')).bio !== null,
  followers: async (world, viewer) => (await ofOwner(world, viewer, 'followers { nodes { id } }')).followers !== null,
  following: async (world, viewer) => (await ofOwner(world, viewer, 'following { nodes { id } }')).following !== null,
  posts: async (world, viewer) => (await ofOwner(world, viewer, 'posts { nodes { id } }')).posts !== null,
  'story for everyone': (world, viewer) => showsStory(world, viewer, 'everyone'),
  'story for followers': (world, viewer) => showsStory(world, viewer, 'followers'),
  'Photo by id': ({ app, photoId }, viewer) => exists(app, viewer, 'Photo', photoId),
  'PhotoComment by id': ({ app, commentId }, viewer) => exists(app, viewer, 'PhotoComment', commentId),
  "everyone's by id": ({ app, forEveryone }, viewer) => exists(app, viewer, 'PhotoStory', forEveryone),
  "followers' by id": ({ app, forFollowers }, viewer) => exists(app, viewer, 'PhotoStory', forFollowers),
  photoFeed: async ({ app }, viewer) => {
    const { photoFeed } = await app.see(viewer, '{ photoFeed { nodes { author { username } } } }')
    return (photoFeed?.nodes ?? []).some((photo: Json) => photo.author.username === 'owner')
  },
  photoStories: async ({ app }, viewer) => {
    const { photoStories } = await app.see(viewer, '{ photoStories { nodes { author { username } } } }')
    return (photoStories?.nodes ?? []).some((story: Json) => story.author.username === 'owner')
  },
  settings: async (world, viewer) => (await ofOwner(world, viewer, 'settings { theme }')).settings !== null,
  followRequests: async (world, viewer) =>
    (await ofOwner(world, viewer, 'followRequests { nodes { id } }')).followRequests !== null,
  blockedProfiles: async (world, viewer) =>
    (await ofOwner(world, viewer, 'blockedProfiles { nodes { id } }')).blockedProfiles !== null,
  suggestedProfiles: async (world, viewer) =>
    (await ofOwner(world, viewer, 'suggestedProfiles { why }')).suggestedProfiles !== null,
  feedQuality: async (world, viewer) => (await ofOwner(world, viewer, 'feedQuality { score }')).feedQuality !== null,
}

function ofOwner({ app, owner }: World, viewer: Person | null, selection: string): Promise<Json> {
  return app.seeEntity(viewer, 'PhotoProfile', owner.id, `{ ${selection} }`)
}

async function showsStory(world: World, viewer: Person | null, caption: string): Promise<boolean> {
  const { stories } = await ofOwner(world, viewer, 'stories { nodes { caption } }')
  return (stories?.nodes ?? []).some((story: Json) => story.caption === caption)
}

async function exists(app: PhotoApp, viewer: Person | null, type: string, id: string): Promise<boolean> {
  return (await app.seeEntity(viewer, type, id, '{ id author { username } }')) !== null
}

/** `[field, viewer, expected]` for one of the two halves. */
function cells(half: 1 | 2): [string, string, string][] {
  const [, head = '', ...rows] = TABLE.trim().split('\n')
  const names = head.split('|')[half]?.trim().split(/\s+/) ?? []
  return rows.flatMap((row) => {
    const parts = row.split('|')
    const marks = parts[half]?.trim().split(/\s+/) ?? []
    return names.map((name, index): [string, string, string] => [parts[0]?.trim() ?? '', name, marks[index] ?? ''])
  })
}

describe.each([
  ['public', 1],
  ['private', 2],
] as const)('a %s profile', (privacy, half) => {
  let world: World
  beforeAll(async () => {
    world = await createWorld(privacy === 'private')
  })

  it.each(cells(half))('%s, as %s: %s', async (field, viewer, expected) => {
    const sight = SIGHTS[field]
    const seen = await sight?.(world, world.viewers[viewer] ?? null)
    expect(seen === undefined ? '?' : seen ? '+' : '.').toBe(expected)
  })
})
