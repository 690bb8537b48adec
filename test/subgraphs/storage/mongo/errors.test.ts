import { MongoError, MongoNetworkError, MongoServerError, MongoWriteConcernError } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { didNothing, storageErrorOf } from '../../../../subgraphs/storage/mongo/errors.ts'

const said = (code: number, codeName = '') => new MongoServerError({ message: 'Ada wrote this', code, codeName })
const unacknowledged = (code: number) =>
  new MongoWriteConcernError({ ok: 1, writeConcernError: { code, errmsg: 'Ada wrote this' } })

describe('a write is sent again only when the first surely did nothing', () => {
  test.each([
    ['the server is not the primary', said(10_107), true],
    ['the server is a secondary', said(13_435), true],
    ['the pool was cleared before a connection was had', named('MongoPoolClearedError'), true],
    ['the connection broke in its handshake', handshaking(), true],
    ['the primary stepped down meanwhile', said(189), false],
    ['the primary was interrupted meanwhile', said(11_602), false],
    ['the server is shutting down', said(91), false],
    ['the connection broke', new MongoNetworkError('closed'), false],
    ['connections in use were closed with the pool', named('MongoPoolClearedOnNetworkError'), false],
    ['the majority did not acknowledge it: not the primary any more', unacknowledged(10_107), false],
    ['something else', new TypeError('x'), false],
  ])('%s', (_what, error, isSafe) => {
    expect(didNothing(error)).toBe(isSafe)
  })
})

describe('errors of MongoDB in the terms of the port', () => {
  test.each([
    ['a lost connection', new MongoNetworkError('closed'), 'STORE_UNAVAILABLE'],
    ['a change of the primary', said(189, 'PrimarySteppedDown'), 'STORE_UNAVAILABLE'],
    ['no majority in time', unacknowledged(64), 'STORE_TIMEOUT'],
    ['a limit of time on the server', said(50), 'STORE_TIMEOUT'],
    ['no connection free in time', named('MongoWaitQueueTimeoutError'), 'STORE_TIMEOUT'],
    ['a full disk', said(14_031), 'STORE_FULL'],
    ['a document of more than 16 MB', said(10_334), 'STORE_MISUSE'],
    ['a closed client', named('MongoClientClosedError'), 'STORE_CLOSED'],
  ])('%s', (_what, error, code) => {
    expect(storageErrorOf(error)).toMatchObject({ code })
  })

  test('never repeat what the server says, which quotes what people wrote', () => {
    for (const error of [said(2), said(50), unacknowledged(64)])
      expect(JSON.stringify(describedWhole(storageErrorOf(error)))).not.toContain('Ada')
  })

  test('errors of others stay as they are', () => {
    const error = new TypeError('an upgrade step failed')
    expect(storageErrorOf(error)).toBe(error)
  })
})

function named(name: string): MongoError {
  return Object.defineProperty(new MongoError('driver'), 'name', { value: name })
}

function handshaking(): MongoNetworkError {
  return new MongoNetworkError('closed', { beforeHandshake: true })
}

function describedWhole(error: unknown): unknown {
  const { message, cause } = error as Error
  return { message, cause }
}
