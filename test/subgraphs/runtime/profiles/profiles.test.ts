import { describe, expect, test } from 'vitest'
import { handleRule } from '../../../../subgraphs/runtime/profiles/handle.ts'
import { birthYear, displayName, language } from '../../../../subgraphs/runtime/profiles/newProfile.ts'

const rule = handleRule(/^[a-z0-9._]{3,30}$/, 'must be 3 to 30 of a-z, 0-9, dot and underscore')

describe('a handle', () => {
  test.each([
    ['ana.b', 'ana.b'],
    [' @Ana.B ', 'ana.b'],
    ['ab', null],
    ['@@ana', null],
    ['ana b', null],
    ['anä', null],
    ['', null],
  ])('%o is %o', (written, handle) => {
    expect(rule.normalise(written)).toBe(handle)
    const { success, data } = rule.input.safeParse(written)
    expect(success ? data : null).toBe(handle)
  })

  test('that cannot be one says what one must be, and what came', () => {
    const message = rule.input.safeParse('no!').error?.issues[0]?.message
    expect(message).toBe('must be 3 to 30 of a-z, 0-9, dot and underscore, but got: no!')
  })
})

describe('a new profile', () => {
  test.each([
    [' Ana ', 'Ana'],
    ['👍'.repeat(80), '👍'.repeat(80)],
    ['👍'.repeat(81), undefined],
    ['  ', undefined],
  ])('is called %o: %o', (written, name) => {
    expect(displayName.safeParse(written).data).toBe(name)
  })

  test.each(['en', 'de-CH', 'pt-BR', 'zh-Hant-TW'])('may have the language %s', (tag) => {
    expect(language.safeParse(tag).success).toBe(true)
  })

  test.each(['', 'e', 'English', 'en_US', 'EN'])('has no language %o', (tag) => {
    expect(language.safeParse(tag).success).toBe(false)
  })

  test.each([1899, 2101, 1990.5])('is born in no year %d', (year) => {
    expect(birthYear.safeParse(year).success).toBe(false)
  })
})
