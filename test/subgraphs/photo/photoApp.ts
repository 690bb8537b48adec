import { PICTURES } from '../../../subgraphs/photo/pictures/catalogue.ts'
import { openPhotoStore, type PhotoStore } from '../../../subgraphs/photo/store.ts'
import { createPhotoSubgraph } from '../../../subgraphs/photo/subgraph.ts'
import { createMemoryBlobs, type MemoryBlobs } from '../../../subgraphs/runtime/uploads/memoryBlobs.ts'
import type { Storage } from '../../../subgraphs/storage/port.ts'
import { consentedOpener } from '../../support/consented.ts'
import { createSubgraphTester, type Json, type SubgraphTester } from '../../support/subgraphTester.ts'

/** A person of the photo app in a test; null is somebody signed out. */
export interface Person {
  readonly id: string
  readonly username: string
  /** The `_id` in the store. */
  readonly local: string
}

export interface PhotoApp extends SubgraphTester {
  /** What is stored of pictures and films. */
  readonly blobs: MemoryBlobs
  readonly store: PhotoStore
  person(username: string, more?: object): Promise<Person>
  /** Publishes a demo photo, one second after the last one unless told when; answers its id. */
  photo(author: Person, caption: string, takenAt?: string): Promise<string>
  /** Writes a comment past the graph, which has no mutation for it yet; answers its id. */
  comment(author: Person, photoId: string, text: string): Promise<string>
  /** What `viewer` reads with the photo app's own client. */
  see(
    viewer: Person | null,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<Record<string, Json>>
  /** What `viewer` reads of one entity; null when it is not there for them. */
  seeEntity(viewer: Person | null, type: string, id: string, selection: string): Promise<Json>
  /** Runs a mutation as `who`; answers its payload. */
  act(who: Person, mutation: string, input: object, selection?: string): Promise<Json>
  /** `follower` follows `followee`, accepted where it is private. */
  follow(follower: Person, followee: Person): Promise<void>
  story(author: Person, caption: string, audience?: string): Promise<string>
}

export const MEDIA_KEY = new Uint8Array(32).fill(5)

export function createPhotoApp(storage?: Storage): PhotoApp {
  const blobs = createMemoryBlobs()
  const tester = createSubgraphTester({
    name: 'photo',
    create: (parts) =>
      createPhotoSubgraph({
        ...parts,
        media: { baseUrl: 'http://photo.test/', key: MEDIA_KEY, blobs },
        grants: consentedOpener('photo', parts.ports.clock),
      }),
    ...(storage && { storage }),
  })
  const { ids, clock } = tester
  const store = openPhotoStore(tester.storage)
  const locals = (id: string, type: string) => ids.open(id, type) ?? ''
  let keys = 0

  const app: PhotoApp = {
    ...tester,
    blobs,
    store,
    async person(username, more = {}) {
      const input = { username, displayName: username, birthYear: 1990, idempotencyKey: username, ...more }
      const { id } = await tester.internal('createProfile', input)
      return { id, username, local: locals(id, 'PhotoProfile') }
    },
    async photo(author, caption, takenAt = new Date(clock.wall() + ++keys * 1000).toISOString()) {
      const picture = PICTURES[keys % PICTURES.length]?.name
      const input = { authorId: author.id, picture, caption, takenAt, idempotencyKey: `photo ${++keys}` }
      return (await tester.internal('publishDemoPhoto', input)).id
    },
    async comment(author, photoId, text) {
      const _id = `comment${++keys}`
      const createdAt = clock.wall() + keys
      await store.comments.insert({ _id, photoId: locals(photoId, 'Photo'), authorId: author.local, text, createdAt })
      return ids.seal('PhotoComment', _id)
    },
    see: (viewer, query, variables = {}) => tester.data(query, { ...session(viewer), variables }),
    async seeEntity(viewer, type, id, selection) {
      const [found] = await tester.entities(type, [{ id }], selection, session(viewer))
      return found
    },
    async act(who, mutation, input, selection = '') {
      const inputType = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
      const query = `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { ${selection} errors { code path } } }`
      const data = await tester.data(query, { ...session(who), variables: { input } })
      return data[mutation]
    },
    async follow(follower, followee) {
      await app.act(follower, 'followPhotoProfile', { profileId: followee.id })
      await app.act(followee, 'acceptPhotoFollower', { profileId: follower.id })
    },
    async story(author, caption, audience = 'EVERYONE') {
      const input = { caption, audience, idempotencyKey: `story ${++keys}` }
      return (await app.act(author, 'postPhotoStory', input, 'story { id }')).story.id
    },
  }
  return app
}

function session(viewer: Person | null) {
  return viewer === null ? {} : { as: viewer.id, client: 'PHOTO' }
}

/** The codes of a payload's refusals. */
export function codes(payload: Json): string[] {
  return payload.errors.map((error: Json) => error.code)
}
