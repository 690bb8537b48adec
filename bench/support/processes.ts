import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Concord as it is installed, the built command line, in a process of its own. */
export interface Process {
  readonly url: string
  readonly pid: number
}

export interface Processes extends Disposable {
  /** Starts a command; resolves when it has printed where it listens, rejects with what it wrote when it ends before. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Process>
}

const BINARY = fileURLToPath(new URL('../../dist/bin/concord.js', import.meta.url))

export function createProcesses(): Processes {
  const children: ChildProcess[] = []
  return {
    run(args, env = {}) {
      const child = spawn(process.execPath, [BINARY, ...args], {
        env: { ...process.env, NODE_ENV: 'production', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      children.push(child)
      return new Promise((resolve, reject) => {
        let text = ''
        const look = (chunk: Buffer): void => {
          text += chunk.toString()
          const url = /http:\/\/[\w.]+:\d+/.exec(text)?.[0]
          if (url !== undefined) resolve({ url, pid: child.pid ?? 0 })
        }
        child.stdout.on('data', look)
        child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
        child.once('exit', (code) => {
          reject(new Error(`concord ${args.join(' ')} must stay up, but ended with ${code}: ${text}`))
        })
      })
    },
    [Symbol.dispose]() {
      for (const child of children) child.kill('SIGKILL')
    },
  }
}

/** A process and those that it started (Linux). */
export function withChildren(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return [
      pid,
      ...children
        .trim()
        .split(' ')
        .filter(Boolean)
        .flatMap((child) => withChildren(Number(child))),
    ]
  } catch {
    return [pid]
  }
}

/** What a process holds of memory now, in MiB; NaN where /proc is missing. */
export function memoryOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}
