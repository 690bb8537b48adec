import { derivedId } from '../../runtime/idempotency/derivedId.ts'
import type { PutStoryOutcome } from '../../runtime/crossposts/operations.ts'
import type { Audience, TargetApp } from './audiences.ts'
import type { Content, Delivery, Failure } from './rows.ts'

// What happens to one delivery, as pure functions: what the person wants, what an app answered, what was taken away.

export const NO_CONTENT: Content = { text: null, media: null }

/** What the person shares, and the yes that it rests on. */
export interface Wish {
  readonly app: TargetApp
  readonly profile: string
  readonly audience: Audience
  readonly content: Content
  readonly allowedRev: number
}

/** What the next try has to do: put the story, end what may be there, or nothing. */
export type Task = 'PUT' | 'END' | 'NOTHING'

/**
 * Follows from the delivery alone, so that edits coalesce, and a deletion replaces what it overtakes. What is left of an
 * earlier generation ends before the next one is put: never are there two.
 */
export function taskOf({ wanted, sent, generation, done, revision }: Delivery): Task {
  if (sent !== null && (wanted === 'NOTHING' || sent.generation < generation)) return 'END'
  return wanted === 'STORY' && done < revision ? 'PUT' : 'NOTHING'
}

/** The key of the copy that is wanted, or of what was sent: unrelated to the key in any other app. */
export function keyOf(seed: string, app: TargetApp, generation: number): string {
  return derivedId('story', seed, app, generation)
}

export function newDelivery(wish: Wish): Delivery {
  const nothingSent = { generation: 1, revision: 1, sent: null, done: 0, story: null, attempts: 0, failure: null }
  return { ...wish, ...nothingSent, wanted: 'STORY' }
}

/**
 * The delivery after so many tries of its item, each of which may have acted: said before the item is put anew or taken
 * out, since the tries are forgotten with it.
 */
export function asTried(delivery: Delivery, tries: number): Delivery {
  if (tries === 0 || taskOf(delivery) !== 'PUT') return delivery
  const { generation, profile, attempts } = delivery
  return { ...delivery, attempts: attempts + tries, sent: { generation, profile } }
}

/** Shared again while it is wanted: what the person says now. The same object when that is what it was. */
export function sharedAgain(delivery: Delivery, { profile, audience, content, allowedRev }: Wish): Delivery {
  const same = audience === delivery.audience && sameContent(content, delivery.content)
  const rested = allowedRev > delivery.allowedRev ? { ...delivery, allowedRev } : delivery
  return same ? rested : { ...rested, profile, audience, content, revision: delivery.revision + 1 }
}

/** Wanted again after it was not, under a key that was never used. */
export function revived(delivery: Delivery, { profile, audience, content, allowedRev }: Wish): Delivery {
  const { generation, revision } = delivery
  const anew = { generation: generation + 1, revision: revision + 1, done: 0, story: null, failure: null }
  return { ...delivery, profile, audience, content, allowedRev, ...anew, wanted: 'STORY' }
}

/** Also of what has failed, so that a retry shows the newest. */
export function edited(delivery: Delivery, content: Content): Delivery {
  if (!mayStillShow(delivery) || sameContent(content, delivery.content)) return delivery
  return { ...delivery, content, revision: delivery.revision + 1 }
}

/** Whether it shows something, is to show something, or could be made to by a retry. */
export function mayStillShow({ wanted, failure }: Delivery): boolean {
  return wanted === 'STORY' || failure !== null
}

/** The person wants no copy any more, or the status is gone: nothing is left to be tried again. */
export function retracted(delivery: Delivery): Delivery {
  if (!mayStillShow(delivery)) return delivery
  return { ...delivery, wanted: 'NOTHING', content: NO_CONTENT, failure: null }
}

/** The feature was taken away: a copy that was there ends, and what was not yet there has failed. */
export function withdrawn(delivery: Delivery): Delivery {
  if (delivery.wanted === 'NOTHING') return delivery
  return delivery.done > 0 ? retracted(delivery) : failed(delivery, 'CONSENT_WITHDRAWN')
}

/** Not wanted any more, against the person's wish. Whatever may be there is ended: failed means that nothing is shown. */
export function failed(delivery: Delivery, failure: Failure): Delivery {
  return { ...delivery, wanted: 'NOTHING', failure }
}

/** What the app says to a put, at its try number `tries` (from 1). TOO_LATE is no answer: it is decided and put anew. */
export function answered(
  delivery: Delivery,
  tries: number,
  answer: Exclude<PutStoryOutcome, { outcome: 'TOO_LATE' }>,
): Delivery {
  const tried = { ...asTried(delivery, tries - 1), attempts: delivery.attempts + tries }
  const { generation, profile, revision } = delivery
  switch (answer.outcome) {
    case 'LIVE':
      return { ...tried, sent: { generation, profile }, done: revision, story: answer.storyId }
    case 'ENDED':
      // Final for this key: its author has deleted it there, or its time is over.
      return withoutCopy(retracted(tried))
    case 'REFUSED':
      return failed(tried, 'TARGET_REFUSED')
    case 'MEDIA_REJECTED':
      return failed(tried, 'MEDIA_REJECTED')
  }
}

/**
 * As it comes out of a backup: not wanted any more, and whatever may be there is ended under the key that it has. Of the
 * next generation, when it is wanted again: nobody knows what was there since.
 */
export function restored(delivery: Delivery, seed: string): Delivery {
  const { generation, profile } = delivery
  // Who was trying it is not known any more: it may have acted.
  const sent = delivery.sent ?? (taskOf(delivery) === 'PUT' ? { generation, profile } : null)
  return { ...withdrawn(delivery), sent: sent && { ...sent, seed: sent.seed ?? seed } }
}

/** The app has confirmed that nothing is there any more, and nothing will be. */
export function withoutCopy(delivery: Delivery): Delivery {
  return { ...delivery, sent: null, done: 0, story: null }
}

/** The app cannot be reached, however often it was tried. */
export function givenUp(delivery: Delivery, tries: number): Delivery {
  return delivery.wanted === 'NOTHING' ? delivery : failed(asTried(delivery, tries), 'TARGET_UNREACHABLE')
}

function sameContent(a: Content, b: Content): boolean {
  return a.text === b.text && a.media?.id === b.media?.id
}
