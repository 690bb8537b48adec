import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { verifyLedgerFile } from '../../../bin/commands/verifyLedger.ts'
import { chain, EMPTY_CHAIN, type LedgerEntry } from '../../../subgraphs/accounts/ledger/chain.ts'
import { headLine, recordLine } from '../../../subgraphs/accounts/ledger/lines.ts'
import { signHead } from '../../../subgraphs/accounts/ledger/head.ts'
import { receiptKeys } from '../../../subgraphs/runtime/keys/uses.ts'
import type { Keys } from '../../../subgraphs/runtime/keys/keys.ts'

const BATCH = 10_000

/** Seconds that `concord verify-ledger` takes for an exported ledger of so many records, one use of data each minute. */
export async function verifySeconds(data: string, keys: Keys, records: number): Promise<number> {
  const file = join(data, 'ledger.jsonl')
  await writeLedger(file, keys, records)
  const begun = performance.now()
  const code = await verifyLedgerFile(file, {}, { stdout: { write: () => true }, stderr: { write: () => true } })
  if (code !== 0) throw new Error('The ledger of the benchmark must be whole')
  return (performance.now() - begun) / 1000
}

async function writeLedger(file: string, keys: Keys, records: number): Promise<void> {
  const out = createWriteStream(file)
  let head = EMPTY_CHAIN
  for (let done = 0; done < records; done += BATCH) {
    const next = chain(
      head,
      Array.from({ length: Math.min(BATCH, records - done) }, (_, n) => entryAt(done + n)),
    )
    if (!out.write(next.records.map((record) => `${recordLine(record)}\n`).join(''))) await once(out, 'drain')
    head = next.head
  }
  const signedAt = entryAt(records).at
  out.end(`${headLine(await signHead({ account: 'benchmark', ...head, signedAt }, receiptKeys(keys).signing))}\n`)
  await once(out, 'close')
}

function entryAt(n: number): LedgerEntry {
  const at = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString()
  return { id: `grant-${n.toString(36).padStart(16, '0')}`, at, from: 'messenger', to: 'social', purpose: 'ADS' }
}
