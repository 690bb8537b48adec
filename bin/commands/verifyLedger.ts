import type { JSONWebKeySet } from 'jose'
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { verifyLedger, type LedgerVerdict, type VerifyOptions } from '../../subgraphs/accounts/ledger/verify.ts'
import { createProgress, type Output } from '../progress.ts'

export interface VerifyLedgerFlags {
  /** A file with the keys that `/.well-known/jwks.json` publishes. Default: no signature is checked. */
  readonly jwks?: string
  /** Files with heads that were kept: a `LedgerHead` as JSON, or its signature alone. Default: none. */
  readonly head?: readonly string[]
}

/** The ledger is whole and its end is proved, it is not, called wrongly. */
export type VerifyLedgerExitCode = 0 | 1 | 2

/** `concord verify-ledger FILE`: checks an exported ledger, line by line, without asking anybody. */
export async function verifyLedgerFile(
  file: string,
  flags: VerifyLedgerFlags,
  { stdout, stderr }: { readonly stdout: Output; readonly stderr: Output },
): Promise<VerifyLedgerExitCode> {
  let opened: Opened
  try {
    opened = open(file, flags)
  } catch (error) {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 2
  }
  const bar = createProgress(stderr, 'Verifying the ledger')
  const lines = linesOf(file, (bytes) => bar.update(bytes, opened.bytes))
  const verdict = await verifyLedger(lines, opened.options).finally(() => bar.stop())
  stdout.write(`${textOf(verdict)}\n`)
  return verdict.ok && verdict.signed !== null ? 0 : 1
}

interface Opened {
  readonly bytes: number
  readonly options: VerifyOptions
}

function open(file: string, { jwks, head = [] }: VerifyLedgerFlags): Opened {
  const stat = attempt(() => statSync(file), `The ledger ${file} must be a readable file`)
  if (!stat.isFile()) throw new Error(`The ledger ${file} must be a file, but is none.`)
  const options = { heads: head.map(keptHead), ...(jwks !== undefined && { jwks: keySet(jwks) }) }
  return { bytes: stat.size, options }
}

function keySet(file: string): JSONWebKeySet {
  const must = `--jwks ${file} must be a file with a JSON Web Key Set`
  const value = attempt(() => JSON.parse(readFileSync(file, 'utf8')) as Partial<JSONWebKeySet> | null, must)
  if (Array.isArray(value?.keys)) return { keys: value.keys }
  throw new Error(`${must}, but has no "keys".`)
}

/** The signature of a head: what the graph shows as `ledgerHead`, or `signature` of it. */
function keptHead(file: string): string {
  const text = attempt(() => readFileSync(file, 'utf8').trim(), `--head ${file} must be a readable file`)
  if (!text.startsWith('{')) return text
  const value = attempt(() => JSON.parse(text) as { signature?: unknown }, `--head ${file} must be JSON`)
  if (typeof value.signature === 'string') return value.signature
  throw new Error(`--head ${file} must hold a ledger head with its "signature", but has none.`)
}

function attempt<T>(action: () => T, must: string): T {
  try {
    return action()
  } catch (error) {
    throw new Error(`${must}, but: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

const CHUNK_BYTES = 1_048_576
/** No record is nearly as long; a file without line ends is not read into memory whole. */
const LONGEST_LINE = 1_048_576

async function* linesOf(file: string, progress: (bytes: number) => void): AsyncGenerator<readonly string[]> {
  const stream = createReadStream(file, { encoding: 'utf8', highWaterMark: CHUNK_BYTES })
  let rest = ''
  for await (const chunk of stream as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LONGEST_LINE) rest = rest.slice(0, LONGEST_LINE)
    yield lines
    progress(stream.bytesRead)
  }
  yield [rest]
}

function textOf(verdict: LedgerVerdict): string {
  if (!verdict.ok) return `${verdict.problem.kind}: ${verdict.problem.message}`
  const { size, head, signed, signatureChecked, withoutBody } = verdict
  const records = `${size.toLocaleString('en')} ${size === 1 ? 'record' : 'records'}`
  const about = signed === null ? '' : ` of account ${signed.account}`
  return [
    `The chain${about} is whole: ${records}${size === 0 ? '' : `, the last has the hash ${head}`}.`,
    endOf(size, signed, signatureChecked),
    ...(withoutBody > 0 ? [`${withoutBody} of them withhold their body, so that their time is not proved.`] : []),
  ].join('\n')
}

function endOf(size: number, signed: { size: number; signedAt: string } | null, checked: boolean): string {
  if (signed === null)
    return 'Its end is not proved: the file must close with a signed head, but has none, so that what was cut off would not show. Export it again, or give a head with --head.'
  const reach = signed.size === size ? '' : ` up to record ${signed.size - 1}`
  return checked
    ? `The head signed ${signed.signedAt} proves it${reach}; its signature holds.`
    : `The head of ${signed.signedAt} agrees with it${reach}, but its signature was not checked: give the keys with --jwks.`
}
