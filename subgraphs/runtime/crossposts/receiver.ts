import type { Collection } from '../../storage/port.ts'
import { acceptanceTime, createStoryTest } from '../grants/acceptance.ts'
import { derivedId } from '../idempotency/derivedId.ts'
import { defineInternalOperation, type InternalOperation } from '../internal/internal.ts'
import { isLive } from '../lifetimes/livesForADay.ts'
import type { Sweep } from '../lifetimes/sweeper.ts'
import type { SubgraphPorts } from '../subgraph/subgraph.ts'
import { type CopyRow, type CopyState, createCopies, type ReceivedStory } from './copies.ts'
import {
  type EndStory,
  endStoryInput,
  endStoryOutput,
  type PutStory,
  putStoryInput,
  type PutStoryOutcome,
  putStoryOutput,
  TOMBSTONE_MS,
  type TravellingMedia,
} from './operations.ts'
import { dropMediaOf, holderOf, type StoryMedia } from './storyMedia.ts'

export interface StoryReceiverOptions<D extends ReceivedStory> extends Pick<
  SubgraphPorts,
  'clock' | 'ids' | 'onAcceptance'
> {
  /** The name of the app: takes part in the ids of the copies, so that no two apps share any. */
  readonly app: string
  /** The types whose ids the app seals for its people and for its stories. */
  readonly types: { readonly person: string; readonly story: string }
  /** Where copies stand between the app's own stories. */
  readonly stories: Collection<D>
  /** The audiences of stories that the app knows, the narrowest first. */
  readonly audiences: readonly [D['audience'], ...D['audience'][]]
  /** Whether there is a person with this local id. */
  readonly authorExists: (authorId: string) => Promise<boolean>
  /** The fields of a row that are the app's alone, with this text; null is no text, and how a row looks when it has ended. */
  readonly content: (text: string | null) => Omit<D, keyof ReceivedStory>
  readonly media: StoryMedia
  /** Removes rows whose time is over. */
  readonly sweep: Sweep
}

/**
 * Shows a status as a story of this app: at most one visible copy per key, however often and in whatever order puts and
 * ends come, and none after an end.
 */
export interface StoryReceiver {
  put(story: PutStory): Promise<PutStoryOutcome>
  end(story: EndStory): Promise<void>
}

export function createStoryReceiver<D extends ReceivedStory>(options: StoryReceiverOptions<D>): StoryReceiver {
  const { app, types, stories, audiences, authorExists, content, media, sweep, clock, ids } = options
  const isOfNow = createStoryTest(clock, options.onAcceptance)
  const time = acceptanceTime(clock)
  const copies = createCopies({ stories, emptied: content(null), passed: (row) => dropMediaOf(media, row) })
  const copyId = (authorId: string, key: string): string => derivedId('crossposted story', app, authorId, key)

  async function put(story: PutStory): Promise<PutStoryOutcome> {
    // What needs no look at the copy
    if (!isOfNow(story.validUntil)) return { outcome: 'TOO_LATE' }
    if (!isLive(story, time())) return { outcome: 'ENDED' }
    const authorId = ids.open(story.authorId, types.person)
    const audience = audiences.find((known) => known === story.audience)
    if (authorId === null || audience === undefined) return { outcome: 'REFUSED' }
    if (!(await authorExists(authorId))) return { outcome: 'REFUSED' }

    // Its picture or film, where the copy waits for it: the check takes long
    const _id = copyId(authorId, story.key)
    const kept = story.media === null ? null : await keepMedia(_id, { ...story, authorId, media: story.media })
    if (kept === 'REJECTED') return { outcome: 'MEDIA_REJECTED' }

    // The copy
    const crosspost = { revision: story.revision, media: kept?.name ?? null }
    const row = rowOf({ ...story, _id, authorId, audience, crosspost })
    const written = await copies.write(row, () => isOfNow(story.validUntil))
    if (written === 'NEWER' || written === 'ENDED') await dropMediaOf(media, row)
    await sweep()
    if (written === 'TOO_LATE' || written === 'ENDED') return { outcome: written }
    return { outcome: 'LIVE', storyId: ids.seal(types.story, _id) }
  }

  /** Null where the copy waits for nothing more: the write will say so. */
  async function keepMedia(_id: string, story: PutStory & { readonly media: TravellingMedia }) {
    const { authorId, revision, expiresAt } = story
    if (!(await copies.waitsFor(_id, revision))) return null
    const hold = { holder: holderOf(_id, revision), until: expiresAt + TOMBSTONE_MS }
    const name = await media.keep(authorId, story.media, hold)
    return name === null ? 'REJECTED' : { name }
  }

  async function end({ key, authorId: sealed, expiresAt }: EndStory): Promise<void> {
    const authorId = ids.open(sealed, types.person)
    if (authorId === null) return
    const nothing = { text: null, audience: audiences[0], crosspost: { revision: 0, media: null } }
    const row = rowOf({ ...nothing, _id: copyId(authorId, key), authorId, postedAt: expiresAt, expiresAt })
    await copies.end({ ...row, expiresAt: 0 })
    await sweep()
  }

  function rowOf({ text, expiresAt, ...row }: CopyContent): CopyRow<D> {
    const { _id, authorId, audience, postedAt, crosspost } = row
    const common = { _id, authorId, audience, postedAt, expiresAt, crosspost, crosspostedFrom: 'MESSENGER' }
    // `D` has nothing else than these and the app's own.
    return { ...content(text), ...common, keptUntil: expiresAt + TOMBSTONE_MS } as unknown as CopyRow<D>
  }

  return { put, end }
}

interface CopyContent extends Pick<PutStory, 'text' | 'audience' | 'postedAt' | 'expiresAt'> {
  readonly _id: string
  /** The local id. */
  readonly authorId: string
  readonly crosspost: CopyState
}

/** `putStory` and `endStory`: the receiver as accounts calls it. */
export function storyOperations(receiver: StoryReceiver): readonly InternalOperation[] {
  const putStory = defineInternalOperation({
    name: 'putStory',
    callers: ['accounts'],
    input: putStoryInput,
    output: putStoryOutput,
    // Where clocks differ, nobody can tell whether the decision still holds.
    run: async (story, _caller, clocks) =>
      clocks.isTrusted() ? receiver.put(story) : { outcome: 'TOO_LATE' as const },
  })
  const endStory = defineInternalOperation({
    name: 'endStory',
    callers: ['accounts'],
    input: endStoryInput,
    output: endStoryOutput,
    async run(story) {
      await receiver.end(story)
      return {}
    },
  })
  return [putStory, endStory]
}
