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
import { createFriendMutations } from './mutations/friends.ts'
import { createPostMutations } from './mutations/posts.ts'
import { createReactionMutations } from './mutations/reactions.ts'
import { createStoryMutations } from './mutations/stories.ts'
import { createUploadMutations } from './mutations/uploads.ts'
import { Ad } from './resolvers/Ad.ts'
import { createMutation } from './resolvers/Mutation.ts'
import { Post } from './resolvers/Post.ts'
import { PostComment } from './resolvers/PostComment.ts'
import { createQuery } from './resolvers/Query.ts'
import { createSocialProfile } from './resolvers/SocialProfile.ts'
import { SocialStory } from './resolvers/SocialStory.ts'
import { createSignals } from './signals.ts'
import { openSocialStore } from './store.ts'

export interface SocialSubgraphParts {
  /** The text of `schema/social.graphql`. */
  readonly sdl: string
  readonly storage: Storage
  /** `ids` under the social app's key. */
  readonly ports: SubgraphPorts
  /** Where its pictures and films are, and are fetched. */
  readonly media: MediaSettings
  /** Opens the grants on this app's data. Default: none holds, and nobody gets any. */
  readonly grants?: GrantOpener
}

/** The social app: people, friendships and blocks, posts with reactions and comments, stories, advertisements. */
export function createSocialSubgraph(parts: SocialSubgraphParts): Subgraph {
  const { sdl, storage, ports, media: settings, grants } = parts
  const store = openSocialStore(storage)
  const { clock, random } = ports
  const idempotency = createIdempotency({ storage, collection: 'social_idempotency', clock, random })
  const media: AppMedia = createAppMedia({
    app: 'social',
    storage,
    ports,
    settings,
    idempotency,
    stillNeeded: stillNeeded(store),
    isShown: isShownBy(() => sources, ports),
  })
  const sources: LoaderSources = { store, media }
  const storyMedia = storyMediaOf(media)
  const stories = { media: storyMedia, sweep: storySweep(store.stories, storyMedia, clock) }
  const act = {
    ...createUploadMutations(media),
    ...createPostMutations(store, { idempotency, media }),
    ...createReactionMutations(store),
    ...createFriendMutations(store),
    ...createStoryMutations(store, { idempotency, ...stories }),
  }
  const resolvers: Resolvers = {
    Query: createQuery(store),
    Mutation: createMutation(act),
    SocialProfile: createSocialProfile(store),
    Post,
    PostComment,
    SocialStory,
    Ad,
  }
  return defineSubgraph<Loaders>({
    name: 'social',
    app: 'SOCIAL',
    sdl,
    resolvers,
    ports,
    consented: createSignals(store),
    ...(grants && { grants }),
    loaders: (context) => createLoaders(sources, context),
    internal: internalOperations(store, ports, stories),
    routes: media.routes,
    stop: media.stop,
  })
}
