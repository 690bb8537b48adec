import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { GONE_MS, openProcessBook } from '../../subgraphs/runtime/processes/processes.ts'
import type { Storage } from '../../subgraphs/storage/port.ts'
import { BackupError } from './backupError.ts'

/** Refuses a store on which a process is at work: what is put into outboxes here would be tried before all is paused. */
export async function refuseInUse(storage: Storage, clock: Pick<Clock, 'wall'>): Promise<void> {
  const rows = await openProcessBook(storage, clock).list()
  const alive = rows.find(({ seenAt }) => clock.wall() - seenAt < GONE_MS)
  if (alive === undefined) return
  const seconds = GONE_MS / 1000
  throw new BackupError(
    'STORE_IN_USE',
    `Nobody else may use the store while it is filled, but \`${alive.role}\` (process ${alive.pid} on ${alive.host}) does. ` +
      `Stop it; one that was killed is forgotten after ${seconds} seconds.`,
  )
}
