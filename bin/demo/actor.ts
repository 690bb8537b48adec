import type { App } from '../../subgraphs/runtime/identity/identity.ts'
import type { Subgraph } from '../../subgraphs/runtime/subgraph/subgraph.ts'
import type { SeedClock } from './seedClock.ts'

/** The mutations that the demo people's past and present are made of. */
export type DemoMutation =
  | 'addContact'
  | 'followPhotoProfile'
  | 'acceptPhotoFollower'
  | 'likePhoto'
  | 'requestFriend'
  | 'acceptFriend'
  | 'reactToPost'
  | 'blockMessengerProfile'
  | 'blockPhotoProfile'
  | 'blockSocialProfile'
  | 'postStatus'
  | 'postPhotoStory'
  | 'postSocialStory'

/**
 * Runs a mutation as a person, at the time that the clock shows. A refusal is a bug of the demo world, so it throws,
 * unless its code is among `tolerated`.
 */
export type Actor = (
  app: App,
  viewer: string | undefined,
  mutation: DemoMutation,
  input: object,
  tolerated?: readonly string[],
) => Promise<void>

export interface Stage {
  readonly subgraphs: Readonly<Record<App, Subgraph>>
  /** The clock that these subgraphs were made with. */
  readonly clock: SeedClock
}

/** Somebody acts by the client of the app, as a person who is signed in there. */
export function createActor({ subgraphs, clock }: Stage): Actor {
  return async (app, viewer, mutation, input, tolerated = []) => {
    if (viewer === undefined)
      throw new Error(`${mutation} must be done by somebody with a profile in ${app}, but there is none`)
    const identity = { viewer, client: app, authTime: Math.floor(clock.wall() / 1000), timeoutMs: 60_000 }
    const answer = await subgraphs[app].execute({ query: textOf(mutation), variables: { input }, identity })
    const payload = answer.data?.[mutation] as { errors: readonly { code: string }[] } | null | undefined
    if (payload?.errors.every(({ code }) => tolerated.includes(code)) !== true)
      throw new Error(
        `${mutation} of the demo people must be accepted, but got: ${JSON.stringify(answer.errors ?? payload)}`,
      )
  }
}

function textOf(mutation: DemoMutation): string {
  const input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  return `mutation ($input: ${input}!) { ${mutation}(input: $input) { errors { code message } } }`
}
