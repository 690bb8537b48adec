import type { Storage } from '../../subgraphs/storage/port.ts'
import { createAroundStorage } from './aroundStorage.ts'

export interface OldReads {
  readonly storage: Storage
  /** Keeps what was read last of each collection. */
  readonly keep: () => void
  /** Plain reads answer what was kept, as they may within one turn; a write, also one that loses, ends the turn. */
  readonly turnBack: () => void
}

/** A store whose plain reads may be a turn old, as the port allows: guarded writes alone are of now. For one person. */
export function createOldReads(inner: Storage): OldReads {
  const last = new Map<string, unknown>()
  let kept: ReadonlyMap<string, unknown> = new Map()
  let answered: ReadonlyMap<string, unknown> = new Map()
  const storage = createAroundStorage(inner, async <T>(collection: string, method: string, go: () => Promise<T>) => {
    if (method === 'page' || method === 'countMany') return go()
    if (method !== 'getMany') answered = new Map()
    else if (answered.has(collection)) return answered.get(collection) as T
    const answer = await go()
    if (method === 'getMany') last.set(collection, answer)
    return answer
  })
  return {
    storage,
    keep: () => void (kept = new Map(last)),
    turnBack: () => void (answered = kept),
  }
}
