import { describe, expect, it } from 'vitest'
import { callFailure, reportedFailure } from '../../../gateway/merge/subgraphError.ts'
import { fault } from '../../../subgraphs/runtime/errors/fault.ts'

describe('an error that a subgraph reports', () => {
  it('keeps message, code and extensions, and names the subgraph', () => {
    const error = { message: 'No', extensions: { code: 'TOO_OLD', years: 3 } }
    expect(reportedFailure('photo', error)).toEqual({
      message: 'No',
      extensions: { code: 'TOO_OLD', years: 3, subgraph: 'photo' },
    })
  })

  it('has a code and a message where it brings none', () => {
    expect(reportedFailure('photo', {})).toEqual({
      message: 'Subgraph "photo" reported an error.',
      extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', subgraph: 'photo' },
    })
  })

  it.each([{ code: 7 }, { code: 'x'.repeat(65) }, { code: '<script>' }, null, 'text'])(
    'takes no odd code: %o',
    (given) => {
      const { extensions } = reportedFailure('photo', { message: 'No', extensions: given as never })
      expect(extensions['code']).toBe('DOWNSTREAM_SERVICE_ERROR')
    },
  )

  it('cannot speak for another subgraph, nor show a stack trace', () => {
    const given = { subgraph: 'accounts', stacktrace: ['at x'], exception: { stacktrace: [] } }
    expect(reportedFailure('photo', { message: 'No', extensions: given }).extensions).toEqual({
      code: 'DOWNSTREAM_SERVICE_ERROR',
      subgraph: 'photo',
    })
  })

  it('is bounded', () => {
    const { message, extensions } = reportedFailure('photo', {
      message: 'x'.repeat(10_000),
      extensions: { code: 'BIG', text: 'x'.repeat(10_000) },
    })
    expect(message).toHaveLength(2000)
    expect(extensions).toEqual({ code: 'BIG', subgraph: 'photo' })
  })
})

describe('a call that failed', () => {
  it('is told by its fault', () => {
    expect(callFailure('photo', fault('SUBGRAPH_BAD_RESPONSE', { message: 'Not JSON.' }))).toMatchObject({
      message: 'Not JSON.',
      extensions: { code: 'SUBGRAPH_BAD_RESPONSE', subgraph: 'photo' },
    })
  })

  it('names who was late', () => {
    expect(callFailure('photo', fault('SUBGRAPH_TIMEOUT')).message).toContain('Subgraph "photo" did not answer in time')
  })

  it('says nothing of what else broke, and keeps it for the log', () => {
    const cause = new Error('password in here')
    const failure = callFailure('photo', cause)
    expect(failure).toMatchObject({ extensions: { code: 'SUBGRAPH_UNREACHABLE', subgraph: 'photo' }, cause })
    expect(failure.message).not.toContain('password')
  })
})
