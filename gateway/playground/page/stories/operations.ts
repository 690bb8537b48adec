import type { Client } from '../clients.ts'
import deleteStatus from '../operations/stories/deleteStatus.graphql?raw'
import editStories from '../operations/stories/editStories.graphql?raw'
import myStatuses from '../operations/stories/myStatuses.graphql?raw'
import postStatus from '../operations/stories/postStatus.graphql?raw'
import retractStories from '../operations/stories/retractStories.graphql?raw'
import retryStories from '../operations/stories/retryStories.graphql?raw'
import shareStatus from '../operations/stories/shareStatus.graphql?raw'
import storiesInPhoto from '../operations/stories/storiesInPhoto.graphql?raw'
import storiesInSocial from '../operations/stories/storiesInSocial.graphql?raw'
import switchOn from '../operations/stories/switchOn.graphql?raw'
import whoSees from '../operations/stories/whoSees.graphql?raw'

/** A document, and the client in whose name the panel sends it. */
export interface Operation {
  readonly query: string
  readonly client: Client
}

/** A button below a status. */
export type StatusAction = 'POST' | 'SHARE' | 'EDIT' | 'RETRACT' | 'RETRY' | 'DELETE'

/** A button of the panel. */
export type Action = StatusAction | 'SWITCH_ON'

/** What each button sends. */
export const MUTATIONS: Readonly<Record<Action, Operation>> = {
  POST: { query: postStatus, client: 'MESSENGER' },
  SHARE: { query: shareStatus, client: 'MESSENGER' },
  EDIT: { query: editStories, client: 'MESSENGER' },
  RETRACT: { query: retractStories, client: 'MESSENGER' },
  RETRY: { query: retryStories, client: 'MESSENGER' },
  DELETE: { query: deleteStatus, client: 'MESSENGER' },
  SWITCH_ON: { query: switchOn, client: 'ACCOUNTS' },
}

export const MY_STATUSES: Operation = { query: myStatuses, client: 'MESSENGER' }
export const WHO_SEES: Operation = { query: whoSees, client: 'ACCOUNTS' }

/** The author's stories in an app; the same question for whoever asks. */
export const STORIES_IN = {
  PHOTO: { query: storiesInPhoto, client: 'PHOTO' },
  SOCIAL: { query: storiesInSocial, client: 'SOCIAL' },
} as const satisfies Record<string, Operation>

/** What the panel asks to know how things stand, in this order. */
export const LOOKS: readonly Operation[] = [WHO_SEES, MY_STATUSES, STORIES_IN.PHOTO, STORIES_IN.SOCIAL]
