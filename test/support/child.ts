import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What `--import` takes so that a child runs TypeScript. */
export const TSX = import.meta.resolve('tsx')

/**
 * The command line in a process of its own, as it was built where that is not older than its sources: it starts in a third
 * of the time. Otherwise `node --import tsx bin/concord.ts …`. Killed at the end if it still runs.
 */
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
  const built = release === ROOT && isBuildCurrent()
  const program = built ? [`${ROOT}/dist/bin/concord.js`] : ['--import', TSX, `${release}/bin/concord.ts`]
  const child = spawn(process.execPath, [...program, ...args], {
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

/** What `npm ci` compiles into dist/, or copies there. */
const SOURCES = ['bin', 'gateway', 'schema', 'subgraphs', 'package.json', 'tsconfig.json', 'tsconfig.build.json']

let isCurrent: boolean | undefined

/** Looked at once: nobody builds while tests run. */
function isBuildCurrent(): boolean {
  if (isCurrent !== undefined) return isCurrent
  const builtAt = statSync(join(ROOT, 'dist/bin/concord.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  isCurrent = builtAt > 0 && SOURCES.every((source) => newestIn(join(ROOT, source)) < builtAt)
  return isCurrent
}

/** When something in it was last changed, in milliseconds since the epoch. */
function newestIn(path: string): number {
  const found = statSync(path)
  const names = found.isDirectory() ? readdirSync(path) : []
  return names.reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), found.mtimeMs)
}

/** The tests' own environment without what it sets for Concord and Node. */
export function inheritedEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(CONCORD_|NODE_|VITEST|HOST$|PORT$)/.test(name)),
  )
}
