import { iso } from '../../subgraphs/runtime/clock/millis.ts'
import type { App } from '../../subgraphs/runtime/identity/identity.ts'
import type { Subgraph } from '../../subgraphs/runtime/subgraph/subgraph.ts'
import { type Actor, createActor, type DemoMutation, type Stage } from './actor.ts'
import { linkProfiles, pairsOf, switchSharingOn } from './links.ts'
import type { Persona } from './personas.ts'
import type { TimedTie, World } from './world.ts'

const hour = 3_600_000
const day = 24 * hour

/** Writes that wait at the same time share a commit to the disk; many more than this cost the collector more than that. */
const atOnce = 64

/** Sealed profile ids by person's name and app. */
export type ProfileIds = Readonly<Record<string, Partial<Readonly<Record<App, string>>>>>

export interface Seeding extends Stage {
  readonly accounts: Subgraph
  /** When the world's `ago` begins, in milliseconds: the same when an interrupted seeding goes on. */
  readonly epoch: number
  /** Called after each step with how many of how many are done. */
  readonly progress: (done: number, total: number) => void
}

/** What is known of the world while it happens; the ids come with the steps. */
interface Course extends Seeding {
  readonly world: World
  readonly act: Actor
  readonly ids: Record<string, Partial<Record<App, string>>>
  /** In the order of the world. */
  readonly photoIds: string[]
  readonly postIds: string[]
}

/** What one person does at one time. */
interface Step {
  readonly at: number
  readonly run: () => Promise<void>
}

/**
 * Lets the world happen, through the subgraphs' own mutations and internal operations. Every step may be repeated, so an
 * interrupted seeding is begun again with the same world and epoch and ends the same.
 */
export async function seedWorld(world: World, seeding: Seeding): Promise<ProfileIds> {
  const course: Course = { ...seeding, world, act: createActor(seeding), ids: {}, photoIds: [], postIds: [] }
  const acts = [profileSteps, requestSteps, answerSteps, contentSteps, reactionSteps, blockSteps, linkSteps]
  const scenes = acts.map((stepsOf) => stepsOf(course))
  const total = scenes.flat().length
  let done = 0
  for (const steps of scenes) {
    await inParallel(steps, async ({ at, run }) => {
      await seeding.clock.at(at, run)
      seeding.progress(++done, total)
    })
  }
  return course.ids
}

function profileSteps(course: Course): Step[] {
  const { world, epoch, ids } = course
  return world.people.flatMap((person) =>
    (Object.entries(person.profiles) as [App, string][]).map(([app, handle]) => ({
      at: epoch - 400 * day,
      run: async () => {
        const input = { ...profileInput(app, person, handle), idempotencyKey: `demo:${person.name}` }
        const id = await make(course, app, 'createProfile', input)
        ids[person.name] = { ...ids[person.name], [app]: id }
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

/** Calls an internal operation that makes something; answers its sealed id. */
async function make({ subgraphs }: Course, app: App, operation: string, input: object): Promise<string> {
  return ((await subgraphs[app].callInternal(operation, 'seeder', input)) as { id: string }).id
}

/** Whoever asks or adds first: one step for each tie, and both sides of a pair of contacts. */
function requestSteps({ world, epoch, ids, act }: Course): Step[] {
  const step = (app: App, mutation: DemoMutation, { from, to, ago }: TimedTie): Step => ({
    at: epoch - ago,
    run: () => act(app, ids[from]?.[app], mutation, { profileId: ids[to]?.[app] }),
  })
  const back = (tie: TimedTie): TimedTie => ({ ...tie, from: tie.to, to: tie.from })
  return [
    ...world.ties.MESSENGER.flatMap((tie) => [
      step('MESSENGER', 'addContact', tie),
      step('MESSENGER', 'addContact', back(tie)),
    ]),
    ...world.ties.PHOTO.map((tie) => step('PHOTO', 'followPhotoProfile', tie)),
    ...world.ties.SOCIAL.map((tie) => step('SOCIAL', 'requestFriend', tie)),
  ]
}

/** Private photo profiles and friends answer, an hour later. */
function answerSteps({ world, epoch, ids, act }: Course): Step[] {
  return [
    ...answeredPrivate(world).map(({ from, to, ago }) => ({
      at: epoch - ago + hour,
      run: () => act('PHOTO', ids[to]?.PHOTO, 'acceptPhotoFollower', { profileId: ids[from]?.PHOTO }),
    })),
    ...world.ties.SOCIAL.map(({ from, to, ago }) => ({
      at: epoch - ago + hour,
      run: () => act('SOCIAL', ids[to]?.SOCIAL, 'acceptFriend', { profileId: ids[from]?.SOCIAL }),
    })),
  ]
}

function answeredPrivate(world: World): TimedTie[] {
  const closed = new Set(world.people.filter((person) => person.private === true).map((person) => person.name))
  return world.ties.PHOTO.filter((tie) => tie.answered && closed.has(tie.to))
}

function contentSteps(course: Course): Step[] {
  const { world, epoch, ids, photoIds, postIds } = course
  const photos = world.photos.map(({ author, picture, caption, ago }, index) => ({
    at: epoch - ago,
    run: async () => {
      const made = { authorId: ids[author]?.PHOTO, takenAt: iso(epoch - ago), idempotencyKey: `demo:${index}` }
      photoIds[index] = await make(course, 'PHOTO', 'publishDemoPhoto', { ...made, picture, caption })
    },
  }))
  const posts = world.posts.map(({ author, text, ago }, index) => ({
    at: epoch - ago,
    run: async () => {
      const made = { authorId: ids[author]?.SOCIAL, createdAt: iso(epoch - ago), idempotencyKey: `demo:${index}` }
      postIds[index] = await make(course, 'SOCIAL', 'publishDemoPost', { ...made, text })
    },
  }))
  return [...photos, ...posts]
}

/** Likes and reactions come an hour later. */
function reactionSteps({ world, epoch, ids, photoIds, postIds, act }: Course): Step[] {
  const anHourAfter = (ago: number): number => epoch - Math.max(ago - hour, 0)
  const likes = world.photos.flatMap(({ ago, likedBy }, index) =>
    likedBy.map((name) => ({
      at: anHourAfter(ago),
      run: () => act('PHOTO', ids[name]?.PHOTO, 'likePhoto', { photoId: photoIds[index] }),
    })),
  )
  const reactions = world.posts.flatMap((post, index) =>
    post.reactions.map(({ by, reaction }) => ({
      at: anHourAfter(post.ago),
      run: () => act('SOCIAL', ids[by]?.SOCIAL, 'reactToPost', { postId: postIds[index], reaction }),
    })),
  )
  return [...likes, ...reactions]
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

function blockSteps({ world, epoch, ids, act }: Course): Step[] {
  return blocksOf(world).map(({ by, app, whom }) => ({
    at: epoch - 30 * day,
    run: () => act(app, ids[by.name]?.[app], blocking[app], { profileId: ids[whom]?.[app] }),
  }))
}

/** Who links what, each person's pairs one after the other, and switches sharing on. */
function linkSteps({ world, epoch, clock, accounts, ids }: Course): Step[] {
  return linked(world).map(({ name, links }) => ({
    at: epoch - 20 * day,
    run: async () => {
      for (const pair of pairsOf(links)) {
        await linkProfiles(accounts, clock, ids[name] ?? {}, { pair, agrees: links.agrees })
      }
      for (const app of links.shares === true ? links.apps.filter((each) => each !== 'MESSENGER') : []) {
        await switchSharingOn(accounts, clock, ids[name] ?? {}, app)
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
