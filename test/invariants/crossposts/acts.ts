import type { App } from '../../../subgraphs/runtime/identity/identity.ts'

/** Where a status can be shared. */
export type Target = 'PHOTO' | 'SOCIAL'
export const TARGETS: readonly Target[] = ['PHOTO', 'SOCIAL']

/** For whom a copy is: the author's circle (followers in the photo app, friends in the social app), or everybody. */
export type Reach = 'CIRCLE' | 'EVERYONE'

/** A status is called by its number in the history, from 0; a link by its sealed id. */
export type Act =
  | {
      readonly do: 'share'
      readonly status: number
      readonly target: Target
      readonly reach: Reach
      readonly text: string
    }
  | { readonly do: 'edit'; readonly status: number; readonly text: string }
  | { readonly do: 'retract' | 'retry' | 'deleteStatus'; readonly status: number }
  /** By its author, in the app that shows it. */
  | { readonly do: 'deleteCopy'; readonly status: number; readonly target: Target }
  | { readonly do: 'pause' | 'resume' | 'unlink'; readonly app: App; readonly link: string }
  /** The whole ceremony; `links` are the live links afterwards. */
  | { readonly do: 'link'; readonly links: Readonly<Partial<Record<App, string>>>; readonly account: string }
  | { readonly do: 'switch'; readonly target: Target; readonly on: boolean }

/** What the person was told: it is done (or was so already), or it was refused. */
export type Said = 'DONE' | 'REFUSED'

/** What is to be seen of one delivery, by its author in the accounts center. */
export interface Shown {
  readonly state: string
  readonly failure: string | null
}

/** A copy as an app shows it. */
export interface Copy {
  /** The sealed id of the story. */
  readonly id: string
  readonly text: string | null
  readonly reach: Reach
  readonly expiresAt: number
  readonly from: string | null
}

/** Something is not as the rules say. */
export class Violation extends Error {}

export const pairOf = (status: number, target: Target): string => `${status}>${target}`
