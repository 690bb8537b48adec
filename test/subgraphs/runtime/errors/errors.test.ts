import { GraphQLError } from 'graphql'
import { describe, expect, test } from 'vitest'
import { fault, isFault } from '../../../../subgraphs/runtime/errors/fault.ts'
import { errorPage, updatePage } from '../../../../subgraphs/runtime/errors/page.ts'
import { ERRORS, isErrorCode, statusOf } from '../../../../subgraphs/runtime/errors/registry.ts'
import { REQUEST_ERRORS } from '../../../../subgraphs/runtime/errors/requestErrors.ts'
import { SERVICE_ERRORS } from '../../../../subgraphs/runtime/errors/serviceErrors.ts'
import { UPLOAD_ERRORS } from '../../../../subgraphs/runtime/errors/uploadErrors.ts'

describe('the registry', () => {
  test.each(Object.entries(ERRORS))('%s has a status, a sentence and a version', (code, { status, message, since }) => {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/)
    expect(status >= 400 || code.startsWith('PERSISTED_QUERY')).toBe(true)
    expect(message).toMatch(/[.]$/)
    expect(since).toMatch(/^\d+\.\d+\.\d+$/)
  })

  test('has each code once', () => {
    const parts = [...Object.keys(REQUEST_ERRORS), ...Object.keys(SERVICE_ERRORS), ...Object.keys(UPLOAD_ERRORS)]
    expect(Object.keys(ERRORS)).toEqual([...new Set(parts)])
    expect(parts).toHaveLength(Object.keys(ERRORS).length)
  })

  test('knows its codes and no others', () => {
    expect(isErrorCode('CURSOR_INVALID')).toBe(true)
    expect([isErrorCode('toString'), isErrorCode(7), isErrorCode(undefined)]).toEqual([false, false, false])
    expect([statusOf('UNAUTHENTICATED'), statusOf('toString'), statusOf(null)]).toEqual([401, 500, 500])
  })
})

describe('the page', () => {
  test('is current: else run `node --import tsx subgraphs/runtime/errors/page.ts`', () => {
    expect(updatePage(true)).toBe(true)
  })

  test('shows code, status, version and message, in the order of the codes', () => {
    const page = errorPage({
      B: { status: 500, message: 'Bad.', since: '0.2.0' },
      A: { status: 400, message: 'Worse.', since: '0.1.0' },
    })
    expect(page).toContain('# Error codes\n')
    expect(page.slice(page.indexOf('## '))).toBe(
      '## `A`\n\nHTTP 400, since 0.1.0.\n\n```text\nWorse.\n```\n\n## `B`\n\nHTTP 500, since 0.2.0.\n\n```text\nBad.\n```\n',
    )
  })
})

describe('a fault', () => {
  test("has the registry's message, or a better one", () => {
    expect(fault('CURSOR_INVALID').message).toBe(ERRORS.CURSOR_INVALID.message)
    expect(fault('CURSOR_INVALID', { message: 'Better.' }).message).toBe('Better.')
  })

  test('shows its code and extensions, and keeps its cause to itself', () => {
    const cause = new Error('the canary')
    const error = fault('CURSOR_INVALID', { cause, extensions: { code: 'OTHER', most: 3 } })
    expect(error.cause).toBe(cause)
    expect(JSON.stringify(error)).toBe(
      JSON.stringify({ message: error.message, extensions: { code: 'CURSOR_INVALID', most: 3 } }),
    )
    expect(error.stack).not.toContain('canary')
  })

  test('is told from other errors', () => {
    expect(isFault(fault('CURSOR_INVALID'))).toBe(true)
    expect(isFault(fault('CURSOR_INVALID'), 'CURSOR_INVALID')).toBe(true)
    expect(isFault(fault('CURSOR_INVALID'), 'RATE_LIMITED')).toBe(false)
    expect(isFault(new GraphQLError('x'))).toBe(false)
    expect(isFault(new Error('x'))).toBe(false)
  })
})
