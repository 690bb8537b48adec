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

/** Four subgraph processes, or more, and two gateways over one store, each at an address that stays. */
export interface Fleet extends AsyncDisposable {
  readonly gateways: readonly string[]
  readonly names: readonly string[]
  /** What processes that start from now on are configured with. */
  configure(keys: KeyStep): void
  /** The release that processes run which start from now on: the folder of its sources. */
  upgradeTo(release: string): void
  /** What the processes are configured with. */
  readonly file: string
  /** Ends a process as an operator would (or with another signal) and starts it again when it has ended. */
  restart(name: string, signal?: NodeJS.Signals): Promise<void>
  /** Stops and continues a process, as a machine that hangs. */
  signal(name: string, signal: 'SIGSTOP' | 'SIGCONT'): void
}

const SUPERGRAPH = fileURLToPath(new URL('../../../schema/supergraph.graphql', import.meta.url))
const SUBGRAPHS = ['messenger', 'photo', 'social', 'accounts']
const GATEWAYS = ['gateway 1', 'gateway 2']

export interface FleetOptions {
  /** What each process is configured with besides: the `store`, for example. Default: the embedded store. */
  readonly everywhere?: object
  /** Subgraphs that have a second process, which `gateway 2` asks. Default: none. */
  readonly twins?: readonly string[]
}

export async function startFleet(directory: string, keys: KeyStep, options: FleetOptions = {}): Promise<Fleet> {
  const { everywhere = {}, twins = [] } = options
  const names = [...SUBGRAPHS, ...twins.map((name) => `${name} 2`), ...GATEWAYS]
  const ports = new Map<string, number>()
  for (const name of names) ports.set(name, await freePort('127.0.0.1'))
  const urlOf = (name: string): string => `http://127.0.0.1:${ports.get(name)}`
  /** What is asked by those whose names end with this; the first are asked where there is no second. */
  const subgraphsFor = (side: string): Record<string, string> => {
    const asked = (name: string): string => urlOf(ports.has(`${name}${side}`) ? `${name}${side}` : name)
    const urls = SUBGRAPHS.map((name) => [name, `${asked(name)}/graphql`] as const)
    return { ...Object.fromEntries(urls), grants: `${asked('accounts')}/grants/graphql` }
  }
  const sides = ['', ' 2']
  const fileOf = (name: string): string => join(directory, name.endsWith(' 2') ? 'fleet 2.yaml' : 'fleet.yaml')
  let release: string | undefined
  const running = new Map<string, Child>()
  const cleanup = createCleanup()
  cleanup.add(() => Promise.all([...running.values()].map((child) => child[Symbol.asyncDispose]())))

  const configure = (keys: KeyStep): void => {
    for (const side of sides) {
      const own = { data: directory, keys, subgraphs: subgraphsFor(side), publicUrl: MEDIA_URL, ...everywhere }
      writeFileSync(fileOf(side), JSON.stringify(own))
    }
  }

  async function launch(name: string): Promise<void> {
    const subgraph = name.replace(/ 2$/, '')
    const command = GATEWAYS.includes(name)
      ? ['gateway', '--supergraph', SUPERGRAPH, '--identity']
      : ['subgraph', subgraph]
    const flags = ['--config', fileOf(name), '--port', String(ports.get(name))]
    const child = concord([...command, ...flags], release === undefined ? {} : { release })
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
    file: fileOf(''),
    configure,
    upgradeTo: (next) => void (release = next),
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
