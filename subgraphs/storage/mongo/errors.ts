import { MongoError, MongoNetworkTimeoutError, MongoServerError, MongoWriteConcernError, BSON } from 'mongodb'
import { misuse } from '../document/misuse.ts'
import { StorageError } from '../port.ts'

/** Codes of MongoDB's server that are told apart here; the others mean that the store cannot be used. */
const CODES = {
  duplicateKey: 11_000,
  notWritablePrimary: 10_107,
  notPrimaryNoSecondaryOk: 13_435,
  outOfDiskSpace: 14_031,
  tooLarge: [10_334, 17_280, 17_419, 17_420],
  parallelArrays: 171,
  timeouts: [24, 50, 64, 202, 262],
  /** BadValue, FailedToParse, TypeMismatch, PathNotViable, conflicting operators, parallel arrays; older numbers. */
  refusedUpdate: [2, 9, 14, 28, 40, 171, 10_141, 10_142, 16_837],
} as const

/** An `_id` or a value of a unique index is taken. */
export function isDuplicateKey(error: unknown): boolean {
  return codeOf(error) === CODES.duplicateKey && !(error instanceof MongoWriteConcernError)
}

/** The server refused the update for what the document holds (`$inc` of a string, say), and changed nothing. */
export function isRefusedUpdate(error: unknown): boolean {
  return isOneOf(CODES.refusedUpdate, codeOf(error)) && !(error instanceof MongoWriteConcernError)
}

/**
 * Whether the command surely did nothing, so that it may be sent again: the pool was cleared before a connection was
 * had, the connection failed in its handshake, or the server said, before it began, that it is not the primary (any
 * more). Not so for a connection that broke later, or a primary that stepped down with the write under way.
 */
export function didNothing(error: unknown): boolean {
  if (!(error instanceof MongoError) || error instanceof MongoWriteConcernError) return false
  if (error.name === 'MongoPoolClearedError') return true
  if ('beforeHandshake' in error && error.beforeHandshake === true) return true
  return (
    error instanceof MongoServerError && isOneOf([CODES.notWritablePrimary, CODES.notPrimaryNoSecondaryOk], error.code)
  )
}

/**
 * An error of the driver in the port's terms; errors of ours, and of JavaScript (in an upgrade step, say), stay as they
 * are. The server's own words are left out, since they quote what people wrote.
 */
export function storageErrorOf(error: unknown): unknown {
  if (error instanceof BSON.BSONError) return misuse('MongoDB cannot store this document: BSON has no room for it.')
  if (!(error instanceof MongoError)) return error
  if (isClosed(error)) return storeClosed()
  const code = codeOf(error)
  if (isOneOf(CODES.tooLarge, code))
    return misuse('A document must be at most 16 MB as BSON: MongoDB stores no larger ones.')
  if (code === CODES.parallelArrays) return misuse('An index may have an array in one field, but found two.')
  const what = describe(error)
  if (code === CODES.outOfDiskSpace) {
    return new StorageError('STORE_FULL', 'The store has no room left: free disk space and try again.')
  }
  if (isTimeout(error, code)) {
    return new StorageError('STORE_TIMEOUT', `MongoDB did not answer in time (${what}). A write may have taken place.`)
  }
  return new StorageError('STORE_UNAVAILABLE', `MongoDB cannot be used (${what}). A write may have taken place.`)
}

/** A write that lost to another one, each time that it was tried. */
export function crowded(collection: string, tries: number): StorageError {
  return new StorageError(
    'STORE_TIMEOUT',
    `A document of "${collection}" was changed by others ${tries} times while it was to be changed. Try again.`,
  )
}

export function storeClosed(): StorageError {
  return new StorageError('STORE_CLOSED', 'The store is closed: open it again before using it.')
}

function isClosed({ name }: MongoError): boolean {
  return name === 'MongoClientClosedError' || name === 'MongoTopologyClosedError' || name === 'MongoNotConnectedError'
}

function isTimeout(error: MongoError, code: number | undefined): boolean {
  const names = ['MongoOperationTimeoutError', 'MongoWaitQueueTimeoutError']
  return error instanceof MongoNetworkTimeoutError || names.includes(error.name) || isOneOf(CODES.timeouts, code)
}

function describe(error: MongoError): string {
  const { name } = error
  if (!(error instanceof MongoServerError)) return name
  return `${name} ${String(error.code ?? '')} ${error.codeName ?? ''}`.trimEnd()
}

function codeOf(error: unknown): number | undefined {
  return error instanceof MongoServerError && typeof error.code === 'number' ? error.code : undefined
}

function isOneOf(codes: readonly number[], code: unknown): boolean {
  return typeof code === 'number' && codes.includes(code)
}
