import type { Millis } from '../runtime/clock/millis.ts'
import type { SubgraphPorts } from '../runtime/subgraph/subgraph.ts'
import { asViewer } from '../runtime/uploads/asViewer.ts'
import type { Shown } from '../runtime/uploads/shownUrls.ts'
import type { Context } from './context.ts'
import { createLoaders, type LoaderSources } from './loaders/loaders.ts'
import type { PostRow, StoryRow } from './rows.ts'
import type { SocialStore } from './store.ts'
import { visiblePost, visibleStory } from './visible.ts'

/** What holds the picture or film of a post. */
export function postHolder(postId: string): string {
  return `${POST}${postId}`
}

const POST = 'post:'

/** Whether a post whose holder it is still shows it; nothing else of this app's needs to be asked about. */
export function stillNeeded(store: SocialStore): (by: string) => Promise<Millis | null | 'GONE'> {
  return async (by) => {
    if (!by.startsWith(POST)) return 'GONE'
    const post = await store.posts.patch(by.slice(POST.length), {}, {})
    return post?.media == null ? 'GONE' : null
  }
}

export function mediaOfPost({ media = null }: Pick<PostRow, 'media'>): string | null {
  return media
}

/** The name of what a story shows: of a copy, what came with it. */
export function mediaOfStory({ crosspost }: Pick<StoryRow, 'crosspost'>): string | null {
  return crosspost?.media ?? null
}

/** Whether the viewer may see, now, the thing that shows it, by the rules of the graph. */
export function isShownBy(sources: () => LoaderSources, ports: SubgraphPorts): (shown: Shown) => Promise<boolean> {
  return async ({ type, id, name, viewer }) => {
    const request = asViewer(ports, viewer)
    const context: Context = { ...request, load: createLoaders(sources(), request) }
    return (await nameShown(context, type, id)) === name
  }
}

async function nameShown(context: Context, type: string, id: string): Promise<string | null> {
  if (type === 'Post') {
    const post = await visiblePost(id, context)
    return post && mediaOfPost(post)
  }
  const story = type === 'SocialStory' ? await visibleStory(id, context) : null
  return story && mediaOfStory(story)
}
