import { expect, test } from 'vitest'
import { describeError } from '../../../../subgraphs/runtime/log/describeError.ts'

test('an error is described without its words', () => {
  const cause = Object.assign(new RangeError('canary'), { code: 'STORE_FULL' })
  const described = describeError(new TypeError('canary\n    canary', { cause }))
  expect(described).toMatchObject({ name: 'TypeError', cause: { name: 'RangeError', code: 'STORE_FULL' } })
  expect(described.at[0]).toContain('describeError.test.ts')
  expect(JSON.stringify(described)).not.toContain('canary')
})

test('what is no error is named by its kind', () => {
  expect(describeError('canary')).toEqual({ name: 'string', at: [] })
})

test('a chain of causes ends', () => {
  const error = new Error('round')
  error.cause = error
  expect(JSON.stringify(describeError(error)).match(/"name"/g)).toHaveLength(4)
})
