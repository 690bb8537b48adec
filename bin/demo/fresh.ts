import type { App } from '../../subgraphs/runtime/identity/identity.ts'
import { createSeededRandom } from '../../subgraphs/runtime/random/seededRandom.ts'
import type { Actor } from './actor.ts'
import { createDice } from './dice.ts'
import { personas } from './personas.ts'
import { inParallel, type ProfileIds } from './seed.ts'
import type { SeedClock } from './seedClock.ts'
import { storyText } from './texts.ts'

const hour = 3_600_000
/** Within half a day a start adds nothing new; what was posted in it lives for 24 hours, so something always lives. */
const window = 12 * hour

/** What was posted in this half day and deleted since stays so: a key that comes again is refused with these. */
const deleted = ['STATUS_GONE', 'STORY_NOT_FOUND']

/** Statuses and stories of the last hour for every persona, once per half day however often the demo is started. */
export async function postFresh(profiles: ProfileIds, act: Actor, clock: SeedClock): Promise<void> {
  const now = clock.wall()
  const half = Math.floor(now / window)
  const dice = createDice(createSeededRandom(`fresh ${half}`))
  const posts = personas.flatMap((persona) =>
    freshOf(persona.private === true).map((post) => ({
      ...post,
      persona: persona.name,
      text: storyText(dice),
      ago: (5 + dice.below(50)) * 60_000,
    })),
  )
  await inParallel(posts, async ({ app, mutation, input, persona, text, ago, key }) => {
    const viewer = profiles[persona]?.[app]
    if (viewer === undefined) return
    await clock.at(now - ago, () =>
      act(app, viewer, mutation, { ...input(text), idempotencyKey: `fresh:${half}:${key}` }, deleted),
    )
  })
}

interface FreshPost {
  readonly app: App
  readonly mutation: 'postStatus' | 'postPhotoStory' | 'postSocialStory'
  readonly key: number
  readonly input: (text: string) => object
}

/** Two statuses without content (a demo person has no device that could seal any), one story in each of the others. */
function freshOf(closed: boolean): FreshPost[] {
  return [
    { app: 'MESSENGER', mutation: 'postStatus', key: 1, input: () => ({ kind: 'TEXT' }) },
    { app: 'MESSENGER', mutation: 'postStatus', key: 2, input: () => ({ kind: 'IMAGE' }) },
    {
      app: 'PHOTO',
      mutation: 'postPhotoStory',
      key: 3,
      input: (caption) => ({ caption, audience: closed ? 'FOLLOWERS' : 'EVERYONE' }),
    },
    { app: 'SOCIAL', mutation: 'postSocialStory', key: 4, input: (text) => ({ text, audience: 'FRIENDS' }) },
  ]
}
