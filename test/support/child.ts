import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What `--import` takes so that a child runs TypeScript. */
export const TSX = import.meta.resolve('tsx')

/** The command line in a process of its own: `node --import tsx bin/concord.ts …`. Killed at the end if it still runs. */
export interface Child extends AsyncDisposable {
  readonly pid: number
  /** What it printed so far, on both streams. */
  output(): string
  /** Resolves with the first match in what it prints; rejects when it ends before. */
  prints(pattern: RegExp): Promise<string>
  kill(signal: NodeJS.Signals): void
  /** Resolves with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
}

export interface ChildOptions {
  /** More variables; what the tests' own environment sets for Concord and Node is not passed on. */
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** The folder of another release's sources. Default: these. */
  readonly release?: string
}

export function concord(args: readonly string[], { env = {}, cwd = ROOT, release = ROOT }: ChildOptions = {}): Child {
  const child = spawn(process.execPath, ['--import', TSX, `${release}/bin/concord.ts`, ...args], {
    cwd,
    env: { ...inheritedEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals)

  function prints(pattern: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(text)?.[0]
        if (found !== undefined) resolve(found)
      }
      for (const stream of [child.stdout, child.stderr]) stream.on('data', look)
      look()
      void ended.then((how) => reject(new Error(`The command ended with ${how} before it printed ${pattern}: ${text}`)))
    })
  }

  return {
    pid: child.pid ?? 0,
    output: () => text,
    prints,
    kill: (signal) => void child.kill(signal),
    ended,
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await ended
    },
  }
}

/** The tests' own environment without what it sets for Concord and Node. */
export function inheritedEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(CONCORD_|NODE_|VITEST|HOST$|PORT$)/.test(name)),
  )
}
