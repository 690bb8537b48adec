import { readFileSync } from 'node:fs'
import { Pool } from 'undici'
import { quantile } from './statistics.ts'

export interface Measured {
  /** Requests per second. */
  readonly rate: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  /** CPU of the process under load, milliseconds per request. */
  readonly cpu: number
}

export interface Load {
  readonly url: string
  /** Whose CPU is measured. */
  readonly pid: number
  readonly requests: number
  /** Kept alive, each with one request at a time. */
  readonly connections: number
  /** The nth request. */
  readonly request: (n: number) => { readonly body: string; readonly headers?: Readonly<Record<string, string>> }
  /** Looks at each answer; throws where it is not what it must be. */
  readonly check: (text: string) => void
}

export async function load({ url, pid, requests, connections, request, check }: Load): Promise<Measured> {
  const pool = new Pool(url, { connections })
  const took: number[] = []
  const cpuBefore = cpuMilliseconds(pid)
  const begun = performance.now()
  let sent = 0
  const worker = async (): Promise<void> => {
    while (sent < requests) {
      const { body, headers } = request(sent++)
      const since = performance.now()
      const response = await pool.request({
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      })
      const text = await response.body.text()
      took.push(performance.now() - since)
      check(text)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  const elapsed = performance.now() - begun
  await pool.close()
  return {
    rate: (requests * 1000) / elapsed,
    p50: quantile(took, 0.5),
    p99: quantile(took, 0.99),
    cpu: (cpuMilliseconds(pid) - cpuBefore) / requests,
  }
}

export const canonical = (text: string): string => JSON.stringify((JSON.parse(text) as { data: unknown }).data)

/** User and system time of a process, from /proc (Linux), in milliseconds; NaN elsewhere. */
export function cpuMilliseconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return Number.NaN
  }
}

/** The largest resident set of a process so far, in MiB; NaN where /proc is missing. */
export function peakMemory(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}
