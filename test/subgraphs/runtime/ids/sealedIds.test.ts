import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readType } from '../../../../subgraphs/runtime/ids/readType.ts'
import { createIds } from '../../../../subgraphs/runtime/ids/sealedIds.ts'

const key = new Uint8Array(32).fill(1)
const photo = createIds({ app: 'photo', key })
const social = createIds({ app: 'social', key })

const typeName = fc.stringMatching(/^[_A-Za-z][_0-9A-Za-z]{0,20}$/)
const local = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
const position = fc.record({
  order: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
  id: local,
})

describe('a public id', () => {
  test('opens to what was sealed, for its own type only', () => {
    fc.assert(
      fc.property(typeName, local, (type, id) => {
        const sealed = photo.seal(type, id)
        expect(sealed).toMatch(/^[A-Za-z0-9_-]+$/)
        expect(photo.open(sealed, 'Other_', type)).toBe(id)
        expect(photo.open(sealed, `${type}_`)).toBeNull()
        expect(readType(sealed)).toBe(type)
      }),
    )
  })

  test('is of one app: another opens nothing, even with the same key', () => {
    expect(social.open(photo.seal('Photo', 'a'), 'Photo')).toBeNull()
    expect(social.seal('Photo', 'a')).not.toBe(photo.seal('Photo', 'a'))
    expect(createIds({ app: 'photo', key: new Uint8Array(32) }).open(photo.seal('Photo', 'a'), 'Photo')).toBeNull()
  })

  test('with any one character changed opens nothing', () => {
    const sealed = photo.seal('Photo', 'abcdefg')
    for (let at = 0; at < sealed.length; at++) {
      const other = sealed[at] === 'A' ? 'B' : 'A'
      expect(photo.open(sealed.slice(0, at) + other + sealed.slice(at + 1), 'Photo')).toBeNull()
    }
  })

  test.each([
    '',
    ' ',
    'x',
    'é',
    'AAAA',
    `${photo.seal('Photo', 'a')}=`,
    `${photo.seal('Photo', 'ab')}A`,
    'A'.repeat(9000),
  ])('that is malformed opens nothing and throws nothing: %s', (id) => {
    expect(photo.open(id, 'Photo')).toBeNull()
    expect(photo.openCursor('list', id)).toBeNull()
  })

  test('has one spelling', () => {
    // 16 + 7 bytes leave unused bits in the last character.
    const sealed = photo.seal('Photo', 'a')
    const spellings = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_').map(
      (last) => sealed.slice(0, -1) + last,
    )
    expect(spellings.filter((spelling) => photo.open(spelling, 'Photo') !== null)).toEqual([sealed])
  })
})

describe('the type in an id', () => {
  const encode = (text: string) => Buffer.from(`${'m'.repeat(16)}${text}`).toString('base64url')

  test('is read without a key and proves nothing', () => {
    expect(readType(encode('Photo:1'))).toBe('Photo')
    expect(photo.open(encode('Photo:1'), 'Photo')).toBeNull()
  })

  test.each(['', 'Photo', 'Photo:', ':1', 'Pho to:1', '1Photo:1', '<b>:1', `${'P'.repeat(129)}:1`])(
    'is null when there is none: %s',
    (text) => {
      expect(readType(encode(text))).toBeNull()
    },
  )
})

describe('a cursor', () => {
  test('opens to its position, in its own list of its own app only', () => {
    fc.assert(
      fc.property(fc.string(), position, (scope, at) => {
        const cursor = photo.sealCursor(scope, at)
        expect(photo.openCursor(scope, cursor)).toEqual(at)
        expect(photo.openCursor(`${scope}x`, cursor)).toBeNull()
        expect(social.openCursor(scope, cursor)).toBeNull()
      }),
    )
  })

  test('shows nothing of its position, and is the same each time', () => {
    const cursor = photo.sealCursor('feed', { order: 'canary', id: 'canary' })
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('canary')
    expect(photo.sealCursor('feed', { order: 'canary', id: 'canary' })).toBe(cursor)
  })

  test('is no id, and an id no cursor', () => {
    expect(photo.open(photo.sealCursor('Photo', { order: null, id: 'a' }), 'Photo')).toBeNull()
    expect(photo.openCursor('Photo', photo.seal('Photo', 'a'))).toBeNull()
  })
})
