import type { Millis } from '../runtime/clock/millis.ts'
import type { SubgraphPorts } from '../runtime/subgraph/subgraph.ts'
import { asViewer } from '../runtime/uploads/asViewer.ts'
import type { Shown } from '../runtime/uploads/shownUrls.ts'
import type { Context } from './context.ts'
import { createLoaders, type LoaderSources } from './loaders/loaders.ts'
import { visiblePhoto, visibleStory } from './resolvers/visible.ts'
import type { PhotoRow, StoryRow } from './rows.ts'
import type { PhotoStore } from './store.ts'

/** What holds the picture or film of a photo. */
export function photoHolder(photoId: string): string {
  return `${PHOTO}${photoId}`
}

const PHOTO = 'photo:'

/** Whether a photo whose holder it is still shows it; nothing else of this app's needs to be asked about. */
export function stillNeeded(store: PhotoStore): (by: string) => Promise<Millis | null | 'GONE'> {
  return async (by) => {
    if (!by.startsWith(PHOTO)) return 'GONE'
    const photo = await store.photos.patch(by.slice(PHOTO.length), {}, {})
    return photo?.media == null ? 'GONE' : null
  }
}

/** The name of what a story shows: of a copy, what came with it. */
export function mediaOfStory({ crosspost }: Pick<StoryRow, 'crosspost'>): string | null {
  return crosspost?.media ?? null
}

export function mediaOfPhoto({ media = null }: Pick<PhotoRow, 'media'>): string | null {
  return media
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
  if (type === 'Photo') {
    const photo = await visiblePhoto(context, id)
    return photo && mediaOfPhoto(photo)
  }
  const story = type === 'PhotoStory' ? await visibleStory(context, id) : null
  return story && mediaOfStory(story)
}
