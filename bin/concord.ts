#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { FlowFlags } from './commands/flows.ts'
import type { PlanFlags } from './commands/plan.ts'
import type { Running } from './untilStopped.ts'
import { versionOfPackage } from './version.ts'
import {
  ConfigurationError,
  EXIT_CONFIGURATION,
  explainConfiguration,
  readConfiguration,
  type Configuration,
} from './configuration.ts'

// Apollo's packages look for a cloud to report from when they are loaded; nothing here ever calls anybody.
process.env['APOLLO_TELEMETRY_DISABLED'] = '1'
// graphql checks itself at every step unless it knows that nobody is developing it.
process.env['NODE_ENV'] ??= 'production'

/** The flags of every command that reads a configuration; each overrides the environment, which overrides the file. */
interface CommonFlags {
  readonly config?: string
  readonly data?: string
  readonly contract?: string
  readonly host?: string
  readonly port?: string
}

const program = new Command('concord')
  .description('One consent-aware graph for a family of apps.')
  .version(versionOfPackage())
  .showHelpAfterError('(see --help)')
  .addHelpText(
    'after',
    `
Examples:
  $ concord start --demo                         the whole graph in one process, with demo people
  $ concord token --client PHOTO --profiles ID   an access token for a profile
  $ concord plan operation.graphql               how an operation is answered, subgraph by subgraph
  $ concord flows                                who may use whose data for what
  $ concord doctor                               whether everything is in order
  $ concord gateway --supergraph graph.graphql   a gateway over any supergraph
  $ concord compose --check                      whether the composed schema is current
  $ concord verify-ledger ledger.jsonl           whether an exported ledger was changed
  $ concord backup today.concord                 everything that is stored, in one file

Exit codes: 0 done, 1 problems, 2 usage, ${EXIT_CONFIGURATION} a configuration that does not hold.`,
  )
  .exitOverride()

function configured(command: Command): Command {
  return command
    .option('--config <file>', 'a YAML file with the configuration')
    .option('--data <directory>', 'where store and keys live (default: .concord)')
    .option(
      '--contract <directory>',
      'the folder with subgraphs.yaml and what compose wrote (default: the one of the package)',
    )
    .option('--host <address>', 'the address to listen on (default: 127.0.0.1)')
    .option('--port <number>', 'the port to listen on (default: 4000)')
}

/** Flags that stand in the configuration file under the same name. */
function configurationOf(flags: CommonFlags, more: Record<string, unknown> = {}): Configuration {
  const { config, data, contract, host, port } = flags
  return readConfiguration(config, process.env, { data, contract, host, port, ...more })
}

configured(program.command('start'))
  .description('run the gateway and all subgraphs in one process')
  .option('--demo', 'with demo people: tokens at /dev/personas, a playground that switches between them')
  .option('--development', 'show stack traces in the log')
  .addHelpText('after', '\nExamples:\n  $ concord start --demo\n  $ concord start --data /var/lib/concord --port 8080')
  .action(async (flags: CommonFlags & { demo?: true; development?: true }) => {
    const configuration = configurationOf(flags, { demo: flags.demo, development: flags.development })
    const { start } = await import('./commands/start.ts')
    await runUntilStopped(() => start(configuration, process.stdout))
  })

configured(program.command('gateway'))
  .description('run a gateway over any supergraph, its subgraphs elsewhere')
  .requiredOption('--supergraph <file>', 'the composed supergraph')
  .option('--identity', 'read access tokens and tell registered subgraphs who asks')
  .option('--workers <number>', 'how many processes answer on the one port (default: 1)', wholeNumber)
  .addHelpText(
    'after',
    '\nExamples:\n  $ concord gateway --supergraph supergraph.graphql --port 4000\n  $ concord gateway --supergraph schema/supergraph.graphql --identity --workers 4',
  )
  .action(async (flags: CommonFlags & { supergraph: string; identity?: true; workers?: number }) => {
    const configuration = configurationOf(flags)
    const options = { supergraph: flags.supergraph, identity: flags.identity === true }
    const { gatewayInWorkers } = await import('./commands/gatewayWorkers.ts')
    await runUntilStopped(() => gatewayInWorkers(configuration, options, flags.workers ?? 1, process.stdout))
  })

