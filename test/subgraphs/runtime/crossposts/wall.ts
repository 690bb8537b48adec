import { createManualClock, type ManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import type { ReceivedStory } from '../../../../subgraphs/runtime/crossposts/copies.ts'
import type { EndStory, PutStory } from '../../../../subgraphs/runtime/crossposts/operations.ts'
import { createStoryReceiver, type StoryReceiver } from '../../../../subgraphs/runtime/crossposts/receiver.ts'
import type { MediaHold, StoryMedia } from '../../../../subgraphs/runtime/crossposts/storyMedia.ts'
import { storySweep } from '../../../../subgraphs/runtime/crossposts/storySweep.ts'
import type { AcceptanceTest } from '../../../../subgraphs/runtime/grants/acceptance.ts'
import { L } from '../../../../subgraphs/runtime/grants/constants.ts'
import { endEarly } from '../../../../subgraphs/runtime/lifetimes/endEarly.ts'
import { isLive } from '../../../../subgraphs/runtime/lifetimes/livesForADay.ts'
import { KEPT_INDEX } from '../../../../subgraphs/runtime/lifetimes/sweeper.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import type { Collection, Storage } from '../../../../subgraphs/storage/port.ts'
import { TEST_START, testIds } from '../../../support/subgraphTester.ts'

/** A story of an app in which people write on a wall. */
export interface Note extends ReceivedStory {
  readonly audience: 'FRIENDS' | 'EVERYONE'
  readonly words: string | null
}

export const HOUR = 60 * 60 * 1000
/** When the status expires that is shown here. */
export const EXPIRES = TEST_START + 20 * HOUR
export const KEY = 'the key of one copy'

const ids = testIds('wall')
export const ADA = ids.seal('Person', 'ada')

/** The app, with what a test of its receiver looks at. */
export interface Wall {
  readonly receiver: StoryReceiver
  readonly notes: Collection<Note>
  readonly clock: ManualClock
  readonly media: HeldMedia
  readonly tests: AcceptanceTest[]
  /** A put as accounts makes it now; `more` differs. */
  story(more?: Partial<PutStory>): PutStory
  put(more?: Partial<PutStory>): ReturnType<StoryReceiver['put']>
  end(more?: Partial<EndStory>): Promise<void>
  /** Every row, ended ones too. */
  rows(): Promise<readonly Note[]>
  /** What anybody at all may see now. */
  visible(): Promise<readonly Note[]>
  /** The author deletes what can be seen, in the app itself; answers what was there. */
  authorDeletes(): Promise<readonly string[]>
}

export function createWall(storage: Storage = createMemoryStorage(), clock = createManualClock(TEST_START)): Wall {
  const notes = storage.collection<Note>({ name: 'notes', version: 1, indexes: [KEPT_INDEX] })
  const media = createHeldMedia()
  const tests: AcceptanceTest[] = []
  const receiver = createStoryReceiver<Note>({
    app: 'wall',
    types: { person: 'Person', story: 'Note' },
    stories: notes,
    audiences: ['FRIENDS', 'EVERYONE'],
    authorExists: async (authorId) => authorId === 'ada',
    content: (words) => ({ words }),
    media,
    sweep: storySweep(notes, media, clock),
    clock,
    ids,
    onAcceptance: (test) => void tests.push(test),
  })
  const ofNow = (): PutStory => ({
    key: KEY,
    authorId: ADA,
    revision: 1,
    text: 'Hello',
    media: null,
    audience: 'FRIENDS',
    postedAt: TEST_START,
    expiresAt: EXPIRES,
    validUntil: clock.wall() + L,
  })
  const rows = async (): Promise<readonly Note[]> => (await notes.page(KEPT_INDEX.name, {}, { limit: 1000 })).items
  const visible = async (): Promise<readonly Note[]> => (await rows()).filter((note) => isLive(note, clock.wall()))
  return {
    receiver,
    notes,
    clock,
    media,
    tests,
    story: (more = {}) => ({ ...ofNow(), ...more }),
    put: (more = {}) => receiver.put({ ...ofNow(), ...more }),
    end: (more = {}) => receiver.end({ key: KEY, authorId: ADA, expiresAt: EXPIRES, ...more }),
    rows,
    visible,
    async authorDeletes() {
      const seen = await visible()
      const deleted = await Promise.all(seen.map((note) => endEarly(notes, note, 'words')))
      return seen.filter((_, index) => deleted[index] !== null).map(({ words }) => words ?? '')
    },
  }
}

/** Takes every picture but "bad" ones; knows who holds what. */
export interface HeldMedia extends StoryMedia {
  readonly holds: Map<string, MediaHold>
}

function createHeldMedia(): HeldMedia {
  const holds = new Map<string, MediaHold>()
  return {
    holds,
    async keep(_authorId, { bytes }, hold) {
      if (bytes === 'bad') return null
      holds.set(`${bytes} ${hold.holder}`, hold)
      return bytes
    },
    async drop(name, holder) {
      holds.delete(`${name} ${holder}`)
    },
  }
}
