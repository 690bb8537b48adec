import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Configuration, readConfiguration } from '../../../../bin/configuration.ts'
import { filledCollection } from '../../../../bin/backup/restore.ts'
import { unfinishedRestore } from '../../../../bin/backup/unfinished.ts'
import { checkOnly } from '../../../../bin/commands/restore.ts'
import { createDice, type Dice } from '../../../../bin/demo/dice.ts'
import { createLog, openConfiguredStorage } from '../../../../bin/house/house.ts'
import { ACCOUNTS } from '../../../../subgraphs/accounts/rows.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { type Child, concord } from '../../../support/child.ts'
import { ROOT_SECRET, temporaryDirectory } from '../../../support/demoData.ts'
import type { MongoDatabase } from '../../../support/mongo.ts'
import { Violation } from '../../crossposts/acts.ts'
import { type Contents, contentsOf, differences } from './contents.ts'
import { refusedEverywhere } from './refused.ts'
import { fillSource } from './source.ts'

/** An installation, and the configuration file that a process of it is given. */
interface Place {
  readonly configuration: Configuration
  readonly config: string
  /** As an operator does it who was told to. */
  readonly empty: () => Promise<void>
}

/** Where rounds are played: over an embedded store each, or over these databases. */
export interface Grounds {
  readonly databases?: readonly [source: MongoDatabase, target: MongoDatabase]
}

export type Figures = Readonly<Record<string, number>>

