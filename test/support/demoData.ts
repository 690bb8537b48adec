import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { readConfiguration, type Configuration } from '../../bin/configuration.ts'
import { prepareDemo } from '../../bin/demo/demo.ts'
import type { ProfileIds } from '../../bin/demo/seed.ts'
import { openHouse } from '../../bin/house/house.ts'
import { createManualClock } from '../../subgraphs/runtime/clock/manualClock.ts'
import { TEST_START } from './subgraphTester.ts'

/** Ten times fewer than the demo has: what the personas see of each other is the same, and seeding takes a second. */
export const CROWD = 20

/** The secret that every data directory of the tests has: ids and tokens made in one hold in all. */
export const ROOT_SECRET = Buffer.alloc(32, 'demo').toString('base64url')

/** A data directory of one's own with demo people, made at `TEST_START`; removed by `await using`. */
export interface DemoData extends AsyncDisposable {
  readonly directory: string
  /** What a command that works on it is configured with. */
  readonly configuration: Configuration
  readonly profiles: ProfileIds
}

/** A copy of the demo people, who are seeded once in a test process: each holder may change what it has. */
export async function copyDemoData(): Promise<DemoData> {
  const { files, profiles } = await (seeded ??= seed())
  const directory = temporaryDirectory()
  for (const [file, bytes] of files) {
    mkdirSync(dirname(join(directory, file)), { recursive: true })
    writeFileSync(join(directory, file), bytes)
  }
  return {
    directory,
    configuration: configurationIn(directory),
    profiles,
    [Symbol.asyncDispose]: async () => rmSync(directory, { recursive: true, force: true }),
  }
}

/** Demo people of one's own in the database that `store` names, which whoever made it drops. */
export async function demoDataIn(store: string): Promise<DemoData> {
  const directory = temporaryDirectory()
  const remove = async (): Promise<void> => rmSync(directory, { recursive: true, force: true })
  try {
    const configuration = configurationIn(directory, { store })
    return { directory, configuration, profiles: await seedIn(configuration), [Symbol.asyncDispose]: remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/** Kept in memory: nobody tells a test process in time that it is the last moment to remove a directory. */
interface Seeded {
  readonly files: ReadonlyMap<string, Buffer>
  readonly profiles: ProfileIds
}

let seeded: Promise<Seeded> | undefined

async function seed(): Promise<Seeded> {
  const directory = temporaryDirectory()
  try {
    const profiles = await seedIn(configurationIn(directory))
    return { files: filesIn(directory), profiles }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

async function seedIn(configuration: Configuration): Promise<ProfileIds> {
  const house = await openHouse(configuration)
  try {
    const clocked = { ...house, clock: createManualClock(TEST_START) }
    return await prepareDemo({ house: clocked, progress: () => undefined, crowd: CROWD })
  } finally {
    await house.close()
  }
}

/** What is in a directory, by path; the store's lock is made anew by whoever opens it. */
function filesIn(directory: string): Map<string, Buffer> {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const kept = paths.filter((path) => !path.endsWith('lock.mdb'))
  return new Map(kept.map((path) => [relative(directory, path), readFileSync(path)]))
}

/** Nothing of the machine's environment: port 0, this machine only, no log. */
function configurationIn(data: string, more: object = {}): Configuration {
  const keys = { rootSecret: ROOT_SECRET }
  return readConfiguration(undefined, {}, { data, keys, port: 0, demo: true, log: { level: 'silent' }, ...more })
}

export function temporaryDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'concord-test-'))
}