configured(program.command('subgraph'))
  .description('run one subgraph over HTTP; accounts serves grants too')
  .argument('<name>', 'accounts, messenger, photo or social')
  .addHelpText('after', '\nExample:\n  $ concord subgraph photo --port 4003')
  .action(async (name: string, flags: CommonFlags) => {
    const configuration = configurationOf(flags)
    const { subgraph } = await import('./commands/subgraph.ts')
    await runUntilStopped(() => subgraph(configuration, name, process.stdout))
  })

program
  .command('compose')
  .description('check the SDL files and write the supergraph')
  .option('--check', 'write nothing; fail when a file is not current')
  .option('--directory <path>', 'the folder with subgraphs.yaml (default: schema)')
  .option('--against <path>', 'a folder with the graph of before: tell new flows and breaking changes')
  .addHelpText(
    'after',
    '\nExamples:\n  $ concord compose --check\n  $ concord compose --against ../main/schema\n\nExit codes: 0 composed, 1 problems, 2 usage.',
  )
  .action(async ({ check, directory = 'schema', against }: { check?: true; directory?: string; against?: string }) => {
    const { compose } = await import('./commands/compose.ts')
    const compared = against === undefined ? {} : { against }
    process.exitCode = compose({ check: check === true, directory, ...compared, stdout: process.stdout })
  })

configured(program.command('doctor'))
  .description('look at everything that an installation stands on, and say what to do')
  .option('--json', 'for machines')
  .addHelpText(
    'after',
    '\nExamples:\n  $ concord doctor --config concord.yaml\n  $ concord doctor --data /var/lib/concord --json\n\nExit codes: 0 nothing to mend, 1 something to mend, 2 usage.',
  )
  .action(async ({ json, config, ...flags }: CommonFlags & { json?: true }) => {
    const { doctor } = await import('./commands/doctor.ts')
    const read = () => explainConfiguration(config, process.env, flags)
    process.exitCode = await doctor({ json: json === true, configured: read }, process.stdout)
  })

configured(program.command('seed'))
  .description('make the demo people, unless they are there, and fresh statuses for them')
  .action(async (flags: CommonFlags) => {
    const configuration = configurationOf(flags)
    const { seed } = await import('./commands/seed.ts')
    await seed(configuration, process.stdout)
  })

configured(program.command('token'))
  .description("make an access token with the data directory's key")
  .requiredOption('--client <name>', 'MESSENGER, PHOTO, SOCIAL, ACCOUNTS or a partner')
  .requiredOption('--profiles <ids>', 'ids of profiles as the graph shows them, separated by commas')
  .addOption(new Option('--auth-time <seconds>', 'seconds since the epoch at which they signed in (default: now)'))
  .addOption(new Option('--expires <seconds>', 'how long it lives, in seconds').default('600'))
  .addHelpText('after', '\nExample:\n  $ concord token --client ACCOUNTS --profiles "$MESSENGER_ID,$PHOTO_ID"')
  .action(async (flags: CommonFlags & { client: string; profiles: string; authTime?: string; expires: string }) => {
    const { token } = await import('./commands/token.ts')
    process.stdout.write(`${await token(configurationOf(flags), flags)}\n`)
  })

program
  .command('plan')
  .description('print how an operation is answered, subgraph by subgraph, and whose data that uses')
  .argument('<file>', 'a file with one operation, or several with --operation')
  .option('--supergraph <file>', 'another supergraph than the one that ships with the package')
  .option('--operation <name>', 'which operation of the file')
  .addOption(
    new Option('--format <name>', 'a tree, a Mermaid picture, or the full query plan')
      .choices(['tree', 'mermaid', 'full'])
      .default('tree'),
  )
  .addHelpText('after', '\nExamples:\n  $ concord plan home.graphql\n  $ concord plan home.graphql --format mermaid')
  .action(async (file: string, flags: PlanFlags) => {
    const { plan } = await import('./commands/plan.ts')
    process.stdout.write(`${plan(file, flags)}\n`)
  })

program
  .command('flows')
  .description('print who may use whose data for what, over the whole graph')
  .option('--directory <path>', 'a folder with subgraphs.yaml and what compose wrote (default: the one of the package)')
  .addOption(
    new Option('--format <name>', 'a table, or a Mermaid picture').choices(['table', 'mermaid']).default('table'),
  )
  .addHelpText('after', '\nExamples:\n  $ concord flows\n  $ concord flows --format mermaid')
  .action(async (flags: FlowFlags) => {
    const { flows } = await import('./commands/flows.ts')
    process.stdout.write(`${flows(flags)}\n`)
  })

