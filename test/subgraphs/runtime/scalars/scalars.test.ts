import * as fc from 'fast-check'
import { parseValue } from 'graphql'
import { describe, expect, test } from 'vitest'
import { isCalendarDate } from '../../../../subgraphs/runtime/scalars/date.ts'
import { SCALARS } from '../../../../subgraphs/runtime/scalars/scalars.ts'
import { isTopic, TOPICS } from '../../../../subgraphs/runtime/scalars/topics.ts'

function scalar(name: string) {
  const found = SCALARS.get(name)
  if (!found) throw new Error(name)
  return found
}

describe('what comes in', () => {
  test.each([
    ['DateTime', '2026-11-22T10:30:00Z', '2026-11-22T10:30:00.000Z'],
    ['DateTime', '2026-11-22T10:30:00.123456+02:00', '2026-11-22T08:30:00.123Z'],
    ['DateTime', '2024-02-29T23:59:59-11:30', '2024-03-01T11:29:59.000Z'],
    ['Date', '2024-02-29', '2024-02-29'],
    ['URL', 'https://example.org/a b', 'https://example.org/a%20b'],
    ['Topic', 'HIKING', 'HIKING'],
    // Its field says what is wrong with it.
    ['Ciphertext', 'anything!', 'anything!'],
    ['Grant', 'ey.a.b', 'ey.a.b'],
  ])('%s %s reaches the resolver as %s', (name, value, expected) => {
    expect(scalar(name).parseValue(value)).toBe(expected)
    expect(scalar(name).parseLiteral(parseValue(JSON.stringify(value)), {})).toBe(expected)
  })

  test.each([
    ['DateTime', 'yesterday', 'DateTime must be a moment like "2026-11-22T10:30:00.000Z", but got: another string.'],
    ['DateTime', '2026-02-30T00:00:00Z', expect.stringContaining('must be a moment')],
    ['DateTime', '2026-11-22T24:00:00Z', expect.stringContaining('must be a moment')],
    ['DateTime', '2026-11-22T10:30:00', expect.stringContaining('must be a moment')],
    ['DateTime', '2026-11-22T10:30:00+24:00', expect.stringContaining('must be a moment')],
    ['DateTime', 1795343400000, expect.stringContaining('but got: a number.')],
    ['Date', '2026-13-01', 'Date must be a day like "2026-11-22", but got: another string.'],
    ['Date', '2025-02-29', expect.stringContaining('must be a day')],
    ['URL', 'javascript:alert(1)', expect.stringContaining('URL must be an absolute http or https address')],
    ['URL', '/relative', expect.stringContaining('must be an absolute')],
    ['Topic', 'my secret', expect.stringContaining('must be a category')],
    ['Ciphertext', 7, expect.stringContaining('must be bytes in base64url')],
    ['Grant', '', expect.stringContaining('but got: another string.')],
    ['Topic', '!'.repeat(500), expect.stringMatching(/^.{0,160}$/)],
    ['Grant', 'g'.repeat(3000), expect.stringContaining('must be a grant')],
    ['Topic', null, expect.stringContaining('but got: null.')],
    ['Topic', { a: 1 }, expect.stringContaining('but got: an object.')],
  ])('%s %s is refused', (name, value, message) => {
    expect(() => scalar(name).parseValue(value)).toThrow(expect.objectContaining({ message }))
  })

  test('a literal of another kind is refused', () => {
    expect(() => scalar('Date').parseLiteral(parseValue('20261122'), {})).toThrow(
      'Date must be a day like "2026-11-22", but got: a number.',
    )
  })
})

describe('what goes out', () => {
  test.each([
    ['DateTime', '2026-11-22T10:30:00.000Z'],
    ['Date', '2026-11-22'],
    ['URL', 'http://127.0.0.1:4000/media/photo/1.webp'],
    ['Topic', 'CATS'],
    ['Ciphertext', 'AAEC'],
    ['Grant', 'g'],
  ])('%s %s is sent as it is', (name, value) => {
    expect(scalar(name).serialize(value)).toBe(value)
  })

  test('a wrong value is a bug that does not show the value', () => {
    expect(() => scalar('Topic').serialize('canary')).toThrow(
      'A resolver answered Topic with something that is not a category of https://concord.example/topics/v1.',
    )
    expect(() => scalar('DateTime').serialize(1795343400000)).toThrow('A resolver answered DateTime')
    for (const text of ['', 'AAEC=', 'AB', 'A B']) expect(() => scalar('Ciphertext').serialize(text)).toThrow(TypeError)
  })
})

test('the calendar is the one of Date', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
      expect(isCalendarDate(date.toISOString().slice(0, 10))).toBe(true)
    }),
  )
  expect(
    ['1900-02-29', '2000-02-29', '2026-04-31', '2026-00-10', '2026-01-00', '2026-1-1'].map(isCalendarDate),
  ).toEqual([false, true, false, false, false, false])
})

test('topics are upper case, sorted and each once', () => {
  expect([...new Set(TOPICS)].sort()).toEqual([...TOPICS])
  expect(TOPICS.every((topic) => /^[A-Z_]+$/.test(topic))).toBe(true)
  expect([isTopic('CATS'), isTopic('cats'), isTopic('constructor')]).toEqual([true, false, false])
})
