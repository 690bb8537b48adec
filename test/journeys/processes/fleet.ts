import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../../bin/house/freePort.ts'
import { concord, type Child } from '../../support/child.ts'
import { createCleanup } from '../../support/cleanup.ts'
import { MEDIA_URL } from '../../support/startedGraph.ts'

/** The secrets of one step of a rotation, as `keys` of the configuration. */
export interface KeyStep {
  readonly rootSecret: string
  readonly acceptedSecrets: readonly string[]
  readonly permanentSecret: string
}

/** Four subgraph processes and two gateways over one store, each at an address that stays. */
export interface Fleet extends AsyncDisposable {
  readonly gateways: readonly string[]
  readonly names: readonly string[]
  /** What processes that start from now on are configured with. */
  configure(keys: KeyStep): void
  /** Ends a process as an operator would (or with another signal) and starts it again when it has ended. */
  restart(name: string, signal?: NodeJS.Signals): Promise<void>
  /** Stops and continues a process, as a machine that hangs. */
  signal(name: string, signal: 'SIGSTOP' | 'SIGCONT'): void
}

const SUPERGRAPH = fileURLToPath(new URL('../../../schema/supergraph.graphql', import.meta.url))
const SUBGRAPHS = ['messenger', 'photo', 'social', 'accounts']
const GATEWAYS = ['gateway 1', 'gateway 2']

/** `everywhere`: what each process is configured with besides: the `store`, for example. Default: the embedded store. */
export async function startFleet(directory: string, keys: KeyStep, everywhere: object = {}): Promise<Fleet> {
  const names = [...SUBGRAPHS, ...GATEWAYS]
  const ports = new Map<string, number>()
  for (const name of names) ports.set(name, await freePort('127.0.0.1'))
  const urlOf = (name: string): string => `http://127.0.0.1:${ports.get(name)}`
  const subgraphs = {
    ...Object.fromEntries(SUBGRAPHS.map((name) => [name, `${urlOf(name)}/graphql`])),
    grants: `${urlOf('accounts')}/grants/graphql`,
  }
  const file = join(directory, 'fleet.yaml')
  const running = new Map<string, Child>()
  const cleanup = createCleanup()
  cleanup.add(() => Promise.all([...running.values()].map((child) => child[Symbol.asyncDispose]())))

  const configure = (step: KeyStep): void =>
    writeFileSync(file, JSON.stringify({ data: directory, keys: step, subgraphs, publicUrl: MEDIA_URL, ...everywhere }))

  async function launch(name: string): Promise<void> {
    const command = GATEWAYS.includes(name) ? ['gateway', '--supergraph', SUPERGRAPH, '--identity'] : ['subgraph', name]
    const child = concord([...command, '--config', file, '--port', String(ports.get(name))])
    running.set(name, child)
    await child.prints(/http:\/\/127\.0\.0\.1:\d+/)
  }

  const find = (name: string): Child => {
    const child = running.get(name)
    if (child === undefined) throw new Error(`${name} must run, but does not`)
    return child
  }
  configure(keys)
  await Promise.all(names.map(launch))
  return {
    gateways: GATEWAYS.map(urlOf),
    names,
    configure,
    async restart(name, signal = 'SIGTERM') {
      const child = find(name)
      child.kill(signal)
      await child.ended
      await launch(name)
    },
    signal: (name, signal) => find(name).kill(signal),
    [Symbol.asyncDispose]: cleanup.run,
  }
}
