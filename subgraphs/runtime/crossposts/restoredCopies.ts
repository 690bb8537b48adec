import type { Collection } from '../../storage/port.ts'
import { type CopyRow, createCopies, type ReceivedStory } from './copies.ts'

/**
 * Ends the copy of a status that comes out of a backup; whether it was one that showed. A copy is there on a yes of its
 * person, and what they have said since is lost. Not left to accounts, which knows the newest key alone: a store that was
 * read while people used it may hold a copy of an earlier one. Its picture or film goes when the row is swept.
 */
export async function endRestoredCopy<D extends ReceivedStory>(
  stories: Collection<D>,
  storyId: string,
  emptied: object,
): Promise<boolean> {
  const [row = null] = await stories.getMany([storyId])
  if (row === null || row.crosspost === undefined || row.expiresAt === 0) return false
  await createCopies({ stories, emptied, passed: async () => undefined }).end(row as CopyRow<D>)
  return true
}
