import { createWriteStream } from 'node:fs'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { signHead } from '../../subgraphs/accounts/ledger/head.ts'
import { headLine, recordLine } from '../../subgraphs/accounts/ledger/lines.ts'
import { readRecords } from '../../subgraphs/accounts/ledger/pages.ts'
import { PAGE_SIZE } from '../../subgraphs/accounts/ledger/tail.ts'
import type { AccountRow } from '../../subgraphs/accounts/rows.ts'
import { openAccountsStore, type AccountsStore } from '../../subgraphs/accounts/store.ts'
import { createIds } from '../../subgraphs/runtime/ids/sealedIds.ts'
import { readType } from '../../subgraphs/runtime/ids/readType.ts'
import { appOfPersonType } from '../../subgraphs/runtime/identity/personTypes.ts'
import { idKey, receiptKeys } from '../../subgraphs/runtime/keys/uses.ts'
import { ConfigurationError, type Configuration } from '../configuration.ts'
import { openHouse, type House } from '../house/house.ts'
import { createProgress, type Output } from '../progress.ts'

export interface ExportLedgerFlags {
  /** The id of an account, or of a profile, as the graph shows them. */
  readonly id: string
  /** The file to write, readable by its owner alone. Default: `stdout`. */
  readonly out?: string
}

/** How many records are read at once. */
const STRETCH = 16 * PAGE_SIZE

/** `concord export-ledger ID`: the ledger of one account as JSON lines, closed by a head that is signed now. */
export async function exportLedger(
  configuration: Configuration,
  { id, out }: ExportLedgerFlags,
  { stdout, stderr }: { readonly stdout: Writable; readonly stderr: Output },
): Promise<void> {
  const house = await openHouse(configuration)
  try {
    const size = await write({ id, ...(out !== undefined && { out }) }, house, { stdout, stderr })
    stderr.write(size === 0 ? 'Nothing was recorded yet; the export is empty.\n' : `${size} records and their head.\n`)
  } finally {
    await house.close()
  }
}

async function write(
  { id, out }: ExportLedgerFlags,
  house: House,
  { stdout, stderr }: { readonly stdout: Writable; readonly stderr: Output },
): Promise<number> {
  const store = openAccountsStore(house.storage)
  const account = await accountOf(id, store, house)
  const { size } = account.ledger
  const bar = createProgress(stderr, 'Exporting the ledger')
  try {
    const lines = Readable.from(linesOf(account, store, house, (done) => bar.update(done, size)))
    if (out === undefined) await pipeline(lines, stdout, { end: false })
    else await pipeline(lines, createWriteStream(out, { mode: 0o600 }))
  } finally {
    bar.stop()
  }
  return size
}

/** The account with this id, or the one that the profile was in last, open or closed. */
async function accountOf(id: string, { accounts }: AccountsStore, { keys }: House): Promise<AccountRow> {
  const local = createIds({ app: 'accounts', key: idKey(keys, 'accounts') }).open(id, 'Account')
  if (local !== null) {
    const [account] = await accounts.getMany([local])
    if (account) return account
  }
  if (appOfPersonType(readType(id) ?? '') !== null) {
    const { items } = await accounts.page('byProfile', { profiles: id }, { limit: 1 })
    if (items[0]) return items[0]
  }
  throw new ConfigurationError(
    `The id must be of an account of this data directory, or of a profile that was linked, but got: ${id}. Ask for { viewer { account { id } } } with an ACCOUNTS token.`,
  )
}

async function* linesOf(
  { _id, ledger }: AccountRow,
  { ledgerPages }: AccountsStore,
  { keys, clock }: House,
  progress: (done: number) => void,
): AsyncGenerator<string> {
  for (let start = 0; start < ledger.size; start += STRETCH) {
    const records = await readRecords(ledgerPages, _id, ledger, { start, limit: STRETCH })
    yield records.map((record) => `${recordLine(record)}\n`).join('')
    progress(Math.min(start + STRETCH, ledger.size))
  }
  if (ledger.size === 0) return
  const account = createIds({ app: 'accounts', key: idKey(keys, 'accounts') }).seal('Account', _id)
  const signedAt = new Date(clock.wall()).toISOString()
  const claims = { account, size: ledger.size, head: ledger.head, signedAt }
  yield `${headLine(await signHead(claims, receiptKeys(keys).signing))}\n`
}
