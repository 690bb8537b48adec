import type { App } from '../../subgraphs/runtime/identity/identity.ts'
import type { Subgraph } from '../../subgraphs/runtime/subgraph/subgraph.ts'
import { linkProfiles, pairsOf } from './links.ts'
import type { Persona } from './personas.ts'
import type { SeedClock } from './seedClock.ts'
import type { Tie, World } from './world.ts'

const day = 86_400_000
const atOnce = 32

/** Sealed profile ids by person's name and app. */
export type ProfileIds = Readonly<Record<string, Partial<Readonly<Record<App, string>>>>>

export interface Seeding {
  readonly subgraphs: Readonly<Record<App, Subgraph>>
  readonly accounts: Subgraph
  /** The clock that these subgraphs were made with. */
  readonly clock: SeedClock
  /** When the world's `ago` begins, in milliseconds: the same when an interrupted seeding goes on. */
  readonly epoch: number
  /** Called after each step with how many of how many are done. */
  readonly progress: (done: number, total: number) => void
}

/** What one person does at one time. */
interface Step {
  readonly at: number
  readonly run: () => Promise<unknown>
}

/**
 * Lets the world happen, through the subgraphs' own mutations and internal operations. Every step may be repeated, so an
 * interrupted seeding is begun again with the same world and epoch and ends the same.
 */
export async function seedWorld(world: World, seeding: Seeding): Promise<ProfileIds> {
  const act = createActor(seeding)
  const total = countSteps(world)
  let done = 0
  const happen = async (steps: readonly Step[]): Promise<void> => {
    await inParallel(steps, async (step) => {
      await seeding.clock.at(step.at, step.run)
      seeding.progress(++done, total)
    })
  }
  const ids: Record<string, Partial<Record<App, string>>> = {}
  await happen(profileSteps(world, seeding, ids))
  await happen(requestSteps(world, seeding, ids, act))
  await happen(answerSteps(world, seeding, ids, act))
  await happen(contentSteps(world, seeding, ids, act))
  await happen(blockSteps(world, seeding, ids, act))
  await happen(linkSteps(world, seeding, ids))
  return ids
}

function countSteps(world: World): number {
  const profiles = world.people.reduce((sum, person) => sum + Object.keys(person.profiles).length, 0)
  const { MESSENGER, PHOTO, SOCIAL } = world.ties
  const ties = 2 * (MESSENGER.length + SOCIAL.length) + PHOTO.length + answeredPrivate(world).length
  return profiles + ties + world.photos.length + world.posts.length + blocksOf(world).length + linked(world).length
}

function profileSteps(world: World, seeding: Seeding, ids: Record<string, Partial<Record<App, string>>>): Step[] {
  return world.people.flatMap((person) =>
    Object.entries(person.profiles).map(([app, handle]) => ({
      at: seeding.epoch - 400 * day,
      run: async () => {
        const input = { ...profileInput(app as App, person, handle), idempotencyKey: `demo:${person.name}` }
        const created = (await seeding.subgraphs[app as App].callInternal('createProfile', 'seeder', input)) as {
          id: string
        }
        ids[person.name] = { ...ids[person.name], [app]: created.id }
      },
    })),
  )
}

function profileInput(app: App, person: Persona, handle: string): object {
  const common = { displayName: person.name, birthYear: person.birthYear }
  switch (app) {
    case 'MESSENGER':
      return {
        ...common,
        handle,
        about: person.about,
        ...(person.business !== undefined && { businessCategory: person.business }),
        ...(person.hidden === true && { settings: { whoMayMessage: 'CONNECTIONS' } }),
      }
    case 'PHOTO':
      return { ...common, username: handle, bio: person.about, private: person.private === true }
    case 'SOCIAL':
      return { ...common, username: handle }
  }
}

