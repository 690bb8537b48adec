import type { ConfiguredKey } from '../configuration.ts'
import type { Finding } from './finding.ts'

/** Each key, its value, and where that comes from; of what is secret only that it is set. */
export function configurationFindings(keys: readonly ConfiguredKey[]): readonly Finding[] {
  return keys.map(({ path, value, source }) => ({
    area: 'configuration',
    what: path,
    status: 'ok',
    found: `${shown(path, value)} (${source})`,
  }))
}

function shown(path: string, value: unknown): string {
  if (path.startsWith('keys.')) return Array.isArray(value) && value.length === 0 ? 'none' : 'set, not shown'
  if (path === 'store') return withoutCredentials(String(value))
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A URL without what stands before `@`, nor what follows `?`, where drivers take secrets too. */
function withoutCredentials(url: string): string {
  return url.replace(/\/\/[^/]*@/, '//…@').replace(/\?.*$/s, '?…')
}
