import { describe, expect, test } from 'vitest'
import { importsOf, sourceFiles, type Import } from '../support/imports.ts'

/**
 * The import table of the architecture, executed. A room is the longest prefix that fits a file; `may` lists what its
 * files may import besides themselves and node's own modules: our own paths by prefix, packages by name.
 */
interface Room {
  readonly prefix: string
  readonly may: readonly string[]
  readonly sentence: string
}

const apolloComposition = ['@apollo/composition', '@apollo/federation-internals', '@apollo/query-planner']
const floor = ['subgraphs/runtime/', 'subgraphs/storage/port.ts']
const domain = (name: string, more: readonly string[] = []): Room => ({
  prefix: `subgraphs/${name}/`,
  may: [...floor, 'graphql', 'dataloader', 'zod', ...more],
  sentence: `the ${name} subgraph may import its own folder, the runtime and the storage port; never another domain, never the gateway`,
})

const rooms: readonly Room[] = [
  {
    prefix: 'schema/',
    may: ['graphql', ...apolloComposition, 'yaml', 'zod', 'canonicalize'],
    sentence: 'schema/ may import graphql and Apollo composition; no resolver, no gateway',
  },
  {
    prefix: 'gateway/',
    may: [
      'schema/',
      'subgraphs/runtime/',
      'graphql',
      '@apollo/server',
      '@apollo/subgraph',
      '@apollo/gateway',
      '@apollo/query-planner',
      '@apollo/federation-internals',
      'undici',
      'jose',
      'zod',
    ],
    sentence: 'gateway/ may import schema/ and the floor of the subgraphs; never a domain subgraph, never storage',
  },
  { prefix: 'gateway/playground/', may: [], sentence: 'the playground is a client like any other: its own files only' },
  {
    prefix: 'gateway/playground/page/',
    may: [
      'react',
      'react-dom',
      'graphiql',
      '@graphiql/react',
      '@graphiql/toolkit',
      '@graphiql/plugin-history',
      'graphql',
      'monaco-editor',
      'monaco-graphql',
    ],
    sentence: 'the playground is a client like any other: its own files and what a page is made of',
  },
  {
    prefix: 'gateway/playground/vite.config.ts',
    may: ['vite'],
    sentence: 'the configuration of the build of the page',
  },
  {
    prefix: 'subgraphs/runtime/',
    may: [
      'graphql',
      '@apollo/subgraph',
      'dataloader',
      'zod',
      'jose',
      'undici',
      'canonicalize',
      'sharp',
      'mediabunny',
      'subgraphs/storage/port.ts',
    ],
    sentence: 'the runtime is the floor that all subgraphs stand on: it knows no domain, no adapter and no gateway',
  },
  { prefix: 'subgraphs/storage/port.ts', may: [], sentence: 'the storage port stands alone' },
  { prefix: 'subgraphs/storage/', may: [], sentence: 'storage/ knows its port; an adapter adds its own driver' },
  {
    prefix: 'subgraphs/storage/memory/',
    may: ['subgraphs/storage/port.ts', 'subgraphs/storage/document/'],
    sentence: 'an adapter knows the port, never another adapter',
  },
  {
    prefix: 'subgraphs/storage/lmdb/',
    may: ['subgraphs/storage/port.ts', 'subgraphs/storage/document/', 'subgraphs/runtime/log/', 'lmdb'],
    sentence: 'an adapter knows the port and its own driver, never another adapter',
  },
  {
    prefix: 'subgraphs/storage/mongo/',
    may: ['subgraphs/storage/port.ts', 'subgraphs/storage/document/', 'subgraphs/runtime/log/', 'mongodb'],
    sentence: 'an adapter knows the port and its own driver, never another adapter',
  },
  domain('accounts', ['jose']),
  domain('messenger', ['ts-mls']),
  domain('photo'),
  domain('social'),
]

const packages = (room: Room): readonly string[] =>
  room.may.filter((entry) => !entry.includes('/') || entry.startsWith('@'))
const roomOf = (file: string): Room | undefined =>
  rooms.filter((room) => file.startsWith(room.prefix)).toSorted((a, b) => b.prefix.length - a.prefix.length)[0]

/** Why this import is not allowed, or null. */
function broken(found: Import): string | null {
  const room = roomOf(found.from)
  if (room === undefined) return `${found.from} stands in no room of the architecture`
  const allowed = found.own
    ? found.to.startsWith(room.prefix) || room.may.some((entry) => found.to.startsWith(entry))
    : found.to.startsWith('node:') || packages(room).includes(found.to)
  return allowed ? null : `${found.from} imports ${found.to}: ${room.sentence}`
}

const inside = ['schema', 'gateway', 'subgraphs'].flatMap(sourceFiles)

describe('the import table of the architecture', () => {
  test('no file reaches out of its room', () => {
    expect(inside.flatMap(importsOf).flatMap((found) => broken(found) ?? [])).toEqual([])
  })

  test('nobody imports tests or the command line', () => {
    const outside = inside.flatMap(importsOf).filter((found) => found.own && /^(test|bin|bench)\//.test(found.to))
    expect(outside).toEqual([])
  })

  test('the reader of imports finds what a broken house would hold', () => {
    const wrong = { from: 'subgraphs/photo/store.ts', to: 'subgraphs/social/store.ts', own: true, typeOnly: false }
    expect(broken(wrong)).toMatch(/never another domain/)
    expect(broken({ ...wrong, from: 'gateway/gateway.ts' })).toMatch(/never a domain subgraph/)
    expect(broken({ ...wrong, to: 'lmdb', own: false })).toMatch(/storage port/)
    expect(importsOf('test/house/imports.test.ts').map((found) => found.to)).toContain('test/support/imports.ts')
  })
})

describe('cycles', () => {
  test('no file imports itself through others', () => {
    const graph = new Map(
      inside.map((file) => [
        file,
        importsOf(file).flatMap((found) => (found.own && !found.typeOnly ? [found.to] : [])),
      ]),
    )
    expect(cycles(graph)).toEqual([])
  })

  test('a cycle would be seen', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
    ])
    expect(cycles(graph)).toEqual(['a → b → c → a'])
  })
})

/** Each cycle once, as a path, found by depth-first search. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file)
    if (start >= 0) found.push([...path.slice(start), file].join(' → '))
    if (start >= 0 || done.has(file)) return
    for (const next of graph.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  return found
}
