import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  MOST_TOPICS,
  mostFrequentTopics,
  topicInWords,
  topicsIn,
  topicsOrNull,
} from '../../../../subgraphs/runtime/scalars/topicLists.ts'
import { TOPICS } from '../../../../subgraphs/runtime/scalars/topics.ts'
import { cases, seed } from '../../../support/long.ts'

test('the most frequent topic is first, equally frequent ones by name; a thing counts once', () => {
  expect(mostFrequentTopics([['TRAVEL', 'ART'], ['TRAVEL'], ['MUSIC', 'MUSIC'], ['ART', 'BOOKS']])).toEqual([
    'ART',
    'TRAVEL',
    'BOOKS',
    'MUSIC',
  ])
})

test('nothing but topics of the vocabulary comes out, at most ten, each once, in whatever order the things are', () => {
  const things = fc.array(fc.array(fc.oneof(fc.constantFrom(...TOPICS), fc.string())))
  const rule = fc.property(things, (given) => {
    const topics = mostFrequentTopics(given)
    expect(topics.length).toBeLessThanOrEqual(MOST_TOPICS)
    expect(new Set(topics).size).toBe(topics.length)
    for (const topic of topics) expect(TOPICS).toContain(topic)
    expect(mostFrequentTopics(given.toReversed())).toEqual(topics)
  })
  fc.assert(rule, { seed, numRuns: cases(100) })
})

test('no topics are null; an input that is not there has none', () => {
  expect(topicsOrNull([])).toBeNull()
  expect(topicsOrNull(['ART'])).toEqual({ topics: ['ART'] })
  expect(topicsIn(null)).toEqual([])
  expect(topicsIn({ topics: ['ART', '<b>'] })).toEqual(['ART'])
  expect(topicInWords('BOARD_GAMES')).toBe('board games')
})
