import { describe, expect, it } from 'vitest'
import { Failures } from '../../../gateway/merge/failures.ts'

const failure = { message: 'No', extensions: {} }

describe('a null is explained', () => {
  it('by an error at its place, above it or below it', () => {
    const failures = new Failures()
    failures.report(failure, ['users', 1, 'c__friend', 'name'])
    expect(failures.explains(['users', 1, 'friend', 'name'])).toBe(true)
    expect(failures.explains(['users', 1, 'friend'])).toBe(true)
    expect(failures.explains(['users', 1, 'friend', 'name', 'x'])).toBe(true)
    expect(failures.explains(['users', 0, 'friend'])).toBe(false)
    expect(failures.explains(['users', 1, 'age'])).toBe(false)
  })

  it('by what a failed fetch would have brought to any object of a list', () => {
    const failures = new Failures()
    failures.explainGap(['c__all', '@'], new Set(['c__a', 'b']))
    expect(failures.explains(['all', 7, 'a'])).toBe(true)
    expect(failures.explains(['all', 7, 'b', 'deeper'])).toBe(true)
    expect(failures.explains(['all', 7, 'c'])).toBe(false)
    expect(failures.explains(['all', 7])).toBe(false)
    expect(failures.explains(['all'])).toBe(false)
  })

  it('by nothing that is told without a place', () => {
    const failures = new Failures()
    failures.report(failure, undefined)
    failures.report(failure, [])
    expect(failures.explains(['a'])).toBe(false)
  })
})

it('a subgraph that reports without end is heard up to a limit', () => {
  const failures = new Failures(3)
  for (let index = 0; index < 10; index++) failures.report(failure, [index])
  expect(failures.placed).toHaveLength(3)
})
