import { statusFactsOutput, type StatusFacts } from '../../runtime/crossposts/operations.ts'
import { derivedId } from '../../runtime/idempotency/derivedId.ts'
import type { Context } from '../context.ts'
import type { CrosspostStatusInput } from '../generated/types.ts'
import type { AccountRow } from '../rows.ts'
import { idNamesType } from '../rules/idNamesType.ts'
import * as changes from './changes.ts'
import { takeContent, whyNot } from './content.ts'
import { isBehindFence } from './fence.ts'
import { type AllowedTarget, type JudgedTarget, judgeTargets, readContent } from './judge.ts'
import { type Done, Refused, type Why } from './refused.ts'
import { type Content, CROSSPOSTS, type CrosspostRow } from './rows.ts'
import { changeCrosspost, type Wanted } from './store.ts'
import { crosspostFlow } from './whoMayShareWhere.ts'

/** The cross-post of a status: one for each, found by a point read from author and status. */
export function crosspostIdOf(author: string, status: string): string {
  return derivedId('crosspost', author, status)
}

interface Sharing {
  readonly author: string
  /** Names the act; the same in every attempt of it. */
  readonly act: string
  readonly context: Context
}

/**
 * Shares a status where it is allowed. Nothing is written, and the messenger is not asked, before some target is allowed
 * and there is something to show. Throws `Refused` when nothing of it can be done.
 */
export async function shareStatus(input: CrosspostStatusInput, sharing: Sharing): Promise<Done> {
  const { author, context } = sharing
  if (input.targets.length === 0) throw new Refused({ code: 'CROSSPOST_NO_TARGETS', path: ['targets'] })

  // Each target by itself
  const account = await context.load.accounts.load(author)
  const names = context.load.center.catalogue
  const judged = judgeTargets(input.targets, { author, account, names, now: context.now })
  countDenied(judged, input, account, context)
  const errors = judged.flatMap((each) => (each.ok ? [] : [targetError(each.code, each.index)]))
  const allowed = judged.flatMap((each) => (each.ok ? [each.target] : []))
  if (account === null || allowed.length === 0) throw new Refused(...errors)

  // What is shown, and of which status
  const read = readContent(input.content)
  if (!read.ok) throw new Refused(...errors, whyNot(read))
  const _id = crosspostIdOf(author, input.statusId)
  const status = await factsOf(input.statusId, _id, sharing)
  if (status.state !== 'LIVE') throw new Refused(...errors, statusError(status))
  const { expiresAt } = status
  const content = await takeContent(input.content, { author, until: expiresAt, center: context.load.center })

  const post = { _id, status: input.statusId, expiresAt, seed: context.random.id() }
  const { wider, gone } = await write({ ...sharing, account, allowed, content, post })
  const refused = inOrder([...errors, ...wider])
  if (gone) throw new Refused(...errors, statusError({ state: 'GONE' }))
  if (wider.length === allowed.length) throw new Refused(...refused)
  return { crosspost: _id, refused }
}

interface Writing extends Sharing {
  readonly account: AccountRow
  readonly allowed: readonly AllowedTarget[]
  readonly content: Content
  readonly post: { readonly _id: string; readonly status: string; readonly expiresAt: number; readonly seed: string }
}

/** Writes what is shared; answers the targets that it would have widened, and whether the status ended meanwhile. */
async function write(writing: Writing): Promise<{ readonly wider: readonly Why[]; readonly gone: boolean }> {
  const { context, post } = writing
  const { store, nudge } = context.load.center
  let wider: readonly Why[] = []
  const written = await changeCrosspost<'GONE' | 'WIDER'>(store.crossposts, post._id, (row) => {
    if (row?.ended === true) return { ok: false, code: 'GONE' }
    const isWider = ({ app, audience }: AllowedTarget) => changes.isWiderThanBefore(row, app, audience)
    wider = writing.allowed.filter(isWider).map(({ index }) => widerError(index))
    return wantedOf(
      writing,
      row,
      writing.allowed.filter((target) => !isWider(target)),
    )
  })
  if (written.ok) nudge(CROSSPOSTS.name, post._id)
  context.load.crossposts.clear(post._id)
  return { wider, gone: !written.ok && written.code === 'GONE' }
}

function wantedOf(
  { act, author, account, content, post, context }: Writing,
  row: CrosspostRow | null,
  targets: readonly AllowedTarget[],
): Wanted<'WIDER'> {
  if (targets.length === 0) return { ok: false, code: 'WIDER' }
  const { now, load } = context
  const { _id, ...rest } = post
  const before = row ?? changes.newCrosspost(_id, { ...rest, author, account: account._id, createdAt: now })
  const allowedRev = account.consentRev
  const wishes = targets.map(({ app, audience, profile }) => ({ app, audience, profile, content, allowedRev }))
  const behindFence = (delivery: CrosspostRow['deliveries'][number]) =>
    isBehindFence(delivery, account, load.center.catalogue)
  return { ok: true, next: changes.share(before, { act, account: account._id, wishes, behindFence }, now) }
}

/** What the messenger says of the status. It learns the sealed id, to tell of the end; never where it is shared. */
async function factsOf(statusId: string, crosspost: string, { author, context }: Sharing): Promise<StatusFacts> {
  if (!idNamesType(statusId, 'Status')) return { state: 'NOT_FOUND' }
  const { internal, catalogue } = context.load.center
  const input = { statusId, profileId: author, crosspostId: context.ids.seal('Crosspost', crosspost) }
  return statusFactsOutput.parse(await internal.call(catalogue.nameOf('MESSENGER'), 'statusFacts', input))
}

/** Every denied decision about somebody who has an account is counted (consent.md, section 4). */
function countDenied(
  judged: readonly JudgedTarget[],
  { targets }: CrosspostStatusInput,
  account: AccountRow | null,
  { load, now }: Context,
): void {
  if (account === null) return
  for (const each of judged) {
    const app = each.ok ? undefined : targets[each.index]?.app
    if (each.ok || app === undefined || app === 'MESSENGER') continue
    if (each.code !== 'CROSSPOST_LINK_NOT_ACTIVE' && each.code !== 'CROSSPOST_NOT_ENABLED') continue
    const { from, to } = crosspostFlow(app, load.center.catalogue)
    load.center.withheld.count(account._id, `${from}>${to}>CROSSPOST`, now)
  }
}

function targetError(code: Why['code'], index: number): Why {
  const path = ['targets', String(index)]
  return { code, path: code === 'CROSSPOST_AUDIENCE_INVALID' ? [...path, 'audience'] : path }
}

function widerError(index: number): Why {
  return { code: 'CROSSPOST_AUDIENCE_WIDER', path: ['targets', String(index), 'audience'] }
}

function statusError({ state }: Exclude<StatusFacts, { state: 'LIVE' }>): Why {
  return { code: state === 'GONE' ? 'CROSSPOST_STATUS_GONE' : 'CROSSPOST_STATUS_NOT_FOUND', path: ['statusId'] }
}

/** By the places of the targets in the input. */
function inOrder(errors: readonly Why[]): readonly Why[] {
  return errors.toSorted((a, b) => Number(a.path[1]) - Number(b.path[1]))
}
