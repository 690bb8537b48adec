import { endRestoredCopy } from '../runtime/crossposts/restoredCopies.ts'
import { contentOf } from './internal/crosspostedStories.ts'
import type { PhotoStore } from './store.ts'

export { STORIES } from './store.ts'

/** A story as it comes out of a backup: the copy of a status has ended. Whether it was one that showed. */
export function settleStory({ stories }: Pick<PhotoStore, 'stories'>, storyId: string): Promise<boolean> {
  return endRestoredCopy(stories, storyId, contentOf(null))
}
