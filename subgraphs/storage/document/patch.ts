import type { PatchOperations } from '../port.ts'
import { kindOf, misuse } from './misuse.ts'
import type { Path } from './paths.ts'
import { holderOf, parsePath, readPath } from './paths.ts'
import type { Plain, PlainObject } from './plain.ts'
import { copyPlain } from './plain.ts'
import { scalar } from './scalars.ts'

const OPERATORS = ['set', 'unset', 'inc', 'push', 'addToSet', 'pull'] as const

/**
 * Checks what can be known of a patch before the document is read: no path twice or inside another, none of them `_id`,
 * `rev` or a field of a unique index (`fixed`), every operand of the type that its operator takes.
 */
export function checkOperations(operations: PatchOperations, fixed: ReadonlySet<string>): void {
  const unknown = Object.keys(operations).find((name) => !OPERATORS.includes(name as (typeof OPERATORS)[number]))
  if (unknown !== undefined) throw misuse(`A patch knows ${OPERATORS.join(', ')}, but got: "${unknown}".`)
  const paths = [...(operations.unset ?? [])]
  for (const name of OPERATORS) if (name !== 'unset') paths.push(...Object.keys(operations[name] ?? {}))
  checkPaths(paths, fixed)
  for (const [path, by] of Object.entries(operations.inc ?? {})) {
    if (!Number.isFinite(by)) throw misuse(`inc of "${path}" needs a finite number, but got: ${kindOf(by)}.`)
  }
  for (const name of ['push', 'addToSet', 'pull'] as const) {
    for (const [path, values] of Object.entries(operations[name] ?? {})) {
      if (!Array.isArray(values)) throw misuse(`${name} of "${path}" needs an array, but got: ${kindOf(values)}.`)
    }
  }
}

function checkPaths(paths: readonly string[], fixed: ReadonlySet<string>): void {
  const all = new Set<string>(paths)
  if (all.size < paths.length) throw misuse('A path may stand in one operator of a patch only, once.')
  const blocked = new Set([...fixed, '_id', 'rev'])
  for (const path of paths) {
    const fields = parsePath(path)
    const lineage = fields.map((_, at) => fields.slice(0, at + 1).join('.'))
    const untouchable = lineage.find((part) => blocked.has(part)) ?? [...blocked].find((f) => f.startsWith(`${path}.`))
    if (untouchable !== undefined) throw misuse(`A patch must not change "${untouchable}": it never changes.`)
    const above = lineage.slice(0, -1).find((part) => all.has(part))
    if (above !== undefined) throw misuse(`A patch must not change "${above}" and "${path}" at once.`)
  }
}

/** Applies checked operations to the document in place. What a document refuses (`inc` of a string) is misuse. */
export function applyOperations(document: PlainObject, operations: PatchOperations): void {
  each(operations.set, (path, value) => write(document, path, copyPlain(value, path.join('.'))))
  for (const path of operations.unset ?? []) remove(document, parsePath(path))
  each(operations.inc, (path, by) => increment(document, path, by))
  each(operations.push, (path, values) => {
    arrayAt(document, path, 'push').push(...values.map((value) => copyPlain(value, path.join('.'))))
  })
  each(operations.addToSet, (path, values) => {
    const array = arrayAt(document, path, 'addToSet')
    for (const value of values) {
      const wanted = scalar(value, `A value of addToSet of "${path.join('.')}"`)
      if (!array.includes(wanted)) array.push(wanted)
    }
  })
  each(operations.pull, (path, values) => {
    if (readPath(document, path) === undefined) return
    const array = arrayAt(document, path, 'pull')
    const gone = new Set<Plain>(values.map((value) => scalar(value, `A value of pull of "${path.join('.')}"`)))
    write(
      document,
      path,
      array.filter((element) => !gone.has(element)),
    )
  })
}

function each<V>(entries: Readonly<Record<string, V>> | undefined, apply: (path: Path, value: V) => void): void {
  for (const path in entries) apply(parsePath(path), entries[path]!)
}

function write(document: PlainObject, path: Path, value: Plain): void {
  holderOf(document, path)[path.at(-1)!] = value
}

function remove(document: PlainObject, path: Path): void {
  const above = path.length === 1 ? document : readPath(document, path.slice(0, -1))
  if (Array.isArray(above)) throw misuse(`The path "${path.join('.')}" must not lead through an array.`)
  if (typeof above === 'object' && above !== null) delete above[path.at(-1)!]
}

function increment(document: PlainObject, path: Path, by: number): void {
  const holder = holderOf(document, path)
  const field = path.at(-1)!
  const now = Object.hasOwn(holder, field) ? holder[field] : 0
  if (typeof now !== 'number') throw misuse(`inc needs a number at "${path.join('.')}", but it holds ${kindOf(now)}.`)
  const next = now + by
  if (!Number.isFinite(next)) throw misuse(`inc of "${path.join('.')}" must stay a finite number.`)
  holder[field] = next + 0
}

function arrayAt(document: PlainObject, path: Path, operator: string): Plain[] {
  const holder = holderOf(document, path)
  const field = path.at(-1)!
  const array: Plain = Object.hasOwn(holder, field) ? holder[field]! : (holder[field] = [])
  if (Array.isArray(array)) return array
  throw misuse(`${operator} needs an array at "${path.join('.')}", but it holds ${kindOf(array)}.`)
}
