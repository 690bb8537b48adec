import { inWords } from '../clients.ts'
import type { Session } from '../session.ts'
import type { Action } from './operations.ts'
import type { Viewer } from './reader.ts'
import type { Audience, Crosspost, Delivery, DeliveryState, Passed, Status, Target } from './status.ts'

/** What each button says. */
export const ACTION_NAMES: Readonly<Record<Action, string>> = {
  POST: 'Post a status',
  SHARE: 'Share it',
  EDIT: 'Edit',
  RETRACT: 'Retract',
  RETRY: 'Try again',
  DELETE: 'Delete the status',
  SWITCH_ON: 'Switch it on',
}

export const AUDIENCE_NAMES: Readonly<Record<Audience, string>> = {
  FOLLOWERS: 'Followers',
  FRIENDS: 'Friends',
  EVERYONE: 'Everyone',
}

/** How the status stands in the other apps. */
const CROSSPOST_WORDS: Readonly<Record<Crosspost['state'], string>> = {
  PENDING: 'Its stories are on their way.',
  LIVE: 'Every story is there.',
  PARTLY_LIVE: 'Some of its stories are there.',
  FAILED: 'None of its stories could be made.',
  RETRACTING: 'Its stories are being removed.',
  ENDED: 'Its stories are gone.',
}

const KINDS: Readonly<Record<string, string>> = { TEXT: 'Words', IMAGE: 'A picture', VIDEO: 'A video' }

/** What the messenger shows, and what became of it elsewhere. */
export function statusWords(status: Status | null): string {
  if (status === null) return 'No status now. Post one: it lives for 24 hours.'
  const { kind, crosspost } = status
  const shared = crosspost === null ? 'Not shared yet.' : CROSSPOST_WORDS[crosspost.state]
  return `${KINDS[kind] ?? kind}, sealed for contacts. ${shared}`
}

const STATES: Readonly<Record<DeliveryState, string>> = {
  QUEUED: 'Waits to be sent',
  DELIVERING: 'Is being sent',
  LIVE: 'The story is there',
  FAILED: 'No story',
  RETRACTING: 'Is being removed',
  RETRACTED: 'The story is gone',
  EXPIRED: 'Ended with its status',
}

const FAILURES: Readonly<Record<string, string>> = {
  TARGET_UNREACHABLE: 'the app did not answer',
  TARGET_REFUSED: 'the app refused it',
  CONSENT_WITHDRAWN: 'sharing was switched off, or the link paused or ended, before it was sent',
  MEDIA_REJECTED: 'the app does not take this picture or video',
}

/** `No story: the app did not answer. Tried 10 times.` Tries of earlier copies count too: told while it is not there. */
export function deliveryWords({ state, failure, attempts }: Delivery): string {
  const why = failure === null ? '' : `: ${FAILURES[failure] ?? failure}`
  const isTrying = state === 'QUEUED' || state === 'DELIVERING' || state === 'FAILED'
  const tries = isTrying && attempts > 1 ? ` Tried ${attempts} times.` : ''
  return `${STATES[state]}${why}.${tries}`
}

/** `LIVE after 0.3 s`; no time where nobody waited for it. */
export function passedWords({ state, after }: Passed): string {
  const isSettled = state !== 'QUEUED' && state !== 'DELIVERING' && state !== 'RETRACTING'
  return isSettled && after !== null && after < 60_000 ? `${state} after ${(after / 1000).toFixed(1)} s` : state
}

/** `23 h 59 min left`, and by the second at the end. */
export function timeLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  if (seconds <= 0) return 'expired'
  if (seconds < 120) return `${seconds} s left`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} min left` : `${Math.floor(minutes / 60)} h ${minutes % 60} min left`
}

const KNOWN: Readonly<Record<Target, string>> = { PHOTO: 'a follower', SOCIAL: 'a friend' }

/** Who looks at stories in an app, and as what. */
export function viewerWords(app: Target, { role, person }: Viewer): string {
  if (person === null) return 'A stranger, signed out'
  const first = person.split(' ')[0] ?? person
  return `${first}, ${role === 'AUTHOR' ? 'the author' : KNOWN[app]}`
}

/** `as Dev Raman, Messenger`. */
export function sessionWords(session: Session | null): string {
  return session === null ? 'as nobody' : `as ${session.person}, ${inWords([session.client])}`
}
