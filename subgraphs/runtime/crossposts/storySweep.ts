import type { Collection } from '../../storage/port.ts'
import type { Clock } from '../clock/clock.ts'
import { createSweeper, KEPT_INDEX, type Sweep } from '../lifetimes/sweeper.ts'
import type { ReceivedStory } from './copies.ts'
import { dropMediaOf, type StoryMedia } from './storyMedia.ts'

/** Removes an app's stories that nobody will see again, copies and tombstones among them, with what they showed. */
export function storySweep<D extends ReceivedStory>(collection: Collection<D>, media: StoryMedia, clock: Clock): Sweep {
  return createSweeper({ collection, index: KEPT_INDEX.name, clock, before: (story) => dropMediaOf(media, story) })
}
