import type { Context } from '../context.ts'
import { authorOf } from '../crossposts/author.ts'
import { isTarget, type TargetApp } from '../crossposts/audiences.ts'
import { type AutoRefusal, shareWithoutAsking } from '../crossposts/shareWithoutAsking.ts'
import { mayShareIn } from '../crossposts/whoMayShareWhere.ts'
import type { AutoCrosspost, CrosspostError, CrosspostErrorCode, SetAutoCrosspostInput } from '../generated/types.ts'
import { crosspostRefusal } from '../refusals.ts'
import type { AccountRow } from '../rows.ts'
import { belongsTo, changeAccount } from '../store.ts'
import { ACCOUNTS } from '../rules/clients.ts'

export interface AutoCrosspostPayload {
  readonly autoCrosspost: AutoCrosspost | null
  readonly account: AccountRow | null
  readonly errors: CrosspostError[]
}

/** A setting that clients obey: each share of theirs is judged as if it were asked for. */
export async function setAutoCrosspost(input: SetAutoCrosspostInput, context: Context): Promise<AutoCrosspostPayload> {
  const { app } = input.target
  if (!isTarget(app)) return refused('CROSSPOST_TARGET_INVALID')
  const author = authorOf(context)
  const account = author === null ? null : await context.load.accounts.load(author)
  if (author === null || account === null) return refused('CROSSPOST_LINK_NOT_ACTIVE')
  const changed = await changeAccount<AutoRefusal>(context.load.center, account._id, (current) =>
    belongsTo(current, author) ? changeOf(current, author, app, input, context) : NOT_LINKED,
  )
  if (changed === null) return refused('CROSSPOST_LINK_NOT_ACTIVE')
  if (!changed.ok) return refused(changed.code)
  context.load.accounts.clearAll()
  return {
    autoCrosspost: { app, audience: input.target.audience, enabled: input.enabled },
    account: context.client === ACCOUNTS ? changed.account : null,
    errors: [],
  }
}

const NOT_LINKED = { ok: false, code: 'CROSSPOST_LINK_NOT_ACTIVE' } as const

function changeOf(
  account: AccountRow,
  author: string,
  app: TargetApp,
  { target, enabled }: SetAutoCrosspostInput,
  { load, now }: Context,
) {
  const permission = mayShareIn(account, app, { names: load.center.catalogue, now, author })
  return shareWithoutAsking(account, app, { audience: target.audience, enabled }, permission)
}

function refused(code: CrosspostErrorCode): AutoCrosspostPayload {
  const path = code === 'CROSSPOST_AUDIENCE_INVALID' ? ['target', 'audience'] : ['target']
  return { autoCrosspost: null, account: null, errors: [crosspostRefusal(code, ...path)] }
}
