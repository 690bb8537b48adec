import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { systemClock } from '../../subgraphs/runtime/clock/systemClock.ts'
import { type Configuration, ConfigurationError, EXIT_CONFIGURATION } from '../configuration.ts'
import type { ServedMetrics } from '../metrics/serveMetrics.ts'
import type { Output } from '../progress.ts'
import type { Running } from '../untilStopped.ts'
import type { GatewayFlags } from './gateway.ts'

interface WorkersOptions {
  /** How many processes answer; each takes one core. */
  readonly count: number
  /** How long a worker's stop may take, in milliseconds. */
  readonly stopMs: number
  /** Where the figures of all of them are shown together. */
  readonly metrics: Configuration['metrics']
  readonly clock: Clock
  readonly output: Output
}

/** How long a worker has to live so that its end is no sign that it cannot live at all. */
const SOUND_MS = 5_000
/** How long to wait before a worker that ended soon is started again. */
const PAUSE_MS = 1_000

/** `concord gateway --workers N`: one process, or one that watches over N. Each of these runs this command again. */
export async function gatewayInWorkers(
  configuration: Configuration,
  flags: GatewayFlags,
  count: number,
  output: Output,
): Promise<Running> {
  if (count === 1 || cluster.isWorker) {
    const { gateway } = await import('./gateway.ts')
    if (!cluster.isWorker) return gateway(configuration, flags, output)
    // Who watches over the workers says where they are, once.
    return gateway(configuration, flags, silent).catch((error: unknown) => {
      // The channel to it would keep a process alive that has nothing to do.
      cluster.worker?.disconnect()
      throw error
    })
  }
  const { limits, metrics } = configuration
  return superviseWorkers({ count, stopMs: limits.stopMs, metrics, clock: systemClock, output })
}

const silent: Output = { write: () => true }

/**
 * Runs this same command in `count` processes that share one listening port: this process hands each new connection to
 * the next of them. A worker that dies is replaced, at once when it had lived for a while; the requests that it was
 * answering fail, the others never notice. Rejects when the workers cannot start, with what they said on stderr.
 */
async function superviseWorkers({ count, stopMs, metrics, clock, output }: WorkersOptions): Promise<Running> {
  const stopping = new AbortController()
  const workers = new Set<Worker>()
  let shown: ServedMetrics | null = null

  async function keepAlive(worker: Worker): Promise<void> {
    for (let current = worker; ;) {
      const born = clock.monotonic()
      workers.add(current)
      await once(current, 'exit')
      workers.delete(current)
      if (stopping.signal.aborted) return
      if (clock.monotonic() - born < SOUND_MS) await clock.wait(PAUSE_MS, stopping.signal).catch(() => undefined)
      if (stopping.signal.aborted) return
      current = cluster.fork()
    }
  }

  async function stop(): Promise<void> {
    stopping.abort()
    await shown?.stop()
    await Promise.all([...workers].map((worker) => stopWorker(worker, stopMs, clock)))
  }

  // Two that begin at once would both try to bind a port that is taken: the first says whether it can be had.
  const first = cluster.fork()
  const port = await listening(first)
  const others = Array.from({ length: count - 1 }, () => cluster.fork())
  for (const worker of [first, ...others]) void keepAlive(worker)
  try {
    await Promise.all(others.map(listening))
    shown = await showFigures(workers, metrics, clock)
  } catch (error) {
    await stop()
    throw error
  }
  output.write(`The gateway answers POST ${port}/graphql in ${count} processes\n`)
  if (shown !== null) output.write(`Figures are at ${shown.url}\n`)
  return { graceMs: stopMs, stop }
}

/** Rejects when the port is taken. */
async function showFigures(
  workers: ReadonlySet<Worker>,
  { host, port }: Configuration['metrics'],
  clock: Clock,
): Promise<ServedMetrics | null> {
  if (port === undefined) return null
  const { figuresOfWorkers } = await import('../metrics/workers.ts')
  const { serveMetrics } = await import('../metrics/serveMetrics.ts')
  return serveMetrics(figuresOfWorkers(workers, clock), { host, port })
}

/** Where the worker listens, once it does. */
async function listening(worker: Worker): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.once('listening', ({ address, port }) => {
      resolve(`http://${address?.includes(':') ? `[${address}]` : (address ?? '127.0.0.1')}:${port}`)
    })
    worker.once('exit', (code) => {
      const message = `The workers of the gateway must start, but one ended with ${code}. What it wrote is above.`
      reject(code === EXIT_CONFIGURATION ? new ConfigurationError(message) : new Error(message))
    })
  })
}

async function stopWorker(worker: Worker, stopMs: number, clock: Clock): Promise<void> {
  if (worker.isDead()) return
  const ended = once(worker, 'exit')
  worker.process.kill('SIGTERM')
  const late = new AbortController()
  clock.wait(stopMs, late.signal).then(
    () => worker.process.kill('SIGKILL'),
    () => undefined,
  )
  await ended
  late.abort()
}
