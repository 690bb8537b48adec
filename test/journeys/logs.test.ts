import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfiguration } from '../../bin/configuration.ts'
import { personas } from '../../bin/demo/personas.ts'
import { createLog } from '../../bin/house/house.ts'
import type { SubgraphTransport } from '../../gateway/transport.ts'
import type { Collection, CollectionDefinition, Storage, StoredDocument } from '../../subgraphs/storage/port.ts'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'
import { storedDocuments, textsIn } from '../support/storedDocuments.ts'
import { ALL } from './operations/all.ts'
import { askListed, type Listed } from './operations/listed.ts'
import { withVariables } from './operations/usual.ts'

/**
 * What the log holds at its loudest, written by pino as the processes write it, while everything is asked: as it should
 * be, with a store that fails in the words of those whose data it holds, and with subgraphs that do.
 */
const lines: string[] = []
const broken = { store: false, subgraphs: false }
let graph: StartedGraph
let list: readonly Listed[]
/** Ids, names, handles, captions and texts: whatever the demo people have stored. */
let personal: readonly string[]

beforeAll(async () => {
  const loud = readConfiguration(undefined, {}, { log: { level: 'debug' } })
  const log = createLog(loud, { write: (line) => void lines.push(line) })
  graph = await startedGraph({ log, storage: breakable, transport: (_name, transport) => failing(transport) })
  list = await Promise.all(ALL.map((listed) => withVariables(listed, graph)))
  const stored = await storedDocuments(join(graph.house.configuration.data, 'store'))
  personal = [...new Set([...stored.flatMap(({ document }) => textsIn(document)), ...personas.map(({ name }) => name)])]
    // Words of the published vocabularies, and days, are nobody's own.
    .filter((text) => text.length > 3 && !/^[A-Z_]+$|^[\d:.TZ-]+$|^[a-z]+$/.test(text))
})
afterAll(() => graph[Symbol.asyncDispose]())

/** A failure as it must not be told: it quotes what somebody wrote. */
const quoting = (): Error => new Error(`at ${personal[0]}\nat ${personal.slice(0, 500).join('\nat ')}`)

function breakable(storage: Storage): Storage {
  const unless = <T>(act: () => Promise<T>): Promise<T> => (broken.store ? Promise.reject(quoting()) : act())
  return {
    ...storage,
    collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D> {
      const inner = storage.collection(definition)
      return {
        getMany: (ids) => unless(() => inner.getMany(ids)),
        page: (index, eq, request) => unless(() => inner.page(index, eq, request)),
        countMany: (index, equalities, cap) => unless(() => inner.countMany(index, equalities, cap)),
        insert: (document) => unless(() => inner.insert(document)),
        replace: (next, rev) => unless(() => inner.replace(next, rev)),
        patch: (id, guard, operations) => unless(() => inner.patch(id, guard, operations)),
        delete: (id, rev) => unless(() => inner.delete(id, rev)),
      }
    },
  }
}

function failing(transport: SubgraphTransport): SubgraphTransport {
  return {
    send: (request) => (broken.subgraphs ? Promise.reject(quoting()) : transport.send(request)),
    close: () => transport.close(),
  }
}

/** Asks the whole list; answers what was logged meanwhile, and in how many lines. */
async function askAll(): Promise<{ readonly log: string; readonly count: number }> {
  lines.length = 0
  for (const listed of list) await askListed(graph, listed)
  await graph.clock.advance(10_000)
  return { log: lines.join(''), count: lines.length }
}

/** Texts of people that are in a log, each as JSON would have it. */
function found(log: string): readonly string[] {
  return personal.filter((text) => log.includes(JSON.stringify(text).slice(1, -1)))
}

describe('the log, at its loudest', () => {
  test('knows what to look for', () => {
    expect(personal.length).toBeGreaterThan(500)
    expect(found(`{"level":50,"msg":"Ada Okafor was here"}`)).toEqual(['Ada Okafor'])
  })

  test.each<[string, Partial<typeof broken>]>([
    ['while all is well', {}],
    ['while the store fails', { store: true }],
    ['while subgraphs fail', { subgraphs: true }],
  ])('holds no id, name or text of a person, %s', async (_, how) => {
    Object.assign(broken, { store: false, subgraphs: false }, how)
    const { log, count } = await askAll()
    expect(count > 0).toBe(Object.keys(how).length > 0)
    expect(found(log)).toEqual([])
    expect(log).not.toMatch(/eyJ[\w-]{10,}\.|[Bb]earer|"grant"/)
  })

  test('leads from the request, as its client knows it, to what a subgraph says of it', async () => {
    Object.assign(broken, { store: true, subgraphs: false })
    lines.length = 0
    const { headers } = await graph.ask('{ photoMe { id } }', { by: ['Ada Okafor', 'PHOTO'] })
    const said = lines.map((line) => JSON.parse(line) as Partial<Record<'requestId' | 'callId' | 'msg', string>>)
    const { callId } = said.find(({ requestId }) => requestId === headers.get('x-request-id')) ?? {}
    expect(callId).toMatch(/^[\w-]{22}$/)
    expect(said.filter((line) => line.callId === callId).map(({ msg }) => msg)).toEqual([
      'a resolver failed',
      'A subgraph failed by itself.',
    ])
  })

  test('names the request of what failed, as its client knows it', async () => {
    Object.assign(broken, { store: false, subgraphs: true })
    lines.length = 0
    const { headers } = await graph.ask('{ photoMe { id } }', { by: ['Ada Okafor', 'PHOTO'] })
    expect(lines.map((line) => (JSON.parse(line) as { requestId?: string }).requestId)).toEqual([
      headers.get('x-request-id'),
    ])
  })
})
