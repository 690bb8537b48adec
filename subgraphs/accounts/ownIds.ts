import type { Ids } from '../runtime/ids/ids.ts'

/**
 * The parts of a local id of accounts' own (`account:link`), or none when it is not one: what comes as the key of an
 * entity may be anything.
 */
export function openOwnId(ids: Ids, id: unknown, type: string): readonly string[] {
  const local = typeof id === 'string' ? ids.open(id, type) : null
  return local === null ? [] : local.split(':')
}
