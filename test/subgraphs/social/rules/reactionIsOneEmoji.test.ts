import { expect, test } from 'vitest'
import { normaliseReaction } from '../../../../subgraphs/social/rules/reactionIsOneEmoji.ts'

const EMOJI = ['👍', '👍🏽', '❤️', '👩‍👩‍👧‍👦', '🇨🇭', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '1️⃣', '🫱🏻‍🫲🏿']
test.each(EMOJI)('%s is one', (emoji) => {
  expect(normaliseReaction(emoji)).toBe(emoji)
})

test('the colourless form becomes the colourful one', () => {
  expect(normaliseReaction('\u2764')).toBe('\u2764\uFE0F')
})

const OTHER = [
  '',
  ' ',
  'a',
  '7',
  '#',
  'ok',
  '👍👍',
  '👍 ',
  '🇨',
  '\u200D',
  '\uFE0F',
  '👍\u0301',
  '👩‍👩‍',
  '👍'.repeat(1000),
]
test.each(OTHER)('%j is not', (text) => {
  expect(normaliseReaction(text)).toBeNull()
})
