import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SOURCES = ['bin', 'gateway', 'schema', 'subgraphs', 'package.json', 'tsconfig.json']

/** The sources of a release in which the documents of every collection have a newer version. */
export interface NextRelease extends Disposable {
  readonly directory: string
  readonly version: string
}

const SHAPES_FILE = 'subgraphs/runtime/shapes/shapes.ts'
const OPENS = 'collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D> {'

/** Every definition goes through here: it is the same as before, a version later, with both steps. */
const NEXT = `collection<D extends StoredDocument>(before: CollectionDefinition<D>): Collection<D> {
      const definition = nextVersion(before)`
const NEXT_VERSION = `
const nextVersions = new Map<string, unknown>()

function nextVersion<D extends StoredDocument>(before: CollectionDefinition<D>): CollectionDefinition<D> {
  const known = nextVersions.get(before.name)
  if (known !== undefined) return known as CollectionDefinition<D>
  const version = before.version + 1
  const upgrades = { ...before.upgrades, [before.version]: (old: Record<string, unknown>) => old }
  const downgrades = { ...before.downgrades, [version]: (young: Record<string, unknown>) => young }
  const next = { ...before, version, upgrades, downgrades }
  nextVersions.set(before.name, next)
  return next
}
`

/** With the same packages as these sources; removed by `using`. */
export function makeNextRelease(): NextRelease {
  const version = '99.0.0'
  const directory = mkdtempSync(join(tmpdir(), 'concord-next-release-'))
  for (const source of SOURCES) cpSync(join(ROOT, source), join(directory, source), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(directory, 'node_modules'))
  edit(join(directory, SHAPES_FILE), (text) => text.replace(OPENS, NEXT) + NEXT_VERSION, OPENS)
  edit(
    join(directory, 'package.json'),
    (text) => text.replace(/"version": "[^"]+"/, `"version": "${version}"`),
    'version',
  )
  return { directory, version, [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }) }
}

function edit(file: string, change: (text: string) => string, has: string): void {
  const text = readFileSync(file, 'utf8')
  if (!text.includes(has)) throw new Error(`${file} must have "${has}", which is changed for the next release`)
  writeFileSync(file, change(text))
}
