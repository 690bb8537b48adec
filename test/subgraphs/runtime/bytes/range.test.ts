import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { rangeOf } from '../../../../subgraphs/runtime/bytes/range.ts'

test.each([
  ['bytes=0-1', { first: 0, last: 1 }],
  ['bytes=0-0', { first: 0, last: 0 }],
  ['bytes=3-', { first: 3, last: 9 }],
  ['bytes=-3', { first: 7, last: 9 }],
  ['bytes=-99', { first: 0, last: 9 }],
  ['bytes=9-99', { first: 9, last: 9 }],
  [`bytes=0-${'9'.repeat(400)}`, { first: 0, last: 9 }],
  ['Bytes=0-1', { first: 0, last: 1 }],
  ['bytes= , 0-1 ,', { first: 0, last: 1 }],
])('of ten bytes, %s is a part', (header, part) => expect(rangeOf(header, 10)).toEqual(part))

test.each(['bytes=10-', 'bytes=10-11', 'bytes=-0', `bytes=${'9'.repeat(400)}-`])(
  'of ten bytes, %s asks for nothing that is there',
  (header) => expect(rangeOf(header, 10)).toBe('OUTSIDE'),
)

test.each([
  ['', 'bytes', 'bytes=', 'bytes=-', 'bytes=,', 'bytes=5-4', 'bytes=99-98', 'bytes=a-b', 'bytes=1', 'bytes=1-2-3'],
  ['bytes=+1-2', 'bytes=1.5-2', 'bytes=0x1-2', 'bytes=１-２', 'bytes 0-1', 'items=0-1', 'bytes==0-1', 'bytes=0 - 1'],
  ['bytes=0-1,3-4', 'bytes=0-1, bytes=3-4', 'bytes=0-,-1', 'bytes=0-1,,x'],
])('what is malformed, in another unit or of several parts is the whole', (...headers) => {
  for (const header of headers) expect([header, rangeOf(header, 10)]).toEqual([header, null])
})

test('no header is the whole', () => expect(rangeOf(undefined, 10)).toBeNull())

test('nothing has no part', () => {
  const asked = ['bytes=0-', 'bytes=0-0', 'bytes=-0', 'bytes=-1', undefined]
  expect(asked.map((header) => rangeOf(header, 0))).toEqual(['OUTSIDE', 'OUTSIDE', 'OUTSIDE', null, null])
})

test('a part is what slicing the bytes answers', () => {
  const size = fc.integer({ min: 1, max: 50 })
  fc.assert(
    fc.property(size, fc.nat(60), fc.option(fc.nat(60)), fc.boolean(), (size, one, other, isSuffix) => {
      const bytes = Array.from({ length: size }, (_, index) => index)
      const header = isSuffix ? `bytes=-${one}` : `bytes=${one}-${other ?? ''}`
      const sliced = isSuffix ? bytes.slice(Math.max(0, size - one)) : bytes.slice(one, (other ?? size) + 1)
      const part = rangeOf(header, size) ?? 'IGNORED'
      const isBackwards = !isSuffix && other !== null && other < one
      const found = typeof part === 'string' ? part : bytes.slice(part.first, part.last + 1)
      expect(found).toEqual(isBackwards ? 'IGNORED' : sliced.length === 0 ? 'OUTSIDE' : sliced)
    }),
    { seed: 20_261_122 },
  )
})
