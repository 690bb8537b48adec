import { gateway } from '../../bin/commands/gateway.ts'
import { start } from '../../bin/commands/start.ts'
import { subgraph } from '../../bin/commands/subgraph.ts'
import { readConfiguration, type Configuration } from '../../bin/configuration.ts'
import type { Running } from '../../bin/untilStopped.ts'
import type { Output } from '../../bin/progress.ts'
import { fileURLToPath } from 'node:url'
import { createCleanup } from './cleanup.ts'
import { ROOT_SECRET } from './demoData.ts'
import { MEDIA_URL } from './startedGraph.ts'

/** A command that runs in this process, and what it printed. */
export interface RunningCommand extends AsyncDisposable {
  readonly url: string
  readonly text: string
}

type Command = (configuration: Configuration, output: Output) => Promise<Running>

/** Runs a command on a free port of this machine, over this data directory. */
export async function runCommand(data: string, command: Command, more: object = {}): Promise<RunningCommand> {
  const keys = { rootSecret: ROOT_SECRET }
  const flags = { data, keys, port: 0, log: { level: 'silent' }, publicUrl: MEDIA_URL, ...more }
  let text = ''
  const output: Output = { write: (line: unknown) => ((text += String(line)), true) }
  const running = await command(readConfiguration(undefined, {}, flags), output)
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? ''
  return { url, text, [Symbol.asyncDispose]: () => running.stop() }
}

/** The whole graph in processes of its own, as far as commands are concerned: four subgraphs and two gateways over one store. */
export interface Distributed extends AsyncDisposable {
  /** The first of them. */
  readonly gateway: string
  readonly gateways: readonly string[]
  /** Where each subgraph answers GraphQL. */
  readonly subgraphs: Readonly<Record<string, string>>
}

/** `everywhere`: what each of the processes is configured with besides. */
export async function distribute(data: string, everywhere: object = {}): Promise<Distributed> {
  const cleanup = createCleanup()
  const run = async (command: Command, more?: object): Promise<string> => {
    const running = await runCommand(data, command, { ...everywhere, ...more })
    cleanup.add(() => running[Symbol.asyncDispose]())
    return running.url
  }
  const serve = (name: string, more?: object): Promise<string> =>
    run((configuration, output) => subgraph(configuration, name, output), more)
  const apps = {
    messenger: `${await serve('messenger')}/graphql`,
    photo: `${await serve('photo')}/graphql`,
    social: `${await serve('social')}/graphql`,
  }
  // Accounts asks the apps itself, for age bands and figures.
  const accounts = await serve('accounts', { subgraphs: apps })
  const subgraphs = { ...apps, accounts: `${accounts}/graphql`, grants: `${accounts}/grants/graphql` }
  const supergraph = fileURLToPath(new URL('../../schema/supergraph.graphql', import.meta.url))
  const answer = (): Promise<string> =>
    run((configuration, output) => gateway(configuration, { supergraph, identity: true }, output), {
      subgraphs,
      // As `start --demo` is: introspection is on.
      development: true,
    })
  const first = await answer()
  const gateways = [first, await answer()]
  return { gateway: first, gateways, subgraphs, [Symbol.asyncDispose]: cleanup.run }
}

/** The whole graph in one process. */
export function runStart(data: string, more: object = {}): Promise<RunningCommand> {
  return runCommand(data, start, { demo: true, ...more })
}
