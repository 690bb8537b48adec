import type { Millis } from '../../runtime/clock/millis.ts'
import { LONGEST_TEXT } from '../../runtime/crossposts/operations.ts'
import type { App } from '../../runtime/identity/identity.ts'
import { lengthOf } from '../../runtime/text/text.ts'
import type { AccountRow } from '../rows.ts'
import type { Catalogue } from '../rules/catalogue.ts'
import { possibleTargets } from '../rules/whereStatusMayGo.ts'
import { type Audience, isTarget, knowsAudience, type TargetApp } from './audiences.ts'
import { mayShareIn, type NotAllowed } from './whoMayShareWhere.ts'

/** Where a client asks to share, and for whom there. */
export interface AskedTarget {
  readonly app: App
  readonly audience: Audience
}

/** A target that may be shared to: where in the input it stood, and who the author is there. */
export interface AllowedTarget {
  readonly index: number
  readonly app: TargetApp
  readonly audience: Audience
  readonly profile: string
}

export type TargetRefusal = NotAllowed | 'CROSSPOST_TARGET_INVALID' | 'CROSSPOST_AUDIENCE_INVALID'

export type JudgedTarget =
  | { readonly ok: true; readonly target: AllowedTarget }
  | { readonly ok: false; readonly code: TargetRefusal; readonly index: number }

/** Who shares, and what decides whether they may. */
export interface Sharer {
  /** The sealed id of the profile in the messenger. */
  readonly author: string
  /** Null: nothing is linked. */
  readonly account: AccountRow | null
  readonly names: Pick<Catalogue, 'nameOf'>
  readonly now: Millis
}

/** Each target by itself, in the order of the input; a link that is not active comes before a feature that is off. */
export function judgeTargets(asked: readonly AskedTarget[], sharer: Sharer): readonly JudgedTarget[] {
  const possible = possibleTargets(asked.map(({ app }) => app))
  return asked.map((target, index) => judgeTarget(target, index, possible[index] === true, sharer))
}

function judgeTarget(
  { app, audience }: AskedTarget,
  index: number,
  possible: boolean,
  { author, account, names, now }: Sharer,
): JudgedTarget {
  if (!possible || !isTarget(app)) return { ok: false, code: 'CROSSPOST_TARGET_INVALID', index }
  if (account === null) return { ok: false, code: 'CROSSPOST_LINK_NOT_ACTIVE', index }
  const permission = mayShareIn(account, app, { names, now, author })
  if (!permission.allow) return { ok: false, code: permission.code, index }
  if (!knowsAudience(app, audience)) return { ok: false, code: 'CROSSPOST_AUDIENCE_INVALID', index }
  return { ok: true, target: { index, app, audience, profile: permission.profile } }
}

/** What a client hands over to be shown. */
export interface AskedContent {
  readonly text?: string | null | undefined
  readonly uploadId?: string | null | undefined
}

export type ReadContent =
  | { readonly ok: true; readonly text: string | null; readonly uploadId: string | null }
  | { readonly ok: false; readonly code: 'CROSSPOST_TEXT_TOO_LONG' | 'CROSSPOST_CONTENT_EMPTY' }

/** The text without white space around it; one with nothing else in it is none. */
export function readContent({ text, uploadId }: AskedContent): ReadContent {
  const trimmed = text?.trim() ?? ''
  if (lengthOf(trimmed) > LONGEST_TEXT) return { ok: false, code: 'CROSSPOST_TEXT_TOO_LONG' }
  const read = { text: trimmed === '' ? null : trimmed, uploadId: uploadId ?? null }
  if (read.text === null && read.uploadId === null) return { ok: false, code: 'CROSSPOST_CONTENT_EMPTY' }
  return { ok: true, ...read }
}
