import type { ProcessRow } from '../../subgraphs/runtime/processes/processes.ts'
import type { KnownShapes } from '../../subgraphs/runtime/shapes/shapes.ts'
import type { CollectionDefinition } from '../../subgraphs/storage/port.ts'
import type { Finding } from './finding.ts'

const [area, what] = ['store', 'shapes'] as const

/** Whether this release reads what is stored, and whether documents are written in its shapes yet. */
export function shapeFinding(
  agreed: KnownShapes | null,
  definitions: readonly Pick<CollectionDefinition<never>, 'name' | 'version'>[],
  running: readonly ProcessRow[],
): Finding {
  if (agreed === null) return { area, what, status: 'ok', found: 'no process has served it yet' }
  const versions = definitions.map(({ name, version }) => ({ name, version, written: agreed[name] ?? version }))
  const newer = versions.filter(({ version, written }) => written > version)
  const older = versions.filter(({ version, written }) => written < version)
  const listed = (all: typeof versions): string =>
    all.map(({ name, version, written }) => `${name} in version ${written} (ours: ${version})`).join(', ')

  if (newer.length > 0) {
    const todo = 'A newer release has taken over: run that one, or a newer one.'
    return { area, what, status: 'fail', found: listed(newer), todo }
  }
  if (older.length === 0) return { area, what, status: 'ok', found: 'documents are written as this release has them' }
  const todo =
    'Fine while you upgrade. It ends by itself when no process of an older release, or with holdShapes, runs.'
  return { area, what, status: 'warn', found: `${listed(older)}, ${heldBy(older, running)}`, todo }
}

function heldBy(older: readonly { name: string; version: number }[], running: readonly ProcessRow[]): string {
  const holding = running.filter(({ shapes }) =>
    older.some(({ name, version }) => (shapes === undefined ? 1 : (shapes[name] ?? version)) < version),
  )
  if (holding.length === 0) return 'until a process of this release has served it'
  return `for ${holding.map(({ role, version, host, pid }) => `${role} (${version}, ${host}:${pid})`).join(', ')}`
}