configured(program.command('export-ledger'))
  .description('write the ledger of an account as JSON lines, closed by a signed head')
  .argument('<id>', 'the id of an account, or of a profile that was linked, as the graph shows it')
  .option('--out <file>', 'the file to write (default: standard output)')
  .addHelpText('after', '\nExample:\n  $ concord export-ledger "$ACCOUNT_ID" --out ledger.jsonl')
  .action(async (id: string, flags: CommonFlags & { out?: string }) => {
    const { exportLedger } = await import('./commands/exportLedger.ts')
    const { out } = flags
    await exportLedger(configurationOf(flags), { id, ...(out !== undefined && { out }) }, process)
  })

program
  .command('verify-ledger')
  .description('check an exported ledger offline, and name the record that was changed')
  .argument('<file>', 'what export-ledger wrote')
  .option(
    '--jwks <file>',
    'the keys that sign heads, from /.well-known/jwks.json (default: signatures are not checked)',
  )
  .option('--head <file...>', 'heads that were kept from other moments, as the graph shows ledgerHead')
  .addHelpText(
    'after',
    '\nExample:\n  $ concord verify-ledger ledger.jsonl --jwks jwks.json\n\nExit codes: 0 whole up to a signed head, 1 changed or without a head, 2 a file that cannot be read.',
  )
  .action(async (file: string, flags: { jwks?: string; head?: string[] }) => {
    const { verifyLedgerFile } = await import('./commands/verifyLedger.ts')
    process.exitCode = await verifyLedgerFile(file, flags, process)
  })

configured(program.command('backup'))
  .description('write everything in the store, and the media, to one file, while others go on; the keys are not in it')
  .argument('<file>', 'the file to write; it must not be there yet')
  .addHelpText('after', '\nExample:\n  $ concord backup /backups/2026-11-22.concord --data /var/lib/concord')
  .action(async (file: string, flags: CommonFlags) => {
    const { backup } = await import('./commands/backup.ts')
    const stopping = new AbortController()
    // Nothing of a person is left lying about: the file under construction is removed.
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => stopping.abort(new Error(`The backup was ended by ${signal}; nothing is left of it.`)))
    await backup(configurationOf(flags), file, versionOfPackage(), process.stdout, stopping.signal)
  })

configured(program.command('restore'))
  .description('fill an empty store from a backup; every link is paused until its person resumes it')
  .argument('<file>', 'what backup wrote')
  .option('--other-installation', 'take a backup that was made under another root secret')
  .option('--check', 'only say whether the file is whole and can be restored; no store is opened')
  .addHelpText(
    'after',
    '\nExamples:\n  $ concord restore /backups/2026-11-22.concord --data /var/lib/concord-again\n  $ concord restore --check /backups/2026-11-22.concord\n\nThe root secret of the installation must be in place, and no other process may use the store meanwhile.',
  )
  .action(async (file: string, flags: CommonFlags & { otherInstallation?: true; check?: true }) => {
    const { restore, checkOnly } = await import('./commands/restore.ts')
    const { otherInstallation, check } = flags
    const act = check ? checkOnly : restore
    await act(configurationOf(flags), file, { ...(otherInstallation && { otherInstallation }) }, process.stdout)
  })

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number from 1 to 999.')
}

/** Starts once everything that will stop it is at hand: what fails in between is a problem, not a crash. */
async function runUntilStopped(start: () => Promise<Running>): Promise<void> {
  const [{ untilStopped }, { systemClock }] = await Promise.all([
    import('./untilStopped.ts'),
    import('../subgraphs/runtime/clock/systemClock.ts'),
  ])
  untilStopped(await start(), systemClock)
}

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
}

/** Says what went wrong in words for an operator, and what the process ends with. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2 // commander has printed it
  console.error(error instanceof Error ? error.message : error)
  const code =
    error instanceof Error && 'extensions' in error ? (error.extensions as { code?: unknown }).code : undefined
  return error instanceof ConfigurationError || code === 'CONFIGURATION_INVALID' ? EXIT_CONFIGURATION : 1
}
