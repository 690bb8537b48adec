import { type ConnectionArguments, pageArguments, toConnection } from '../../runtime/connections/connections.ts'
import type { Context } from '../context.ts'
import { type ChainedRecord, entryOf } from '../ledger/chain.ts'
import { readRecords } from '../ledger/pages.ts'
import type { AccountRow } from '../rows.ts'
import { provedApps } from '../session.ts'

/** `Account.ledger`: all records in their order; the body of one only where it concerns a profile of this session. */
export async function ledgerOf(account: AccountRow, args: ConnectionArguments, context: Context) {
  const scope = { ids: context.ids, scope: `ledger:${account._id}` }
  const request = pageArguments({ first: args.first ?? 100, after: args.after }, scope)
  const start = typeof request.after?.order === 'number' ? request.after.order + 1 : 0
  const { ledgerPages } = context.load.center.store
  const records = await readRecords(ledgerPages, account._id, account.ledger, { start, limit: request.limit })
  const page = { items: records, hasMore: start + records.length < account.ledger.size }
  const names = provedApps(account, context).map(context.load.center.catalogue.nameOf)
  return toConnection(page, {
    ...scope,
    request,
    position: ({ index }) => ({ order: index, id: String(index) }),
    node: (record) => shown(record, names),
  })
}

function shown(record: ChainedRecord, names: readonly string[]) {
  const { from, to } = entryOf(record.body)
  const concerned = names.includes(from) || names.includes(to)
  return { ...record, body: concerned ? record.body : null }
}
