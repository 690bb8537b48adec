import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { inheritedEnvironment, TSX } from '../../support/child.ts'
import type { MemberPlan, Order, Report } from './protocol.ts'

/** A process of the installation, seen from the test that started it. */
export interface Member extends AsyncDisposable {
  /** Where it listens, by what is there; rejects when it ends before. */
  readonly urls: Promise<Readonly<Record<string, string>>>
  send(order: Order): void
  /** Sends an order and resolves when it was done. */
  tell(order: Order): Promise<void>
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void
}

/** What a process runs: those without a gateway need not load one. */
function scriptOf({ name }: MemberPlan): string {
  const file = name === 'gateway' || name === 'whole' ? 'gatewayMember.ts' : 'subgraphMember.ts'
  return fileURLToPath(new URL(file, import.meta.url))
}

export function startMember(plan: MemberPlan): Member {
  const child = fork(scriptOf(plan), [JSON.stringify(plan)], {
    execArgv: ['--import', TSX],
    env: inheritedEnvironment(),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  const kill = (): void => void child.kill('SIGKILL')
  // A stopped process does not hear that the test is gone.
  process.once('exit', kill)
  const urls = reported(child).then((report) => ('urls' in report ? report.urls : {}))
  urls.catch(() => {})
  return {
    urls,
    send: (order) => void child.send(order),
    async tell(order) {
      const done = reported(child)
      child.send(order)
      await done
    },
    signal: (signal) => void child.kill(signal),
    async [Symbol.asyncDispose]() {
      process.off('exit', kill)
      if (child.exitCode === null && child.signalCode === null) kill()
      await ended
    },
  }
}

async function reported(child: ChildProcess): Promise<Report> {
  const ended = new AbortController()
  const early = once(child, 'exit', { signal: ended.signal }).then(([code, signal]): never => {
    throw new Error(`A process of the installation ended with ${code ?? signal}, see above`)
  })
  try {
    return await Promise.race([
      once(child, 'message', { signal: ended.signal }).then(([report]) => report as Report),
      early,
    ])
  } finally {
    ended.abort()
    early.catch(() => {})
  }
}
