import type { App } from '../../runtime/identity/identity.ts'

/** For each target of a cross-post, whether a status can be shared there at all: not back in the messenger, not twice. */
export function possibleTargets(apps: readonly App[]): readonly boolean[] {
  const named = new Set<App>(['MESSENGER'])
  return apps.map((app) => {
    const possible = !named.has(app)
    named.add(app)
    return possible
  })
}