const mutations = {
  addContact: 'mutation ($input: AddContactInput!) { addContact(input: $input) { errors { code message } } }',
  followPhotoProfile:
    'mutation ($input: FollowPhotoProfileInput!) { followPhotoProfile(input: $input) { errors { code message } } }',
  acceptPhotoFollower:
    'mutation ($input: AcceptPhotoFollowerInput!) { acceptPhotoFollower(input: $input) { errors { code message } } }',
  likePhoto: 'mutation ($input: LikePhotoInput!) { likePhoto(input: $input) { errors { code message } } }',
  requestFriend: 'mutation ($input: RequestFriendInput!) { requestFriend(input: $input) { errors { code message } } }',
  acceptFriend: 'mutation ($input: AcceptFriendInput!) { acceptFriend(input: $input) { errors { code message } } }',
  createPost:
    'mutation ($input: CreatePostInput!) { createPost(input: $input) { post { id } errors { code message } } }',
  reactToPost: 'mutation ($input: ReactToPostInput!) { reactToPost(input: $input) { errors { code message } } }',
  blockMessengerProfile:
    'mutation ($input: BlockMessengerProfileInput!) { blockMessengerProfile(input: $input) { errors { code message } } }',
  blockPhotoProfile:
    'mutation ($input: BlockPhotoProfileInput!) { blockPhotoProfile(input: $input) { errors { code message } } }',
  blockSocialProfile:
    'mutation ($input: BlockSocialProfileInput!) { blockSocialProfile(input: $input) { errors { code message } } }',
  postStatus:
    'mutation ($input: PostStatusInput!) { postStatus(input: $input) { status { id } errors { code message } } }',
  postPhotoStory:
    'mutation ($input: PostPhotoStoryInput!) { postPhotoStory(input: $input) { story { id } errors { code message } } }',
  postSocialStory:
    'mutation ($input: PostSocialStoryInput!) { postSocialStory(input: $input) { story { id } errors { code message } } }',
} as const

/** Runs a mutation as a person; answers its payload. A refusal here is a bug of the demo world, so it throws. */
export type Actor = (
  app: App,
  viewer: string | undefined,
  mutation: keyof typeof mutations,
  input: object,
) => Promise<Record<string, unknown>>

export function createActor({ subgraphs, clock }: Pick<Seeding, 'subgraphs' | 'clock'>): Actor {
  return async (app, viewer, mutation, input) => {
    if (viewer === undefined)
      throw new Error(`${mutation} must be done by somebody with a profile in ${app}, but there is none`)
    const identity = { viewer, client: app, authTime: Math.floor(clock.wall() / 1000), timeoutMs: 60_000 }
    const answer = await subgraphs[app].execute({ query: mutations[mutation], variables: { input }, identity })
    const payload = answer.data?.[mutation] as { errors: readonly object[] } | null | undefined
    if (answer.errors !== undefined || payload === null || payload === undefined || payload.errors.length > 0)
      throw new Error(
        `${mutation} of the demo people must be accepted, but got: ${JSON.stringify(answer.errors ?? payload)}`,
      )
    return { ...payload }
  }
}

/** Whoever asks or adds first: one step for each tie, and both sides of a pair of contacts. */
function requestSteps(world: World, { epoch }: Seeding, ids: ProfileIds, act: Actor): Step[] {
  const at = epoch - 300 * day
  const step = (app: App, mutation: keyof typeof mutations, from: string, to: string): Step => ({
    at,
    run: () => act(app, ids[from]?.[app], mutation, { profileId: ids[to]?.[app] }),
  })
  return [
    ...world.ties.MESSENGER.flatMap(({ from, to }) => [
      step('MESSENGER', 'addContact', from, to),
      step('MESSENGER', 'addContact', to, from),
    ]),
    ...world.ties.PHOTO.map(({ from, to }) => step('PHOTO', 'followPhotoProfile', from, to)),
    ...world.ties.SOCIAL.map(({ from, to }) => step('SOCIAL', 'requestFriend', from, to)),
  ]
}

