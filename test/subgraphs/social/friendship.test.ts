import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairId } from '../../../subgraphs/social/rows.ts'
import { MOST_FRIENDS } from '../../../subgraphs/social/rules/friendsHaveALimit.ts'
import { cases, seed } from '../../support/long.ts'
import { people } from './people.ts'

describe('a friendship', () => {
  test('takes two', async () => {
    const social = await people({ ada: {}, bob: {} })
    expect(await social.tries('ada', 'requestFriend', 'bob')).toBeNull()
    expect(await social.listed('bob', 'friendRequests')).toEqual(['ada'])
    expect(await social.listed('ada', 'sentFriendRequests')).toEqual(['bob'])
    expect(await social.friendship('bob', 'ada')).toBe('REQUESTED_OF_VIEWER')
    expect(await social.tries('ada', 'acceptFriend', 'bob')).toBe('FRIEND_REQUEST_NOT_FOUND')
    expect(await social.tries('bob', 'acceptFriend', 'ada')).toBeNull()
    for (const name of ['ada', 'bob']) expect(await social.listed(name, 'friendRequests')).toEqual([])
    expect(await social.listed('ada', 'friends')).toEqual(['bob'])
  })

  test('begins at once when both ask', async () => {
    const social = await people({ ada: {}, bob: {} })
    await Promise.all([social.tries('ada', 'requestFriend', 'bob'), social.tries('bob', 'requestFriend', 'ada')])
    expect(await social.friendship('ada', 'bob')).toBe('FRIENDS')
  })

  test('is answered with the profile and what it is now', async () => {
    const social = await people({ ada: {}, bob: {} })
    const query =
      'mutation ($input: RequestFriendInput!) { requestFriend(input: $input) { profile { username friendship } } }'
    const { requestFriend } = await social.data('ada', query, { input: { profileId: social.id('bob') } })
    expect(requestFriend.profile).toEqual({ username: 'bob', friendship: 'REQUESTED_BY_VIEWER' })
  })

  test('with oneself is refused', async () => {
    const social = await people({ ada: {} })
    for (const step of ['requestFriend', 'acceptFriend', 'rejectFriend', 'removeFriend']) {
      expect(await social.tries('ada', step, 'ada')).toBe('OWN_PROFILE')
    }
  })

  test('shows on other profiles as their owners allow', async () => {
    const reaches = { none: 'NOBODY', some: 'CONNECTIONS', open: 'EVERYONE' }
    const social = await people({ fred: {}, sue: {} })
    for (const [name, whoMaySeeFriends] of Object.entries(reaches)) {
      await social.join(name, { settings: { whoMaySeeFriends } })
      await social.befriend(name, 'fred')
    }
    const seen = (viewer: string | null) =>
      Promise.all(Object.keys(reaches).map((name) => social.listed(viewer, 'friends', name)))
    expect(await seen('fred')).toEqual([null, ['fred'], ['fred']])
    expect(await seen('sue')).toEqual([null, null, ['fred']])
    expect(await seen(null)).toEqual([null, null, ['fred']])
  })

  test('lists the newest first, without those whom the viewer may not find', async () => {
    const social = await people({ ada: { settings: { whoMaySeeFriends: 'EVERYONE' } }, sue: {} })
    for (const name of ['bob', 'shy', 'eva']) {
      await social.join(name, { settings: { whoMayFind: name === 'shy' ? 'NOBODY' : 'EVERYONE' } })
      await social.befriend('ada', name)
      await social.tester.clock.advance(1)
    }
    expect(await social.listed('ada', 'friends')).toEqual(['eva', 'shy', 'bob'])
    expect(await social.listed('sue', 'friends', 'ada')).toEqual(['eva', 'bob'])
  })
})

describe('a person with as many friends as the store can merge', () => {
  test('gets no more, on either side, and still has a feed', async () => {
    const social = await people({ ada: {}, bob: {} })
    const ada = social.local('ada')
    for (let index = 0; index < MOST_FRIENDS; index++) {
      const friends = [ada, `friend ${index}`]
      const alone = { requestedBy: null, requestedOf: null, blockedBy: [], blocked: [], since: index }
      await social.store.pairs.insert({ _id: pairId(ada, `friend ${index}`), friends, ...alone })
    }
    expect(await social.tries('bob', 'requestFriend', 'ada')).toBeNull()
    expect(await social.tries('ada', 'acceptFriend', 'bob')).toBe('FRIEND_LIMIT_REACHED')
    expect(await social.tries('ada', 'requestFriend', 'bob')).toBe('FRIEND_LIMIT_REACHED')
    expect(await social.friendship('bob', 'ada')).toBe('REQUESTED_BY_VIEWER')
    await social.posts('ada', 'alone among friends')
    expect(await social.feed('ada')).toEqual(['alone among friends'])
  })
})

