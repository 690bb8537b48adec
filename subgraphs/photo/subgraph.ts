import { storySweep } from '../runtime/crossposts/storySweep.ts'
import type { GrantOpener } from '../runtime/grants/grant.ts'
import { createIdempotency } from '../runtime/idempotency/idempotency.ts'
import { defineSubgraph } from '../runtime/subgraph/defineSubgraph.ts'
import type { Subgraph, SubgraphPorts } from '../runtime/subgraph/subgraph.ts'
import { type AppMedia, createAppMedia } from '../runtime/uploads/appMedia.ts'
import type { MediaSettings } from '../runtime/uploads/settings.ts'
import { storyMediaOf } from '../runtime/uploads/storyMedia.ts'
import type { Storage } from '../storage/port.ts'
import type { Resolvers } from './generated/types.ts'
import { internalOperations } from './internal/operations.ts'
import { createLoaders, type Loaders, type LoaderSources } from './loaders/loaders.ts'
import { isShownBy, stillNeeded } from './media.ts'
import { createPictureRoute } from './pictures/route.ts'
import { createPictureUrls } from './pictures/signedUrls.ts'
import { createMutation } from './resolvers/Mutation.ts'
import { Photo } from './resolvers/Photo.ts'
import { PhotoComment } from './resolvers/PhotoComment.ts'
import { PhotoProfile } from './resolvers/PhotoProfile.ts'
import { PhotoStory } from './resolvers/PhotoStory.ts'
import { Query } from './resolvers/Query.ts'
import { createSignals } from './signals.ts'
import { openPhotoStore } from './store.ts'

export interface PhotoSubgraphOptions {
  /** The text of `schema/photo.graphql`. */
  readonly sdl: string
  readonly storage: Storage
  readonly ports: SubgraphPorts
  readonly media: MediaSettings
  /** Opens the grants on this app's data. Default: none holds, and nobody gets any. */
  readonly grants?: GrantOpener
}

/** The photo app: profiles that may be private, photos, 24-hour stories, and who follows whom. */
export function createPhotoSubgraph(options: PhotoSubgraphOptions): Subgraph {
  const { sdl, storage, ports, media: settings, grants } = options
  const { clock, random } = ports
  const store = openPhotoStore(storage)
  const pictures = createPictureUrls(settings)
  const idempotency = createIdempotency({ storage, collection: 'photo_idempotency', clock, random })
  const media: AppMedia = createAppMedia({
    app: 'photo',
    storage,
    ports,
    settings,
    idempotency,
    stillNeeded: stillNeeded(store),
    isShown: isShownBy(() => sources, ports),
  })
  const sources: LoaderSources = { store, pictures, media }
  const storyMedia = storyMediaOf(media)
  const stories = { media: storyMedia, sweep: storySweep(store.stories, storyMedia, clock) }
  const resolvers: Resolvers = {
    Query,
    Mutation: createMutation(store, { photos: { idempotency, media }, stories: { idempotency, ...stories } }),
    PhotoProfile,
    Photo,
    PhotoComment,
    PhotoStory,
  }
  return defineSubgraph<Loaders>({
    name: 'photo',
    app: 'PHOTO',
    sdl,
    resolvers,
    ports,
    consented: createSignals(store),
    ...(grants && { grants }),
    loaders: (context) => createLoaders(sources, context),
    internal: internalOperations(store, ports, stories),
    routes: [createPictureRoute(pictures, clock), ...media.routes],
    stop: media.stop,
  })
}
