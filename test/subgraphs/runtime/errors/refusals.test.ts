import { describe, expect, test } from 'vitest'
import { present } from '../../../../subgraphs/runtime/errors/present.ts'
import { refusalsOf } from '../../../../subgraphs/runtime/errors/refusals.ts'

describe('refusals', () => {
  const refusal = refusalsOf({ GONE: 'It must be there. Fetch it again.' })

  test('say where in the input the trouble is, or that it is the input as a whole', () => {
    const entry = { code: 'GONE', message: 'It must be there. Fetch it again.' }
    expect(refusal('GONE', 'targets', '1')).toEqual({ ...entry, path: ['targets', '1'] })
    expect(refusal('GONE')).toEqual({ ...entry, path: null })
  })
})

test('what must be present is, or its field fails', () => {
  expect(present(0, 'a number')).toBe(0)
  expect(() => present(null, 'the author of a photo')).toThrow('There must be the author of a photo')
})