/** Private photo profiles and friends answer. */
function answerSteps(world: World, { epoch }: Seeding, ids: ProfileIds, act: Actor): Step[] {
  const at = epoch - 299 * day
  return [
    ...answeredPrivate(world).map(({ from, to }) => ({
      at,
      run: () => act('PHOTO', ids[to]?.PHOTO, 'acceptPhotoFollower', { profileId: ids[from]?.PHOTO }),
    })),
    ...world.ties.SOCIAL.map(({ from, to }) => ({
      at,
      run: () => act('SOCIAL', ids[to]?.SOCIAL, 'acceptFriend', { profileId: ids[from]?.SOCIAL }),
    })),
  ]
}

function answeredPrivate(world: World): Tie[] {
  const closed = new Set(world.people.filter((person) => person.private === true).map((person) => person.name))
  return world.ties.PHOTO.filter((tie) => tie.answered && closed.has(tie.to))
}

/** Photos with their likes, posts with their reactions: each with what follows it in one step. */
function contentSteps(world: World, { epoch, subgraphs, clock }: Seeding, ids: ProfileIds, act: Actor): Step[] {
  const later = (at: number, run: () => Promise<unknown>): Promise<unknown> =>
    clock.at(Math.min(at + 3_600_000, epoch), run)
  const photos = world.photos.map((photo, index) => ({
    at: epoch - photo.ago,
    run: async () => {
      const takenAt = new Date(epoch - photo.ago).toISOString()
      const input = {
        authorId: ids[photo.author]?.PHOTO,
        picture: photo.picture,
        caption: photo.caption,
        takenAt,
        idempotencyKey: `demo:${index}`,
      }
      const { id: photoId } = (await subgraphs.PHOTO.callInternal('publishDemoPhoto', 'seeder', input)) as {
        id: string
      }
      await later(epoch - photo.ago, () =>
        inParallel(photo.likedBy, (name) => act('PHOTO', ids[name]?.PHOTO, 'likePhoto', { photoId })),
      )
    },
  }))
  const posts = world.posts.map((post, index) => ({
    at: epoch - post.ago,
    run: async () => {
      const payload = await act('SOCIAL', ids[post.author]?.SOCIAL, 'createPost', {
        text: post.text,
        idempotencyKey: `demo:${index}`,
      })
      const postId = (payload['post'] as { id: string }).id
      await later(epoch - post.ago, () =>
        inParallel(post.reactions, ({ by, reaction }) =>
          act('SOCIAL', ids[by]?.SOCIAL, 'reactToPost', { postId, reaction }),
        ),
      )
    },
  }))
  return [...photos, ...posts]
}

function blocksOf(world: World): { readonly by: Persona; readonly app: App; readonly whom: string }[] {
  return world.people.flatMap((by) =>
    (by.blocks ?? []).flatMap((whom) => (Object.keys(by.profiles) as App[]).map((app) => ({ by, app, whom }))),
  )
}

const blocking = {
  MESSENGER: 'blockMessengerProfile',
  PHOTO: 'blockPhotoProfile',
  SOCIAL: 'blockSocialProfile',
} as const

function blockSteps(world: World, { epoch }: Seeding, ids: ProfileIds, act: Actor): Step[] {
  return blocksOf(world).map(({ by, app, whom }) => ({
    at: epoch - 30 * day,
    run: () => act(app, ids[by.name]?.[app], blocking[app], { profileId: ids[whom]?.[app] }),
  }))
}

/** Who links what, each person's pairs one after the other. */
function linkSteps(world: World, { epoch, clock, accounts }: Seeding, ids: ProfileIds): Step[] {
  return linked(world).map(({ name, links }) => ({
    at: epoch - 20 * day,
    run: async () => {
      for (const pair of pairsOf(links)) {
        await linkProfiles(accounts, clock, ids[name] ?? {}, { pair, agrees: links.agrees })
      }
    },
  }))
}

function linked(world: World) {
  return world.people.flatMap(({ name, links }) => (links === undefined ? [] : [{ name, links }]))
}

/** Runs the action for each element, a bounded number at a time, and fails with the first that fails. */
export async function inParallel<T>(elements: readonly T[], action: (element: T) => Promise<unknown>): Promise<void> {
  const queue = elements.values()
  const worker = async (): Promise<void> => {
    for (const element of queue) await action(element)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, elements.length) }, worker))
}
