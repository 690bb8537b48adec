import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { statBackup, unusable } from './file.ts'
import {
  type BackupEnd,
  type BackupHeader,
  type BackupRecord,
  countsText,
  damaged,
  notOne,
  readHeader,
  readRecord,
} from './format.ts'

/** A file that begins as a backup does. */
export interface OpenedBackup {
  readonly file: string
  readonly header: BackupHeader
  /** The first line, with its line end. */
  readonly headerText: string
  /** Of the file. */
  readonly bytes: number
}

/** No header is nearly as long. */
const LONGEST_HEADER = 65_536

/** Reads the first line. Throws `BACKUP_NOT_ONE`, `BACKUP_TOO_NEW` and `BACKUP_FILE_UNUSABLE`. */
export async function openBackup(file: string): Promise<OpenedBackup> {
  const { size } = statBackup(file)
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw unusable(file, error)
  })
  try {
    const start = Buffer.alloc(Math.min(LONGEST_HEADER, size))
    await handle.read(start, 0, start.length, 0)
    const lineEnd = start.indexOf('\n')
    if (lineEnd < 0) throw notOne()
    const headerText = start.toString('utf8', 0, lineEnd + 1)
    return { file, header: readHeader(headerText), headerText, bytes: size }
  } finally {
    await handle.close()
  }
}

/**
 * Everything between the first line and the last, in order, `some` at once; returns the last line. Throws
 * `BACKUP_DAMAGED` where anything was cut off, added or changed, at the latest with the end: what came before it may be
 * used only then.
 */
export async function* recordsOf(
  backup: OpenedBackup,
  progress: (bytes: number) => void,
): AsyncGenerator<readonly BackupRecord[], BackupEnd> {
  const hash = createHash('sha256').update(backup.headerText)
  let end: BackupEnd | null = null
  for await (const lines of linesOf(backup, progress)) {
    const records: BackupRecord[] = []
    for (const line of lines) {
      if (end !== null) throw damaged('something follows its end')
      const record = readRecord(line)
      if (record.kind === 'end') end = record.end
      else {
        hash.update(line).update('\n')
        records.push(record)
      }
    }
    if (records.length > 0) yield records
  }
  if (end === null) throw damaged('its end is missing')
  if (hash.update(countsText(end)).digest('base64url') !== end.digest)
    throw damaged('it is not as it was written: its digest differs')
  return end
}

const CHUNK_BYTES = 262_144
/** A document has 16 MB at the most, as MongoDB counts. */
const LONGEST_LINE = 64 * 1_048_576

async function* linesOf(
  { file, headerText, bytes }: OpenedBackup,
  progress: (bytes: number) => void,
): AsyncGenerator<readonly string[]> {
  const start = Buffer.byteLength(headerText)
  const source = createReadStream(file, { start, highWaterMark: CHUNK_BYTES })
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES }).setEncoding('utf8')
  // Whatever goes wrong in either ends the loop below with its error.
  pipeline(source, gunzip, () => undefined)
  let rest = ''
  try {
    for await (const chunk of gunzip as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > LONGEST_LINE) throw damaged('a line has no end')
      if (lines.length > 0) yield lines
      progress(start + source.bytesRead)
    }
  } catch (error) {
    if (!isOfZlib(error)) throw error
    throw damaged(`it cannot be read to its end (${error.code})`, error)
  }
  if (rest !== '') throw damaged('its last line has no end')
  if (start + gunzip.bytesWritten !== bytes) throw damaged('something follows its end')
}

function isOfZlib(error: unknown): error is NodeJS.ErrnoException {
  return /^Z_|^ERR_STREAM_PREMATURE_CLOSE$/.test((error as NodeJS.ErrnoException | null)?.code ?? '')
}
