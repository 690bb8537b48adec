import { readType } from '../../runtime/ids/readType.ts'

/**
 * Whether this is an id that names this type. All that accounts can tell of the ids of the apps: the MAC is theirs, so
 * that a forged id looks like a real one here, and both get the same answer.
 */
export function idNamesType(id: unknown, type: string): id is string {
  return typeof id === 'string' && readType(id) === type
}
