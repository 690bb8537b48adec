import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { isLong } from '../../../../support/long.ts'

/** For tests that start processes: they wait for events, but a busy machine is slow to give them. */
export const patience = isLong ? 1_200_000 : 90_000

/** Starts a TypeScript file of the tests as a process of its own, which ends with this one. */
export function forkScript(file: string, args: readonly string[]): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url))
  // Not the arguments of this process: they are those of a test runner's worker.
  return fork(path, args, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
}

/** Kills the process as the system would, and waits until it is gone. */
export async function killNow(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
