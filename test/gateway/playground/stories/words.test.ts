import { expect, test } from 'vitest'
import {
  deliveryWords,
  passedWords,
  sessionWords,
  statusWords,
  timeLeft,
  viewerWords,
} from '../../../../gateway/playground/page/stories/words.ts'
import { delivery, statusWith } from './statuses.ts'

test.each([
  [86_400_000, '24 h 0 min left'],
  [86_399_000, '23 h 59 min left'],
  [3_599_000, '59 min left'],
  [119_001, '2 min left'],
  [119_000, '119 s left'],
  [1, '1 s left'],
  [0, 'expired'],
  [-5, 'expired'],
])('of %i ms it says: %s', (ms, words) => {
  expect(timeLeft(ms)).toBe(words)
})

test.each([
  [delivery('PHOTO', 'QUEUED', { attempts: 0 }), 'Waits to be sent.'],
  [delivery('PHOTO', 'QUEUED', { attempts: 3 }), 'Waits to be sent. Tried 3 times.'],
  [delivery('PHOTO', 'LIVE', { attempts: 3 }), 'The story is there.'],
  [
    delivery('SOCIAL', 'FAILED', { attempts: 10, failure: 'TARGET_UNREACHABLE' }),
    'No story: the app did not answer. Tried 10 times.',
  ],
  [delivery('SOCIAL', 'FAILED', { failure: 'SOMETHING_NEW' }), 'No story: SOMETHING_NEW.'],
])('a copy is told of in words: %o', (copy, words) => {
  expect(deliveryWords(copy)).toBe(words)
})

test.each([
  [null, 'No status now. Post one: it lives for 24 hours.'],
  [statusWith(), 'Words, sealed for contacts. Not shared yet.'],
  [statusWith({ PHOTO: 'LIVE' }), 'Words, sealed for contacts. Every story is there.'],
  [{ ...statusWith(), kind: 'HOLOGRAM' }, 'HOLOGRAM, sealed for contacts. Not shared yet.'],
])('a status is told of in words: %o', (status, words) => {
  expect(statusWords(status)).toBe(words)
})

test('a time is told only of what somebody waited for', () => {
  const states = [
    { state: 'QUEUED', after: 10 },
    { state: 'LIVE', after: 250 },
    { state: 'LIVE', after: null },
    { state: 'RETRACTED', after: 60_000 },
  ] as const
  expect(states.map(passedWords)).toEqual(['QUEUED', 'LIVE after 0.3 s', 'LIVE', 'RETRACTED'])
})

test('whoever looks, and whoever sends, has a name', () => {
  expect(viewerWords('PHOTO', { role: 'AUTHOR', person: 'Ada Okafor' })).toBe('Ada, the author')
  expect(viewerWords('PHOTO', { role: 'KNOWN', person: 'Ben Lindqvist' })).toBe('Ben, a follower')
  expect(viewerWords('SOCIAL', { role: 'KNOWN', person: 'Ben Lindqvist' })).toBe('Ben, a friend')
  expect(viewerWords('SOCIAL', { role: 'STRANGER', person: null })).toBe('A stranger, signed out')
  expect(sessionWords({ person: 'Ada Okafor', client: 'ACCOUNTS' })).toBe('as Ada Okafor, Accounts center')
  expect(sessionWords(null)).toBe('as nobody')
})
