import { expect, test } from 'vitest'
import { createLru } from '../../gateway/lru.ts'

test('what was used longest ago is forgotten first', () => {
  const lru = createLru<number>(2)
  lru.set('a', 1)
  lru.set('b', 2)
  expect(lru.get('a')).toBe(1)
  lru.set('c', 3)
  expect(['a', 'b', 'c'].map((key) => lru.get(key))).toEqual([1, undefined, 3])
})

test('weights count, replaced and deleted ones no longer', () => {
  const lru = createLru<string>(10)
  lru.set('a', 'light', 2)
  lru.set('b', 'heavy', 8)
  lru.set('b', 'lighter', 4)
  lru.set('c', 'too', 4)
  expect(lru.get('a')).toBe('light')
  lru.delete('b')
  lru.set('d', 'fits', 4)
  expect(lru.get('a')).toBe('light')
  lru.set('e', 'larger than all', 11)
  expect([lru.get('a'), lru.get('e')]).toEqual(['light', undefined])
})