/** Kills processes that restore and that back up, and looks after each what they left. Throws a `Violation`. */
export async function playRounds(rounds: number, seed: number, { databases }: Grounds = {}): Promise<Figures> {
  const directory = temporaryDirectory()
  const dice = createDice(createSeededRandom(`kills ${seed}`))
  const counts: Record<string, number> = {}
  const count = (what: string): void => void (counts[what] = (counts[what] ?? 0) + 1)
  try {
    const source = placeIn(directory, 'source', databases?.[0])
    const target = placeIn(directory, 'target', databases?.[1])
    await fillSource(source.configuration)
    const file = join(directory, 'whole.concord')
    const since = Date.now()
    const pace = {
      backup: await phasesOf(run(source, 'backup', file)),
      restore: await phasesOf(run(target, 'restore', file)),
    }
    const must = await contentsOf(target.configuration, since)
    checkRaised(must, await contentsOf(source.configuration, since))
    await target.empty()
    const ground: Ground = { directory, source, target, file, must, since, dice, count }
    for (let round = 0; round < rounds; round++) {
      await killRestore(ground, pace.restore)
      await killBackup(ground, pace.backup)
    }
    return counts
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

interface Ground {
  readonly directory: string
  readonly source: Place
  readonly target: Place
  /** A whole backup of the source. */
  readonly file: string
  /** What an undisturbed restore of it gives. */
  readonly must: Contents
  readonly since: number
  readonly dice: Dice
  readonly count: (what: string) => void
}

function placeIn(directory: string, name: string, database: MongoDatabase | undefined): Place {
  const data = join(directory, name)
  const config = join(directory, `${name}.yaml`)
  const settings = { data, log: { level: 'silent' }, ...(database && { store: database.url }) }
  // JSON is YAML.
  writeFileSync(config, JSON.stringify(settings))
  const flags = { ...settings, keys: { rootSecret: ROOT_SECRET }, port: 0 }
  return {
    configuration: readConfiguration(undefined, {}, flags),
    config,
    async empty() {
      for (const part of ['store', 'media']) rmSync(join(data, part), { recursive: true, force: true })
      await database?.drop()
    },
  }
}

function run({ config }: Place, command: string, ...args: readonly string[]): Child {
  return concord([command, ...args, '--config', config], { env: { CONCORD_ROOT_SECRET: ROOT_SECRET } })
}

/** How long a process is at each part of its work, in milliseconds; a part begins when the process says so. */
type Phases = readonly { readonly begins: RegExp; readonly ms: number }[]

const BEGINS = [/^/, /Checking the backup …/, /Restoring …/, /Pausing links …/, /Backing up …/]

async function phasesOf(child: Child): Promise<Phases> {
  const started = Date.now()
  const times = await Promise.all(
    BEGINS.map((begins) =>
      child.prints(begins).then(
        () => Date.now(),
        () => null,
      ),
    ),
  )
  if ((await child.ended) !== 0) throw new Violation(`An undisturbed run fails: ${child.output()}`)
  const ends = Date.now()
  const begun = BEGINS.flatMap((begins, at) => {
    const time = at === 0 ? started : times[at]
    return time === null || time === undefined ? [] : [{ begins, time }]
  })
  return begun.map(({ begins, time }, at) => ({ begins, ms: (begun[at + 1]?.time ?? ends) - time }))
}

/** kill -9 at a moment by chance in a part of its work by chance; resolves when it is gone. */
async function killed(child: Child, phases: Phases, dice: Dice): Promise<string> {
  const { begins, ms } = dice.pick(phases)
  await child.prints(begins).catch(() => undefined)
  await setTimeout(dice.below(Math.ceil(ms) + 1))
  child.kill('SIGKILL')
  return (await child.ended) === 'SIGKILL' ? begins.source : 'not: it had ended'
}

async function killRestore(ground: Ground, phases: Phases): Promise<void> {
  const { target, file, dice, must, since, count } = ground
  count(`restore killed ${await killed(run(target, 'restore', file), phases, dice)}`)
  const left = await leftBy(target)
  count(`restore left: ${left}`)
  if (left === 'a part') {
    await refusedEverywhere(target.configuration, file)
    await refusedInProcess(ground)
  }
  if (left === 'something unmarked')
    same('what a killed restore left unmarked', await contentsOf(target.configuration, since), must)
  if (left !== 'nothing') await target.empty()
  const again = run(target, 'restore', file)
  if ((await again.ended) !== 0) throw new Violation(`Restoring again must be done, but: ${again.output()}`)
  same('restored again', await contentsOf(target.configuration, since), must)
  await target.empty()
}

/** What there is where a restore was killed. Looking makes a store, which is as empty as none. */
async function leftBy({ configuration }: Place): Promise<'nothing' | 'a part' | 'something unmarked'> {
  const storage = await openConfiguredStorage(configuration, createLog(configuration))
  try {
    if ((await unfinishedRestore(storage)) !== null) return 'a part'
    const isFilled = (await filledCollection(storage)) !== null || existsSync(join(configuration.data, 'media'))
    return isFilled ? 'something unmarked' : 'nothing'
  } finally {
    await storage.close()
  }
}

/** One of the commands, as a process of its own. */
async function refusedInProcess({ target, file, dice, count }: Ground): Promise<void> {
  const [command, ...args] = dice.pick([
    ['start', '--port', '0'],
    ['subgraph', 'social', '--port', '0'],
    ['backup', `${file}.half`],
    ['restore', file],
    ['doctor'],
  ] as const)
  const child = run(target, command, ...args)
  const ended = await child.ended
  if (ended !== 1 || !child.output().includes('Empty it'))
    throw new Violation(`${command} must refuse a store restored by halves, but ends with ${ended}: ${child.output()}`)
  count('refused as a process')
}

async function killBackup(ground: Ground, phases: Phases): Promise<void> {
  const { directory, source, dice, must, since, target, count } = ground
  const file = join(directory, 'killed.concord')
  count(`backup killed ${await killed(run(source, 'backup', file), phases, dice)}`)
  for (const name of readdirSync(directory).filter((each) => each.startsWith('killed.concord'))) {
    const path = join(directory, name)
    if ((statSync(path).mode & 0o077) !== 0) throw new Violation(`${name} can be read by others`)
    const said = await checkOnly(source.configuration, path, {}, { write: () => true }).then(
      () => 'whole',
      (error: unknown) => (error as { code?: string }).code ?? String(error),
    )
    const kind = name === 'killed.concord' ? 'the file' : 'a leftover'
    if (!(kind === 'the file' ? ['whole'] : ['whole', 'BACKUP_DAMAGED', 'BACKUP_NOT_ONE']).includes(said))
      throw new Violation(`${kind} of a killed backup is ${said}`)
    count(`backup left: ${kind} that is ${said}`)
    if (said === 'whole') await restoresTo({ target, file: path, must, since })
    rmSync(path)
  }
  const again = run(source, 'backup', file)
  if ((await again.ended) !== 0) throw new Violation(`Backing up again must be done, but: ${again.output()}`)
  if (dice.below(4) === 0) await restoresTo({ target, file, must, since })
  rmSync(file)
}

async function restoresTo({
  target,
  file,
  must,
  since,
}: Pick<Ground, 'target' | 'file' | 'must' | 'since'>): Promise<void> {
  const child = run(target, 'restore', file)
  if ((await child.ended) !== 0) throw new Violation(`A whole backup must be restored, but: ${child.output()}`)
  same('restored', await contentsOf(target.configuration, since), must)
  await target.empty()
}

function same(what: string, is: Contents, must: Contents): void {
  const different = differences(is, must)
  if (different.length > 0) throw new Violation(`${what}: ${different.join('; ')}`)
}

/** The revisions are beyond all that were given out, and no link is active. */
function checkRaised(restored: Contents, source: Contents): void {
  for (const [key, text] of restored) {
    if (!key.startsWith(`${ACCOUNTS.name} `)) continue
    const [is, was] = [JSON.parse(text), JSON.parse(source.get(key) ?? '{}')] as { consentRev: number; links: object }[]
    if (is!.consentRev < was!.consentRev + 1_000_000) throw new Violation(`${key} has no raised consentRev`)
    const states = Object.values(is!.links as Record<string, { state: string }>).map(({ state }) => state)
    if (states.includes('ACTIVE')) throw new Violation(`${key} has an active link`)
  }
}
