import { join } from 'node:path'
import { createPrometheusMetrics } from '../../bin/metrics/prometheus.ts'
import { createSeededRandom } from '../../subgraphs/runtime/random/seededRandom.ts'
import type { Log } from '../../subgraphs/runtime/log/log.ts'
import type { Collection, CollectionDefinition, Storage, StoredDocument } from '../../subgraphs/storage/port.ts'
import { startedGraph, type StartedGraph, type StartedGraphOptions } from './startedGraph.ts'
import { storedDocuments } from './storedDocuments.ts'

/** Everything that can be seen of a world from outside of one app, as text that can be compared. */
export interface Seen {
  /** What each other subgraph was asked and what it answered, call by call. */
  readonly calls: Readonly<Record<string, readonly string[]>>
  /** What clients were answered, header by header. */
  readonly answers: readonly string[]
  /** What anybody logged, of whatever level. */
  readonly logs: readonly string[]
  /** What anybody counted, the hidden app's own figures aside. */
  readonly figures: readonly string[]
  /** What the others have stored: rows, events, outboxes, counts. */
  readonly stored: readonly string[]
}

export interface ObservedGraph extends StartedGraph {
  /** Keeps what a client was answered. */
  answered(text: string): void
  readonly log: Log
  /** From now on every read of this collection fails; null ends it. */
  breakReadsOf(collection: string | null): void
  seen(): Promise<Seen>
}

/**
 * A graph that keeps all that can be seen of it past the app called `hidden`. Time stands still and randomness has a
 * seed, so that two of them to which the same happens are the same to the byte.
 */
export async function observedGraph(hidden: string): Promise<ObservedGraph> {
  const calls: Record<string, string[]> = {}
  const [answers, logs]: string[][] = [[], []]
  const log = recordingLog((entry) => logs?.push(entry))
  const reads = { broken: null as string | null }
  const metrics = createPrometheusMetrics()
  const figures = async () => (await metrics.text()).split('\n').filter((line) => !line.includes(`"${hidden}`))
  const graph = await startedGraph({
    log,
    metrics,
    random: createSeededRandom('observed'),
    storage: (storage) => breakable(storage, reads),
    transport: recordCalls(calls, hidden),
  })
  // What was opened before the first request is no part of what is seen.
  const stored = async () => {
    const all = await storedDocuments(join(graph.house.configuration.data, 'store'))
    return all.flatMap((one) => (one.collection.startsWith(`${hidden}_`) ? [] : [JSON.stringify(one)]))
  }
  return {
    ...graph,
    log,
    answered: (text) => void answers?.push(text),
    breakReadsOf: (collection) => void (reads.broken = collection),
    seen: async () => ({
      calls,
      answers: answers ?? [],
      logs: logs ?? [],
      figures: await figures(),
      stored: await stored(),
    }),
  }
}

/** Where two worlds differ, in words, each place cut short; empty where nobody can tell them apart. */
export function differences(one: Seen, other: Seen): string[] {
  const names = [...new Set([...Object.keys(one.calls), ...Object.keys(other.calls)])].sort()
  return [
    ...names.flatMap((name) => compare(`calls of ${name}`, one.calls[name] ?? [], other.calls[name] ?? [])),
    ...compare('answers', one.answers, other.answers),
    ...compare('logs', one.logs, other.logs),
    ...compare('figures', one.figures, other.figures),
    ...compare('stored', one.stored, other.stored),
  ]
}

function compare(what: string, one: readonly string[], other: readonly string[]): string[] {
  const length = Math.max(one.length, other.length)
  const at = Array.from({ length }, (_, index) => index).find((index) => one[index] !== other[index])
  return at === undefined ? [] : [`${what}: ${one[at]?.slice(0, 2_000)} | ${other[at]?.slice(0, 2_000)}`]
}

function recordCalls(calls: Record<string, string[]>, hidden: string): NonNullable<StartedGraphOptions['transport']> {
  return (name, transport) => ({
    async send(request) {
      const { signal: _signal, variablesAgain: _again, ...seen } = request
      const answer = await transport.send(request)
      if (name !== hidden) (calls[name] ??= []).push(JSON.stringify([seen, answer]))
      return answer
    },
    close: () => transport.close(),
  })
}

function recordingLog(write: (entry: string) => void): Log {
  const at = (level: string) => (fields: object, message: string) => write(JSON.stringify([level, fields, message]))
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

function breakable(storage: Storage, reads: { readonly broken: string | null }): Storage {
  return {
    collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D> {
      const inner = storage.collection(definition)
      const read = <T>(act: () => Promise<T>): Promise<T> =>
        reads.broken === definition.name ? Promise.reject(new Error(`${definition.name} is broken`)) : act()
      return {
        getMany: (ids) => read(() => inner.getMany(ids)),
        page: (index, eq, request) => read(() => inner.page(index, eq, request)),
        countMany: (index, equalities, cap) => read(() => inner.countMany(index, equalities, cap)),
        insert: (document) => inner.insert(document),
        replace: (next, rev) => inner.replace(next, rev),
        patch: (id, guard, operations) => inner.patch(id, guard, operations),
        delete: (id, rev) => inner.delete(id, rev),
      }
    },
    check: () => storage.check(),
    close: () => storage.close(),
  }
}
