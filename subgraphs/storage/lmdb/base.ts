import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { endianness } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'lmdb'
import { StorageError } from '../port.ts'

/*
 * A fault of LMDB as lmdb 3.5.6 has it, and the cure.
 *
 * The number of the last commit is kept in memory that all processes share (the lock file), and a write transaction
 * builds on the commit that it names. A process that opens the store reads the number from the data file and, a few
 * dozen microseconds later, writes it into that memory (`mdb_env_open2`: `me_txns->mti_txnid = meta.mm_txnid`), without
 * a lock. When another process commits between the two, the number goes back: the next writer builds on an older commit
 * and writes over what was acknowledged, and over pages that are in use. Seen about once in 4,000 openings beside a
 * writer on a busy machine: acknowledged writes were lost, and processes crashed over damaged pages.
 *
 * So every write compares the number of its transaction with the newest commit in the data file, which cannot change
 * while the transaction holds the lock. When it does not follow, the transaction is given up before it wrote anything,
 * the shared number is set right, and the write begins again. As every writer does so, nobody builds on an old commit.
 * Opening itself must not write (lmdb would do that without asking here), hence the one tree without a name; and the
 * opener makes a transaction at once, so that readers do not see an older state until somebody writes.
 */

/** Thrown by `check`: nothing happened, begin again. */
export class StaleBase extends Error {}

export interface BaseCheck {
  /** Call it first in every write transaction. Throws `StaleBase` when the transaction must not go on. */
  readonly check: () => void
  /** Call it when the environment is closed. */
  readonly close: () => void
}

/** The head of the lock file: its mark (4 bytes), its format (4 bytes), the number of the last commit (8 bytes). */
const LOCK = { mark: 0xbeefc0de, number: 8 } as const

/** What lmdb has and its types do not. */
interface WithInfo {
  readonly env: { info(): { readonly lastTxnId: number } }
}

export function createBaseCheck(root: Database<string, string>, directory: string): BaseCheck {
  // Not closed before the environment is: closing any handle of a file ends all POSIX locks of the process on it.
  const lockFile = openSync(join(directory, 'lock.mdb'), 'r+')
  const { env } = root as Database<string, string> & WithInfo
  return {
    check() {
      const { lastTxnId } = env.info()
      if (root.getWriteTxnId() === lastTxnId + 1) return
      setLastCommit(lockFile, lastTxnId)
      throw new StaleBase('The transaction began on an older commit than the newest one')
    },
    close: () => closeSync(lockFile),
  }
}

/** Sets the shared number. Only in a write transaction: its lock keeps everybody else from doing so. */
function setLastCommit(lockFile: number, commit: number): void {
  const head = Buffer.alloc(LOCK.number + 8)
  readSync(lockFile, head, 0, head.length, 0)
  const isLittle = endianness() === 'LE'
  if ((isLittle ? head.readUInt32LE() : head.readUInt32BE()) !== LOCK.mark) {
    throw new StorageError(
      'STORE_UNAVAILABLE',
      'The lock file of the store is not as it should be: restart all processes.',
    )
  }
  if (isLittle) head.writeBigUInt64LE(BigInt(commit), LOCK.number)
  else head.writeBigUInt64BE(BigInt(commit), LOCK.number)
  writeSync(lockFile, head, LOCK.number, 8, LOCK.number)
}
