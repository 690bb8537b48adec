import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { StoredRow } from '../../subgraphs/storage/port.ts'
import { BackupError } from './backupError.ts'

/** The version of everything below, as FORMAT.md has it. */
export const FORMAT = 1

const header = z.strictObject({
  concord: z.literal('backup'),
  format: z.literal(FORMAT),
  /** The release that wrote it. */
  release: z.string(),
  /** ISO 8601: when reading the store began. */
  startedAt: z.iso.datetime(),
  /** `fingerprintOf` its keys. */
  installation: z.string(),
  /** Whether all documents are of the moment `startedAt`. */
  isOneMoment: z.boolean(),
})

/** The first line, not compressed: what can be known without reading the rest. */
export type BackupHeader = z.infer<typeof header>

const whole = z.number().int().nonnegative()
const end = z.strictObject({
  /** By name: how many documents there are, and of which versions. */
  collections: z.record(z.string(), z.strictObject({ documents: whole, versions: z.array(whole) })),
  media: z.strictObject({ files: whole, bytes: whole }),
  /** SHA-256 of all lines before this one, the first among them, each with its line end, and of `countsText`; base64url. */
  digest: z.string(),
  /** HMAC-SHA-256 of `digest` under `backupKey`; base64url. */
  seal: z.string(),
})

/** The last line. */
export type BackupEnd = z.infer<typeof end>

/** One line between the first and the last. */
export type BackupRecord =
  | { readonly kind: 'document'; readonly collection: string; readonly row: StoredRow }
  /** A stretch of a file below the folder of the media, from `offset` on; a file's stretches follow one another. */
  | { readonly kind: 'media'; readonly path: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'end'; readonly end: BackupEnd }

export function headerLine(value: BackupHeader): string {
  return `${JSON.stringify(value)}\n`
}

export function documentLine(collection: string, { version, document }: StoredRow): string {
  return `${JSON.stringify(['document', collection, version, document])}\n`
}

export function mediaLine(path: string, offset: number, bytes: Buffer): string {
  return `${JSON.stringify(['media', path, offset, bytes.toString('base64')])}\n`
}

export function endLine(value: BackupEnd): string {
  return `${JSON.stringify(['end', value])}\n`
}

/** What the last line says of the others, as it goes into the digest. */
export function countsText({ collections, media }: Pick<BackupEnd, 'collections' | 'media'>): string {
  return JSON.stringify({ collections, media })
}

export function sealOf(digest: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(digest).digest('base64url')
}

/** Throws `BACKUP_NOT_ONE` and `BACKUP_TOO_NEW`. */
export function readHeader(line: string): BackupHeader {
  const value = parsed(line) as { concord?: unknown; format?: unknown; release?: unknown } | null
  if (value === null || typeof value !== 'object' || value.concord !== 'backup') throw notOne()
  if (typeof value.format === 'number' && value.format > FORMAT) {
    throw new BackupError(
      'BACKUP_TOO_NEW',
      `The backup must have format ${FORMAT}, but has ${value.format}. Restore it with release ${String(value.release)} or later.`,
    )
  }
  const read = header.safeParse(value)
  if (!read.success) throw damaged('its first line is not as it was written')
  return read.data
}

/** Throws `BACKUP_DAMAGED`. */
export function readRecord(line: string): BackupRecord {
  const value = parsed(line)
  const [kind, ...rest] = Array.isArray(value) ? (value as unknown[]) : []
  if (kind === 'document') return documentOf(rest)
  if (kind === 'media') return mediaOf(rest)
  const read = end.safeParse(rest[0])
  if (kind === 'end' && read.success) return { kind, end: read.data }
  throw damaged('a line is none of a backup')
}

function documentOf([collection, version, document]: readonly unknown[]): BackupRecord {
  const isObject = typeof document === 'object' && document !== null && !Array.isArray(document)
  if (typeof collection !== 'string' || typeof version !== 'number' || !isObject)
    throw damaged('a document is not as it was written')
  return { kind: 'document', collection, row: { version, document: document as StoredRow['document'] } }
}

/** Names that lead nowhere but down, and are the same on every file system. */
const PATH = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/

export function isMediaPath(path: string): boolean {
  return PATH.test(path) && path.length <= 1_024
}

function mediaOf([path, offset, base64]: readonly unknown[]): BackupRecord {
  if (typeof path !== 'string' || !isMediaPath(path) || !Number.isSafeInteger(offset) || typeof base64 !== 'string')
    throw damaged('a file is not as it was written')
  return { kind: 'media', path, offset: offset as number, bytes: Buffer.from(base64, 'base64') }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

export function notOne(): BackupError {
  return new BackupError('BACKUP_NOT_ONE', 'The file must be a backup that `concord backup` wrote, but is none.')
}

export function damaged(why: string, cause?: unknown): BackupError {
  return new BackupError('BACKUP_DAMAGED', `The backup must be whole, but ${why}. Take another copy of it.`, { cause })
}
