import { DELTA } from '../../subgraphs/runtime/grants/constants.ts'
import type { KeyFingerprints } from '../../subgraphs/runtime/keys/fingerprints.ts'
import { GONE_MS, type ProcessRow } from '../../subgraphs/runtime/processes/processes.ts'
import type { Finding } from './finding.ts'

const area = 'processes'

export interface Ours {
  readonly version: string
  /** Null where this installation has no keys yet. */
  readonly keys: KeyFingerprints | null
  /** The clock of whoever looks, in milliseconds since the epoch. */
  readonly now: number
}

/** One line for each process that runs, and one for those that ended without saying so. */
export function processFindings(rows: readonly ProcessRow[], ours: Ours): readonly Finding[] {
  const running = rows.filter(({ seenAt }) => ours.now - seenAt < GONE_MS)
  const gone = rows.filter(({ seenAt }) => ours.now - seenAt >= GONE_MS)
  if (rows.length === 0) return [{ area, what: 'running', status: 'ok', found: 'none' }]
  return [...running.map((row) => processFinding(row, ours)), ...(gone.length === 0 ? [] : [goneFinding(gone)])]
}

function processFinding(row: ProcessRow, ours: Ours): Finding {
  const what = row.role
  const found = `${row.version}, ${row.host}:${row.pid}, Node ${row.node}, keys ${row.keys.root} ${row.keys.token.slice(0, 8)}`
  const trouble = troubleOf(row, ours)
  return trouble === null
    ? { area, what, status: 'ok', found }
    : { area, what, found: `${trouble.what}: ${found}`, ...trouble.rest }
}

interface Trouble {
  readonly what: string
  readonly rest: Pick<Finding, 'status' | 'todo'>
}

/** The worst first. */
function troubleOf({ keys, version, clocksDiffer, seenAt }: ProcessRow, ours: Ours): Trouble | null {
  const fail = (what: string, todo: string): Trouble => ({ what, rest: { status: 'fail', todo } })
  const warn = (what: string, todo: string): Trouble => ({ what, rest: { status: 'warn', todo } })
  if (ours.keys !== null && keys.permanent !== ours.keys.permanent)
    return fail('another permanent secret', 'Stop it: it seals ids that nobody else can open. Configure the same keys.')
  if (ours.keys !== null && !ours.keys.accepted.includes(keys.root))
    return fail(
      'a root secret that is not accepted here',
      'Configure the same keys.rootSecret for all, or name it in keys.acceptedSecrets while you rotate.',
    )
  if (clocksDiffer)
    return fail('holds consented data back, since clocks differ', 'Synchronise its clock and the others’ (NTP).')
  if (seenAt - ours.now > DELTA)
    return fail(`its clock is ${seenAt - ours.now} ms ahead of ours, at the least`, 'Synchronise both clocks (NTP).')
  if (ours.keys !== null && keys.token !== ours.keys.token)
    return warn('another token key', 'Unless token keys are being rotated, configure the same keys.tokenKey for all.')
  if (ours.keys !== null && keys.root !== ours.keys.root)
    return warn('another root secret, which is accepted', 'Fine while keys are rotated; bring all to one then.')
  if (version !== ours.version)
    return warn(`another version than ours (${ours.version})`, 'Fine while you upgrade; bring all to one version then.')
  return null
}

function goneFinding(gone: readonly ProcessRow[]): Finding {
  const roles = [...new Set(gone.map(({ role }) => role))].toSorted().join(', ')
  return {
    area,
    what: 'gone',
    status: 'warn',
    found: `${gone.length} ended without saying so, or cannot be heard: ${roles}`,
    todo: 'Look whether they should run. They are forgotten after an hour.',
  }
}
