import type { Millis } from '../clock/millis.ts'
import { createOnceUnless } from '../idempotency/createOnceUnless.ts'
import type { Act, Idempotency } from '../idempotency/idempotency.ts'
import { type AnnouncedInput, MOST_OPEN, type UploadRefusalCode, whyNotTaken } from './announced.ts'
import type { SignedUrls } from './signedUrls.ts'
import type { Tickets } from './tickets.ts'

/** Announces an upload; the actor is who will own it. */
export type UploadAct = Act & { readonly input: AnnouncedInput }

/** An upload that may be sent now. */
export interface Ticket {
  /** Local. */
  readonly id: string
  readonly url: string
  readonly expiresAt: Millis
}

/** Why there is no place for an upload; each domain has these codes in its own enum. */
export type UploadFailure = UploadRefusalCode | 'IDEMPOTENCY_KEY_REUSED' | 'UPLOAD_NOT_FOUND'

export type OpenedUpload =
  | { readonly ok: true; readonly ticket: Ticket }
  | { readonly ok: false; readonly code: UploadFailure; readonly path: string | null }

export interface OpeningParts {
  readonly idempotency: Idempotency
  readonly tickets: Tickets
  readonly urls: SignedUrls
  /** Told when what comes will have to be looked after. */
  readonly arm: (at: Millis) => void
}

/** A place for one upload of this actor, the same for a repeated act while it lasts. */
export async function openUpload(
  { idempotency, tickets, urls, arm }: OpeningParts,
  act: UploadAct,
): Promise<OpenedUpload> {
  const why = whyNotTaken(act.input)
  if (why !== null) return { ok: false, ...why }
  const { actor: owner, input } = act
  const made = await createOnceUnless(idempotency, act, async (_id) => {
    if ((await tickets.countOpen(owner, MOST_OPEN)) >= MOST_OPEN) return 'UPLOADS_TOO_MANY'
    await tickets.create(_id, { owner, bytes: input.bytes, sha256: input.sha256 })
    return null
  })
  if ('refused' in made) {
    const { refused: code } = made
    return { ok: false, code, path: code === 'IDEMPOTENCY_KEY_REUSED' ? 'idempotencyKey' : null }
  }
  const ticket = await tickets.find(made.id)
  if (ticket === null) return { ok: false, code: 'UPLOAD_NOT_FOUND', path: 'idempotencyKey' }
  arm(ticket.endsAt)
  const { _id: id, putUntil: expiresAt } = ticket
  return { ok: true, ticket: { id, url: urls.sign(id, expiresAt), expiresAt } }
}