type Seen = 'NONE' | 'FRIENDS' | 'ada asked' | 'bob asked'

/** What is between two people, as simply as it can be said; the steps of the graph must come to the same. */
class Model {
  readonly blocking = new Set<string>()
  between: Seen = 'NONE'

  /** Answers the code of the refusal, or null. */
  step(name: string, step: string, other: string): string | null {
    const own = this.between === `${name} asked`
    const others = this.between === `${other} asked`
    if (step === 'requestFriend' && this.blocking.has(name)) return 'BLOCKED'
    if (step === 'requestFriend' && this.blocking.has(other)) return 'PROFILE_NOT_FOUND'
    if (step === 'acceptFriend' && !others && this.between !== 'FRIENDS') return 'FRIEND_REQUEST_NOT_FOUND'
    if (step === 'rejectFriend' && !others && this.between !== 'NONE') return 'FRIEND_REQUEST_NOT_FOUND'

    if (step === 'requestFriend' && this.between === 'NONE') this.between = `${name} asked` as Seen
    if ((step === 'requestFriend' || step === 'acceptFriend') && others) this.between = 'FRIENDS'
    if (step === 'rejectFriend' || step === 'blockSocialProfile') this.between = 'NONE'
    if (step === 'removeFriend' && (own || this.between === 'FRIENDS')) this.between = 'NONE'
    if (step === 'blockSocialProfile') this.blocking.add(name)
    if (step === 'unblockSocialProfile') this.blocking.delete(name)
    return null
  }

  seenBy(name: string): string {
    if (!this.between.endsWith('asked')) return this.between
    return this.between.startsWith(name) ? 'REQUESTED_BY_VIEWER' : 'REQUESTED_OF_VIEWER'
  }
}

const STEPS = [
  'requestFriend',
  'acceptFriend',
  'rejectFriend',
  'removeFriend',
  'blockSocialProfile',
  'unblockSocialProfile',
]
const PEOPLE = [
  ['ada', 'bob'],
  ['bob', 'ada'],
] as const
const step = fc.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...STEPS))

describe('whatever two people do', () => {
  test('one after the other, it comes to what the model says', async () => {
    const rule = fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const social = await people({ ada: {}, bob: {} })
      const model = new Model()
      for (const [[name, other], taken] of steps) {
        expect(await social.tries(name, taken, other)).toBe(model.step(name, taken, other))
        for (const [viewer, seen] of PEOPLE) expect(await social.friendship(viewer, seen)).toBe(model.seenBy(viewer))
      }
      expect(await social.listed('ada', 'friends')).toEqual(model.between === 'FRIENDS' ? ['bob'] : [])
      expect(await social.listed('ada', 'blockedProfiles')).toEqual(model.blocking.has('ada') ? ['bob'] : [])
    })
    await fc.assert(rule, { seed, numRuns: cases(25) })
  })

  test('at the same time, it comes to what some order of the same steps comes to', async () => {
    const rule = fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 4 }), step, async (steps, first) => {
      const social = await people({ ada: {}, bob: {} })
      const take = ([[name, other], taken]: (typeof steps)[number]) => social.tries(name, taken, other)
      await take(first)
      await Promise.all(steps.map(take))
      const outcome = await Promise.all(PEOPLE.map(([viewer, other]) => social.friendship(viewer, other)))
      const blocks = await Promise.all(PEOPLE.map(([viewer]) => social.listed(viewer, 'blockedProfiles')))
      const possible = orders(steps).map((order) => outcomeOf([first, ...order]))
      expect(possible).toContainEqual([outcome, blocks])
    })
    await fc.assert(rule, { seed, numRuns: cases(40) })
  })
})

function outcomeOf(steps: readonly [readonly [string, string], string][]): unknown {
  const model = new Model()
  for (const [[name, other], taken] of steps) model.step(name, taken, other)
  const blocks = PEOPLE.map(([viewer, other]) => (model.blocking.has(viewer) ? [other] : []))
  return [PEOPLE.map(([viewer]) => model.seenBy(viewer)), blocks]
}

function orders<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, index) => orders(items.toSpliced(index, 1)).map((rest) => [item, ...rest]))
}
