import { describe, expect, test } from 'vitest'
import {
  actionsFor,
  appsWithout,
  nextLook,
  passing,
  pickStatus,
  proposedChoice,
  TARGETS,
} from '../../../../gateway/playground/page/stories/status.ts'
import { delivery, statusWith } from './statuses.ts'

const both = { PHOTO: 'LIVE', SOCIAL: 'LIVE' } as const
const gone = { PHOTO: 'RETRACTED', SOCIAL: 'RETRACTED' } as const

describe('the status to show', () => {
  const [newest, shared, ended] = [statusWith({}, 'new'), statusWith(both, 'shared'), statusWith(gone, 'ended')]

  test.each([
    ['none', [], undefined, undefined],
    ['the newest', [newest, ended], undefined, 'new'],
    ['one that is shared', [newest, ended, shared], undefined, 'shared'],
    ['the one before, while it lives', [newest, shared], 'new', 'new'],
    ['another, once it is gone', [newest, shared], 'old', 'shared'],
  ])('is %s', (_which, statuses, before, expected) => {
    expect(pickStatus(statuses, before)?.id).toBe(expected)
  })
})

describe('the buttons', () => {
  test.each([
    ['without a status', null, ['POST']],
    ['of a status that was never shared', statusWith(), ['SHARE', 'DELETE']],
    ['of one that is shared', statusWith(both), ['EDIT', 'RETRACT', 'DELETE']],
    ['of one that is in one app only', statusWith({ PHOTO: 'LIVE' }), ['SHARE', 'EDIT', 'RETRACT', 'DELETE']],
    ['where one failed', statusWith({ ...both, SOCIAL: 'FAILED' }), ['RETRY', 'EDIT', 'RETRACT', 'DELETE']],
    ['after it was retracted', statusWith(gone), ['SHARE', 'DELETE']],
  ])('%s', (_which, status, expected) => {
    expect(actionsFor(status, TARGETS)).toEqual(expected)
  })

  test('offer no sharing where its author has no profile', () => {
    expect(actionsFor(statusWith({ SOCIAL: 'LIVE' }), ['SOCIAL'])).toEqual(['EDIT', 'RETRACT', 'DELETE'])
  })

  test('share to the apps without a story, and not to one that can be tried again', () => {
    expect(appsWithout(statusWith({ PHOTO: 'RETRACTED', SOCIAL: 'FAILED' }))).toEqual(['PHOTO'])
  })
})

test('an audience is proposed as it was where it was shared before, else one that a stranger is in, and one not', () => {
  expect(proposedChoice(null)).toEqual({ PHOTO: 'EVERYONE', SOCIAL: 'FRIENDS' })
  expect(proposedChoice(statusWith({ SOCIAL: 'RETRACTED' }))).toEqual({ PHOTO: 'EVERYONE', SOCIAL: 'EVERYONE' })
})

describe('the next look', () => {
  test.each([
    ['comes soon after something was done', both, 0, 150],
    ['is the last two seconds later, when all is settled', both, 2_001, null],
    ['never comes by itself when nothing was done', both, Infinity, null],
    ['waits half as long as a copy takes', { ...both, SOCIAL: 'QUEUED' }, 4_000, 2_000],
    ['waits five seconds at most', { ...both, SOCIAL: 'RETRACTING' }, 60_000, 5_000],
    ['comes for a copy that was on its way before', { PHOTO: 'DELIVERING' }, Infinity, 5_000],
  ] as const)('%s', (_when, states, sinceAct, expected) => {
    expect(nextLook(statusWith(states), sinceAct)).toBe(expected)
  })
})

test('a trail has each state once, with the time when it was seen first, and ends with its copy', () => {
  const looks = [
    ['QUEUED', 0],
    ['LIVE', 300],
    ['LIVE', 900],
  ] as const
  const trail = looks.reduce<ReturnType<typeof passing>>(
    (before, [state, after]) => passing(before, delivery('PHOTO', state), after),
    [],
  )
  expect(trail).toEqual([
    { state: 'QUEUED', after: 0 },
    { state: 'LIVE', after: 300 },
  ])
  expect(passing(trail, null, 1_000)).toEqual([])
  const ended = passing(trail, delivery('PHOTO', 'RETRACTED'), 2_000)
  expect(ended.length).toBe(3)
  expect(passing(ended, delivery('PHOTO', 'QUEUED'), 10)).toEqual([{ state: 'QUEUED', after: 10 }])
})
