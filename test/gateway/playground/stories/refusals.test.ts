import { expect, test } from 'vitest'
import {
  keptRefusals,
  refusalsIn,
  remedyFor,
  type Refusal,
  type Refusals,
} from '../../../../gateway/playground/page/stories/refusals.ts'
import type { Target } from '../../../../gateway/playground/page/stories/status.ts'

const refusal = <Code extends string | null>(code: Code) => ({ code, message: `${code} in words` })
const answerOf = (code: string, path: string[] | null) => ({
  data: { crosspostStatus: { errors: [{ ...refusal(code), path }] } },
})

test.each([
  ['the app of its target', answerOf('OFF', ['targets', '0']), 'SOCIAL', refusal('OFF')],
  ['no app', answerOf('LONG', ['content', 'text']), null, refusal('LONG')],
  ['no app where it is about the whole', answerOf('REUSED', null), null, refusal('REUSED')],
  ['no app when the answer failed', { errors: [{ message: 'null in words' }], data: null }, null, refusal(null)],
])('a refusal is about %s', (_app, answer, app, expected) => {
  expect([...refusalsIn(answer, ['SOCIAL'])]).toEqual([[app, expected]])
})

test('nothing is refused where no errors come', () => {
  expect(refusalsIn({ data: { deleteStatus: { errors: [] } } }, []).size).toBe(0)
})

test('what is off can be switched on, what is not linked can be linked', () => {
  const codes = ['CROSSPOST_NOT_ENABLED', 'CROSSPOST_LINK_NOT_ACTIVE', 'CROSSPOST_TEXT_TOO_LONG', null]
  expect(codes.map((code) => remedyFor(refusal(code)))).toEqual(['SWITCH_ON', 'LINK', null, null])
})

test('switching one app on leaves what the other refuses; every other button begins anew', () => {
  const before: Refusals = new Map<Target | null, Refusal>([
    ['PHOTO', refusal('OFF')],
    ['SOCIAL', refusal('OFF')],
    [null, refusal('LONG')],
  ])
  expect([...keptRefusals(before, 'SWITCH_ON', ['PHOTO'])]).toEqual([['SOCIAL', refusal('OFF')]])
  expect(keptRefusals(before, 'SHARE', ['PHOTO']).size).toBe(0)
})
