import { readFileSync } from 'node:fs'

/** The version in package.json, which stands beside dist or beside bin; `unknown` where it cannot be read. */
export function versionOfPackage(): string {
  for (const path of ['../package.json', '../../package.json']) {
    try {
      return (JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as { version: string }).version
    } catch {
      // Looked for in the next place.
    }
  }
  return 'unknown'
}
