import { openOwnId } from '../ownIds.ts'
import type { Context } from '../context.ts'
import type { LinkError, LinkErrorCode, LinkInput, SetLinkVisibilityInput, UnlinkInput } from '../generated/types.ts'
import { linkRefusal } from '../refusals.ts'
import type { AccountRow } from '../rows.ts'
import { isLive } from '../rules/account.ts'
import * as rules from '../rules/linkLifecycle.ts'
import { isFresh } from '../rules/linkRequest.ts'
import { isOwn, untilNoGrantHolds } from '../session.ts'
import { changeAccount, newest } from '../store.ts'
import { type LinkView, linkView } from '../views.ts'

export interface LinkPayload {
  readonly link: LinkView | null
  readonly account: AccountRow | null
  readonly errors: LinkError[]
}

/** Takes away: answers only when nothing on the old state holds any more, however often it is asked. */
export async function pauseLink({ linkId }: LinkInput, context: Context): Promise<LinkPayload> {
  return changeLink(linkId, context, { takesAway: true }, (account, id) =>
    rules.pauseLink(account, id, context.load.center.catalogue, context.now),
  )
}

/** Gives back, so it needs a fresh sign-in with the link's own profile. */
export async function resumeLink({ linkId }: LinkInput, context: Context): Promise<LinkPayload> {
  const view = await ownLink(linkId, context)
  if (view === null || !isLive(view.link)) return refused('LINK_NOT_FOUND', 'linkId')
  const proof = context.profiles.find(({ id }) => id === view.link.profile)
  if (proof === undefined || !isFresh(proof.authTime, context.now)) return refused('LINK_SESSION_STALE')
  return changeLink(linkId, context, { takesAway: false }, (account, id) =>
    rules.resumeLink(account, id, context.load.center.catalogue, context.now),
  )
}

/** Ends a link for good; asked again it changes nothing and waits as the first time. */
export async function unlink({ linkId }: UnlinkInput, context: Context): Promise<LinkPayload> {
  return changeLink(linkId, context, { takesAway: true }, (account, id) =>
    rules.unlink(account, id, context.load.center.catalogue, context.now),
  )
}

export async function setLinkVisibility(input: SetLinkVisibilityInput, context: Context): Promise<LinkPayload> {
  return changeLink(input.linkId, context, { takesAway: false }, (account, id) =>
    rules.setVisibility(account, id, input.visibleOnProfile),
  )
}

async function changeLink(
  linkId: string,
  context: Context,
  { takesAway }: { readonly takesAway: boolean },
  transition: (account: AccountRow, id: string) => ReturnType<typeof rules.unlink>,
): Promise<LinkPayload> {
  const view = await ownLink(linkId, context)
  if (view === null) {
    // An answer that was lost, asked for again: what was taken away then may be a moment old.
    if (takesAway && (await hasLeft(linkId, context))) await untilNoGrantHolds(context)
    return refused('LINK_NOT_FOUND', 'linkId')
  }
  // Asked again of the account that is written: whoever has left it meanwhile changes nothing in it.
  const changed = await changeAccount(context.load.center, view.account._id, (account) =>
    isOwn(account, context) ? transition(account, view.id) : NOT_FOUND,
  )
  if (takesAway) await untilNoGrantHolds(context)
  if (changed === null || !changed.ok) return refused('LINK_NOT_FOUND', 'linkId')
  context.load.accounts.clearAll()
  return { link: linkView(changed.account, view.id), account: changed.account, errors: [] }
}

const NOT_FOUND = { ok: false, code: 'LINK_NOT_FOUND' } as const

/** A link of an account of this session's people, ended ones too. */
async function ownLink(id: string, context: Context): Promise<LinkView | null> {
  const [accountId, linkId] = openOwnId(context.ids, id, 'Link')
  if (accountId === undefined || linkId === undefined) return null
  const account = await newest(context.load.center.store.accounts, accountId)
  return account !== null && isOwn(account, context) ? linkView(account, linkId) : null
}

/** Whether somebody of this session once belonged to the account of this link. */
async function hasLeft(id: string, context: Context): Promise<boolean> {
  const [accountId] = openOwnId(context.ids, id, 'Link')
  const account = accountId === undefined ? null : await newest(context.load.center.store.accounts, accountId)
  return account?.profiles.some((profile) => context.profiles.some((proved) => proved.id === profile)) === true
}

function refused(code: LinkErrorCode, ...path: readonly string[]): LinkPayload {
  return { link: null, account: null, errors: [linkRefusal(code, ...path)] }
}
