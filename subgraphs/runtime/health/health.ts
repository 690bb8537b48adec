import type { Storage } from '../../storage/port.ts'
import type { Shapes } from '../shapes/shapes.ts'

/** A part without which a process does less, or nothing. */
export interface HealthCheck {
  /** `store`, `clock`, or the name of a subgraph: what `missing` says. */
  readonly name: string
  /** Whether requests must go elsewhere while it is missing. */
  readonly isEssential: boolean
  /** Why it is missing, as a code; null when it is there. Never rejects. */
  readonly look: () => Promise<string | null> | string | null
}

/** What `GET /readyz` says: codes and names of ours only, so that anybody may read it. */
export interface Health {
  /** `degraded`: something is missing, but requests are answered. */
  readonly status: 'ready' | 'degraded' | 'not ready' | 'starting' | 'stopping'
  /** In alphabetical order. */
  readonly missing: readonly string[]
  /** Why, for each that is missing. */
  readonly codes: Readonly<Record<string, string>>
}

/** Health of a process that is not stopping. */
export async function lookAtHealth(checks: readonly HealthCheck[]): Promise<Health> {
  const looked = await Promise.all(checks.map(async (check) => ({ ...check, code: await check.look() })))
  const missing = looked.filter(({ code }) => code !== null).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const isFit = missing.every(({ isEssential }) => !isEssential)
  return {
    status: missing.length === 0 ? 'ready' : isFit ? 'degraded' : 'not ready',
    missing: missing.map(({ name }) => name),
    codes: Object.fromEntries(missing.map(({ name, code }) => [name, code ?? ''])),
  }
}

/** Whether the store can be read and written, with the store's own code. */
export function storeCheck(storage: Pick<Storage, 'check'>): HealthCheck {
  return {
    name: 'store',
    isEssential: true,
    look: () =>
      storage.check().then(
        () => null,
        (error: unknown) => codeOf(error) ?? 'STORE_UNAVAILABLE',
      ),
  }
}

/** Whether this process reads all that others write: a newer release may have taken over. */
export function releaseCheck(shapes: Pick<Shapes, 'tooOld'>): HealthCheck {
  return { name: 'release', isEssential: true, look: () => shapes.tooOld()?.code ?? null }
}

/** Whether clocks agree: where not, everything but consented data is answered. */
export function clockCheck(trusted: () => boolean): HealthCheck {
  return { name: 'clock', isEssential: false, look: () => (trusted() ? null : 'CLOCKS_DIFFER') }
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { readonly code?: unknown } | null)?.code
  return typeof code === 'string' && code.startsWith('STORE_') ? code : undefined
}
