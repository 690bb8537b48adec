import type { ProcessRow } from '../../subgraphs/runtime/processes/processes.ts'
import type { KnownShapes } from '../../subgraphs/runtime/shapes/shapes.ts'
import type { CollectionDefinition } from '../../subgraphs/storage/port.ts'
import type { Finding } from './finding.ts'

const [area, what] = ['store', 'shapes'] as const

type Known = readonly Pick<CollectionDefinition<never>, 'name' | 'version'>[]

/** What is written in newer shapes than this release reads; null where there is nothing. */
export function newerFinding(agreed: KnownShapes | null, definitions: Known): Finding | null {
  const newer = definitions.filter(({ name, version }) => writtenIn(agreed, name, version) > version)
  if (newer.length === 0) return null
  const todo = 'A newer release has taken over: run that one, or a newer one.'
  return { area, what, status: 'fail', found: listed(agreed, newer), todo }
}

/** Whether documents are written in the shapes of this release yet, and if not, for whose sake. */
export function shapeFinding(
  agreed: KnownShapes | null,
  definitions: Known,
  running: readonly Pick<ProcessRow, 'shapes' | 'role' | 'version' | 'host' | 'pid'>[],
): Finding {
  if (agreed === null) return { area, what, status: 'ok', found: 'no process has served it yet' }
  const older = definitions.filter(({ name, version }) => writtenIn(agreed, name, version) < version)
  if (older.length === 0) return { area, what, status: 'ok', found: 'documents are written as this release has them' }
  const holding = running.filter(({ shapes }) =>
    older.some(({ name, version }) => (shapes === undefined ? 1 : (shapes[name] ?? version)) < version),
  )
  const whose =
    holding.length === 0
      ? 'until a process of this release has served it'
      : `for ${holding.map(({ role, version, host, pid }) => `${role} (${version}, ${host}:${pid})`).join(', ')}`
  const todo =
    'Fine while you upgrade. It ends by itself when no process of an older release, or with holdShapes, runs.'
  return { area, what, status: 'warn', found: `${listed(agreed, older)}, ${whose}`, todo }
}

function writtenIn(agreed: KnownShapes | null, name: string, version: number): number {
  return agreed?.[name] ?? version
}

function listed(agreed: KnownShapes | null, definitions: Known): string {
  return definitions
    .map(({ name, version }) => `${name} in version ${writtenIn(agreed, name, version)} (ours: ${version})`)
    .join(', ')
}
