import { loadContract } from '../../schema/contract.ts'
import { systemClock } from '../../subgraphs/runtime/clock/systemClock.ts'
import { silentLog } from '../../subgraphs/runtime/log/log.ts'
import { openProcessBook, runningOf } from '../../subgraphs/runtime/processes/processes.ts'
import { systemRandom } from '../../subgraphs/runtime/random/systemRandom.ts'
import { readAgreement } from '../../subgraphs/runtime/shapes/shapes.ts'
import type { CollectionDefinition, Storage } from '../../subgraphs/storage/port.ts'
import { type Configured, ConfigurationError, type Configuration } from '../configuration.ts'
import { configurationFindings } from '../doctor/configurationFindings.ts'
import { type Finding, inWords } from '../doctor/finding.ts'
import { type KeysLookedAt, lookAtKeys } from '../doctor/keyFindings.ts'
import { processFindings } from '../doctor/processFindings.ts'
import { newerFinding, shapeFinding } from '../doctor/shapeFindings.ts'
import { hasStore, ownerFinding, restoreFinding, storeFindings, writableFinding } from '../doctor/storeFindings.ts'
import { findingsTable } from '../doctor/table.ts'
import { familyDefinitions } from '../house/familyDefinitions.ts'
import { openConfiguredKeys, openConfiguredStorage } from '../house/house.ts'
import type { Output } from '../progress.ts'
import { versionOfPackage } from '../version.ts'

export interface DoctorFlags {
  /** Findings as JSON, for machines. */
  readonly json: boolean
  /** Reads the configuration; throws `ConfigurationError`. */
  readonly configured: () => Configured
}

/** `concord doctor`: everything that an installation stands on, looked at one after the other. Answers the exit code. */
export async function doctor({ json, configured }: DoctorFlags, output: Output): Promise<number> {
  const findings = await examine(configured)
  const failed = findings.some(({ status }) => status === 'fail')
  output.write(`${json ? JSON.stringify({ ok: !failed, findings }, null, 2) : findingsTable(findings)}\n`)
  return failed ? 1 : 0
}

async function examine(configured: () => Configured): Promise<readonly Finding[]> {
  // The configuration, without which nothing else can be looked at
  const read = readConfigured(configured)
  if ('area' in read) return [read]
  const { configuration, keys } = read
  const contract = contractFinding(configuration)

  // The keys; the store with all that is in it, where there is one
  const looked = lookAtKeys(configuration)
  const store = hasStore(configuration) ? await examineStore(configuration, looked) : [noStore(configuration)]
  return [...configurationFindings(keys), contract, ...looked.findings, ...store]
}

function readConfigured(configured: () => Configured): Configured | Finding {
  try {
    return configured()
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    const todo = 'Nothing starts with it. Mend it, then look again.'
    return { area: 'configuration', what: 'all', status: 'fail', found: error.message, todo }
  }
}

function contractFinding(configuration: Configuration): Finding {
  const [area, what] = ['contract', 'composed'] as const
  try {
    const { directory, subgraphs, flows } = loadContract(configuration.contract)
    const found = `${subgraphs.length} subgraphs and ${flows.length} flows, in ${directory}`
    return { area, what, status: 'ok', found }
  } catch (error) {
    return { area, what, status: 'fail', found: inWords(error), todo: 'Run `concord compose` in that folder.' }
  }
}

function noStore({ data }: Configuration): Finding {
  const todo = 'It is made at the first start.'
  return { area: 'store', what: 'kind', status: 'warn', found: `none yet in ${data}`, todo }
}

async function examineStore(configuration: Configuration, looked: KeysLookedAt): Promise<readonly Finding[]> {
  const definitions = definitionsOf(configuration, looked)
  // First what only looks: opening a collection builds its indexes.
  const seen = await storeFindings(configuration, definitions, systemClock)
  if (seen.some(({ status }) => status === 'fail')) return seen
  const storage = await openConfiguredStorage(configuration, silentLog)
  try {
    const writable = await writableFinding(storage)
    if (writable.status === 'fail') return [...seen, writable]
    const partial = await restoreFinding(storage)
    if (partial !== null) return [...seen, writable, partial]
    const owner = looked.fingerprints === null ? [] : [await ownerFinding(storage, openConfiguredKeys(configuration))]
    const shapes = await examineShapes(storage, definitions, looked)
    return [...seen, writable, ...owner, ...shapes]
  } finally {
    await storage.close()
  }
}

/** What documents are written in, and by whom; where a newer release has taken over, no more can be read. */
async function examineShapes(
  storage: Storage,
  definitions: readonly CollectionDefinition<never>[],
  { fingerprints }: KeysLookedAt,
): Promise<readonly Finding[]> {
  const agreed = await readAgreement(storage)
  const taken = newerFinding(agreed, definitions)
  if (taken !== null) return [taken]
  const rows = await openProcessBook(storage, systemClock).list()
  const ours = { version: versionOfPackage(), keys: fingerprints, now: systemClock.wall() }
  return [shapeFinding(agreed, definitions, runningOf(rows, ours.now)), ...processFindings(rows, ours)]
}

/** None where there are no keys yet, or no contract: then no process has opened a collection. */
function definitionsOf(
  configuration: Configuration,
  { fingerprints }: KeysLookedAt,
): readonly CollectionDefinition<never>[] {
  if (fingerprints === null) return []
  try {
    const contract = loadContract(configuration.contract)
    const keys = openConfiguredKeys(configuration)
    return familyDefinitions({
      configuration,
      contract,
      keys,
      clock: systemClock,
      random: systemRandom,
      log: silentLog,
    })
  } catch {
    return []
  }
}
