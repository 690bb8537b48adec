import type { InternalCalls } from '../../../../subgraphs/runtime/internal/client.ts'
import type { Clock } from '../../../../subgraphs/runtime/clock/clock.ts'
import {
  endStoryInput,
  type PutStory,
  type PutStoryOutcome,
  putStoryInput,
  statusFactsInput,
} from '../../../../subgraphs/runtime/crossposts/operations.ts'
import { isAcceptable } from '../../../../subgraphs/runtime/grants/acceptance.ts'
import { testIds } from '../../../support/subgraphTester.ts'

/** A copy in an app that is played here. */
export interface Copy {
  revision: number
  text: string | null
  audience: string
  ended: boolean
}

/** How a call of an app goes: as it should, not at all, done but unheard, or refused. */
export type Mood = 'WELL' | 'DOWN' | 'UNHEARD' | 'REFUSES' | 'LATE' | 'NO_MEDIA'

export type Apps = ReturnType<typeof createApps>

/** The messenger and the two apps that show copies, as small as they can be and keep their word (`operations.ts`). */
export function createApps(clock: Clock, vouching: InternalCalls) {
  const statuses = new Map<string, { author: string; expiresAt: number; toldOf: string[] }>()
  const copies = { photo: new Map<string, Copy>(), social: new Map<string, Copy>() }
  const moods = { messenger: 'WELL' as Mood, photo: 'WELL' as Mood, social: 'WELL' as Mood }
  /** Every put that arrived, whatever became of it. */
  const puts: { app: string; input: PutStory; outcome: string }[] = []
  const calls: string[] = []
  /** Before a put, or a question about a live status, is answered. */
  const hooks = {
    onPut: (_app: string, _input: PutStory): Promise<void> | void => undefined,
    onFacts: (_crosspostId: string): Promise<void> | void => undefined,
  }

  function put(app: 'photo' | 'social', input: PutStory): PutStoryOutcome {
    const known = copies[app].get(input.key)
    if (moods[app] === 'LATE' || !isAcceptable(input.validUntil, clock.wall())) return { outcome: 'TOO_LATE' }
    if (moods[app] === 'REFUSES') return { outcome: 'REFUSED' }
    if (moods[app] === 'NO_MEDIA') return { outcome: 'MEDIA_REJECTED' }
    if (known?.ended === true || clock.wall() >= input.expiresAt) return { outcome: 'ENDED' }
    if (known === undefined || known.revision < input.revision) {
      const { revision, text, audience } = input
      copies[app].set(input.key, { revision, text, audience, ended: false })
    }
    return { outcome: 'LIVE', storyId: storyIdOf(app, input.key) }
  }

  async function answer(service: string, operation: string, input: unknown): Promise<unknown> {
    if (operation === 'statusFacts') {
      const { statusId, profileId, crosspostId } = statusFactsInput.parse(input)
      const status = statuses.get(statusId)
      if (status?.author !== profileId) return { state: 'NOT_FOUND' }
      if (clock.wall() >= status.expiresAt) return { state: 'GONE' }
      status.toldOf.push(crosspostId)
      await hooks.onFacts(crosspostId)
      return { state: 'LIVE', expiresAt: status.expiresAt }
    }
    const app = service as 'photo' | 'social'
    if (operation === 'putStory') {
      const asked = putStoryInput.parse(input)
      await hooks.onPut(app, asked)
      const answered = put(app, asked)
      puts.push({ app, input: asked, outcome: answered.outcome })
      return answered
    }
    const { key } = endStoryInput.parse(input)
    const ended = copies[app].get(key) ?? { revision: 0, text: null, audience: '' }
    copies[app].set(key, { ...ended, ended: true })
    return {}
  }

  const internal: InternalCalls = {
    async call(service, operation, input) {
      if (!['statusFacts', 'putStory', 'endStory'].includes(operation)) return vouching.call(service, operation, input)
      calls.push(`${service} ${operation}`)
      const mood = moods[service as keyof typeof moods]
      if (mood === 'DOWN') throw new Error(`${service} is down`)
      const answered = await answer(service, operation, structuredClone(input))
      if (mood === 'UNHEARD') throw new Error(`${service} was not heard`)
      return answered
    },
  }

  return {
    internal,
    statuses,
    moods,
    puts,
    calls,
    hooks,
    copies,
    /** What is to be seen in an app now. */
    seen: (app: 'photo' | 'social') =>
      [...copies[app].values()].filter(({ ended }) => !ended).map(({ text, audience }) => ({ text, audience })),
  }
}

export function storyIdOf(app: string, key: string): string {
  return testIds(app).seal(app === 'photo' ? 'PhotoStory' : 'SocialStory', key)
}
