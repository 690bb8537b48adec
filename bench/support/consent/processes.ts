import { spawn, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The family as it is installed, each subgraph and the gateway in a process of its own over one data directory. */
export interface Processes {
  readonly url: string
  /** The gateway's. */
  readonly pid: number
  kill(): void
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Starts the built command line; rejects with what it printed when one of them ends. */
export async function startProcesses(data: string): Promise<Processes> {
  const children: ChildProcess[] = []
  const kill = (): void => children.forEach((child) => child.kill('SIGKILL'))
  const run = async (...args: readonly string[]): Promise<string> => {
    const child = spawn(
      process.execPath,
      [here('../../../dist/bin/concord.js'), ...args, '--port', '0', '--data', data],
      {
        env: { ...process.env, NODE_ENV: 'production' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    children.push(child)
    return new Promise((resolve, reject) => {
      child.stdout.on('data', (text: Buffer) => {
        const found = /http:\/\/[\d.:]+/.exec(text.toString())?.[0]
        if (found !== undefined) resolve(found)
      })
      child.once('exit', () =>
        reject(new Error(`concord ${args.join(' ')} must stay up: run \`npm run prepare\` first`)),
      )
    })
  }
  // JSON is YAML. What comes too late is counted from the answers, not told line by line.
  const configured = (name: string, more: object): readonly string[] => {
    const config = join(data, `${name}.yaml`)
    writeFileSync(config, JSON.stringify({ log: { level: 'silent' }, ...more }))
    return ['--config', config]
  }
  try {
    const [accounts, messenger, photo, social] = await Promise.all(
      ['accounts', 'messenger', 'photo', 'social'].map(async (name) => run('subgraph', name, ...configured(name, {}))),
    )
    const subgraphs = {
      accounts: `${accounts}/graphql`,
      grants: `${accounts}/grants/graphql`,
      messenger: `${messenger}/graphql`,
      photo: `${photo}/graphql`,
      social: `${social}/graphql`,
    }
    const supergraph = here('../../../schema/supergraph.graphql')
    const url = await run('gateway', '--identity', '--supergraph', supergraph, ...configured('gateway', { subgraphs }))
    return { url, pid: children.at(-1)?.pid ?? 0, kill }
  } catch (error) {
    kill()
    throw error
  }
}
