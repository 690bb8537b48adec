import { openOwnId } from '../ownIds.ts'
import { type ConnectionArguments, pageArguments, toConnection } from '../../runtime/connections/connections.ts'
import type { App } from '../../runtime/identity/identity.ts'
import type { Context } from '../context.ts'
import type { DataUseResolvers } from '../generated/types.ts'
import type { DayUse } from '../ledger/days.ts'
import { positionOfUse, readUse, readUses, type UsesSource } from '../ledger/uses.ts'
import type { AccountRow } from '../rows.ts'
import type { Feature, Purpose } from '../rules/decide.ts'
import { isOwn } from '../session.ts'
import { recipientOf } from './Consent.ts'

/** A row of `Account.dataUses`. */
export interface DataUseView {
  readonly account: string
  readonly use: DayUse
}

const PURPOSES: readonly Purpose[] = ['PERSONALIZE', 'IMPROVE', 'ADS']
const FEATURES: readonly Feature[] = ['SIGN_ON', 'SYNC_SETTINGS', 'CROSSPOST', 'AVATARS']

interface UsesArguments extends ConnectionArguments {
  readonly purpose?: Purpose | null | undefined
  readonly from?: App | null | undefined
}

export async function dataUsesOf(account: AccountRow, args: UsesArguments, context: Context) {
  const { purpose = null, from = null } = args
  const scope = { ids: context.ids, scope: `dataUses:${account._id}:${purpose}:${from}` }
  const request = pageArguments(args, scope)
  const source = from === null ? null : context.load.center.catalogue.nameOf(from)
  const keep = (use: DayUse): boolean =>
    (purpose === null || use.basis === purpose) && (source === null || use.from === source)
  const page = await readUses(sourceOf(account, context), request, keep)
  return toConnection(page, {
    ...scope,
    request,
    position: positionOfUse,
    node: (use): DataUseView => ({ account: account._id, use }),
  })
}

export const DataUse: DataUseResolvers = {
  async __resolveReference({ id }, context) {
    const [accountId, day, key] = openOwnId(context.ids, id, 'DataUse')
    if (accountId === undefined || day === undefined || key === undefined) return null
    const [account] = await context.load.center.store.accounts.getMany([accountId])
    if (!account || !isOwn(account, context)) return null
    const use = await readUse(sourceOf(account, context), day, key)
    return use === null ? null : { account: accountId, use }
  },

  id: ({ account, use }, _args, { ids }) => ids.seal('DataUse', `${account}:${use.day}:${use.key}`),
  from: ({ use }, _args, { load }) => {
    const app = load.center.catalogue.appOf(use.from)
    if (app === null) throw new Error(`${use.from} must be an app, but is not`)
    return app
  },
  to: ({ use }) => use.to,
  recipient: ({ use }, _args, { load }) => recipientOf(use.to, load.center.catalogue),
  purpose: ({ use }) => (use.count === 0 ? null : (PURPOSES.find((purpose) => purpose === use.basis) ?? null)),
  feature: ({ use }) => (use.count === 0 ? null : (FEATURES.find((feature) => feature === use.basis) ?? null)),
  basis: ({ use }) =>
    use.count === 0 ? null : PURPOSES.some((purpose) => purpose === use.basis) ? 'CONSENT' : 'FEATURE',
  day: ({ use }) => use.day,
  count: ({ use }) => use.count,
  withheld: ({ use }) => use.withheld,
}

function sourceOf({ _id, ledger }: AccountRow, { load }: Context): UsesSource {
  const { ledgerPages, withheld } = load.center.store
  return { pages: ledgerPages, withheld, account: _id, ledger }
}
