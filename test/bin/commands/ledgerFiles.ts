import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { exportLedger } from '../../../bin/commands/exportLedger.ts'
import { verifyLedgerFile, type VerifyLedgerFlags } from '../../../bin/commands/verifyLedger.ts'
import { readConfiguration } from '../../../bin/configuration.ts'
import { openHouse, type House } from '../../../bin/house/house.ts'
import type { LedgerEntry } from '../../../subgraphs/accounts/ledger/chain.ts'
import { copyOverflow } from '../../../subgraphs/accounts/ledger/pages.ts'
import { EMPTY_LEDGER, planAppend } from '../../../subgraphs/accounts/ledger/tail.ts'
import { openAccountsStore } from '../../../subgraphs/accounts/store.ts'
import { createIds } from '../../../subgraphs/runtime/ids/sealedIds.ts'
import { idKey, receiptKeys } from '../../../subgraphs/runtime/keys/uses.ts'

/** A folder with a data directory and exported files in it; removed by `dispose`. */
export function ledgerFiles() {
  const directory = mkdtempSync(join(tmpdir(), 'concord-ledger-'))
  const path = (name: string) => join(directory, name)
  const configuration = readConfiguration(undefined, {}, { data: path('data') })

  async function house<T>(use: (house: House) => Promise<T>): Promise<T> {
    const opened = await openHouse(configuration)
    try {
      return await use(opened)
    } finally {
      await opened.close()
    }
  }

  /** An account of this person with these records; answers its id, and writes the keys to `jwks.json`. */
  function record(profile: string, entries: readonly LedgerEntry[]): Promise<string> {
    return house(async ({ storage, keys }) => {
      const { accounts, ledgerPages } = openAccountsStore(storage)
      const shared = { createdAt: 0, closedAt: null, consentRev: 1, links: {}, live: {}, built: {}, consents: {} }
      const crossposts = { crossposting: {}, autoCrossposts: {} }
      const row = { ...shared, ...crossposts, features: {}, events: [], eventCount: 0, profiles: [profile] }
      await accounts.insert({ _id: profile, ...row, ledger: EMPTY_LEDGER })
      let ledger = EMPTY_LEDGER
      for (let start = 0; start < entries.length; start += 50) {
        const { overflow, guard, operations, next } = planAppend(ledger, entries.slice(start, start + 50))
        if (overflow !== null) await copyOverflow(ledgerPages, profile, overflow)
        await accounts.patch(profile, guard, operations)
        ledger = next
      }
      writeFileSync(path('jwks.json'), JSON.stringify(receiptKeys(keys).jwks))
      return createIds({ app: 'accounts', key: idKey(keys, 'accounts') }).seal('Account', profile)
    })
  }

  /** Runs `export-ledger`; answers what it says. */
  async function exported(id: string, out?: string): Promise<{ readonly said: string; readonly printed: string }> {
    let said = ''
    let printed = ''
    const stdout = new Writable({
      write(chunk, _encoding, done) {
        printed += String(chunk)
        done()
      },
    })
    const flags = { id, ...(out !== undefined && { out: path(out) }) }
    await exportLedger(configuration, flags, { stdout, stderr: { write: (text) => ((said += String(text)), true) } })
    return { said, printed }
  }

  /** Runs `verify-ledger` on a file of the folder, with the keys of `jwks.json` unless told otherwise. */
  async function verified(file: string, flags: VerifyLedgerFlags = { jwks: path('jwks.json') }) {
    let text = ''
    let complaint = ''
    const stdout = { write: (part: unknown) => ((text += String(part)), true) }
    const stderr = { write: (part: unknown) => ((complaint += String(part)), true) }
    const code = await verifyLedgerFile(path(file), flags, { stdout, stderr })
    return { code, text, complaint }
  }

  return {
    path,
    record,
    exported,
    verified,
    lines: (file: string) => readFileSync(path(file), 'utf8').trimEnd().split('\n'),
    write: (file: string, lines: readonly string[]) => writeFileSync(path(file), `${lines.join('\n')}\n`),
    dispose: () => rmSync(directory, { recursive: true }),
  }
}
