import { createStoryReceiver, storyOperations } from '../../runtime/crossposts/receiver.ts'
import type { StoryMedia } from '../../runtime/crossposts/storyMedia.ts'
import type { InternalOperation } from '../../runtime/internal/internal.ts'
import type { Sweep } from '../../runtime/lifetimes/sweeper.ts'
import type { SubgraphPorts } from '../../runtime/subgraph/subgraph.ts'
import type { StoryRow } from '../rows.ts'
import type { PhotoStore } from '../store.ts'

export interface CrosspostedStoriesParts extends Pick<SubgraphPorts, 'clock' | 'ids' | 'onAcceptance'> {
  readonly media: StoryMedia
  readonly sweep: Sweep
}

/** What a copy shows: words alone, as far as this app's own fields go. */
export function contentOf(text: string | null): Pick<StoryRow, 'caption' | 'picture'> {
  return { caption: text, picture: null }
}

/** `putStory` and `endStory`: a status of the messenger as a story of this app, whose words become the caption. */
export function crosspostedStories(store: PhotoStore, parts: CrosspostedStoriesParts): readonly InternalOperation[] {
  const receiver = createStoryReceiver({
    ...parts,
    app: 'photo',
    types: { person: 'PhotoProfile', story: 'PhotoStory' },
    stories: store.stories,
    audiences: ['FOLLOWERS', 'EVERYONE'],
    authorExists: async (authorId) => (await store.profiles.getMany([authorId]))[0] !== null,
    content: contentOf,
  })
  return storyOperations(receiver)
}
