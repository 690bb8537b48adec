import { expect, test } from 'vitest'
import { type ByteSource, lengthOf, sourceOf } from '../../../../subgraphs/runtime/bytes/byteSource.ts'
import { inPart, type PartRequest } from '../../../../subgraphs/runtime/bytes/part.ts'
import { headersOf } from '../../../../subgraphs/runtime/errors/fault.ts'
import { wholeOf } from '../../../support/bytes.ts'

const FILM = Buffer.from('0123456789')
const HEADERS = { 'content-type': 'video/mp4', etag: '"one"', 'cache-control': 'private, no-store' }

const get = (range?: string, ifRange?: string): PartRequest => ({
  method: 'GET',
  headers: { ...(range !== undefined && { range }), ...(ifRange !== undefined && { 'if-range': ifRange }) },
})

/** Status, `Content-Range` and bytes that answer a request for this film. */
async function answer(request: PartRequest, headers: Record<string, string> = HEADERS, body = sourceOf(FILM)) {
  const part = inPart({ status: 200, headers, body }, request)
  const bytes = await wholeOf(part.body as ByteSource)
  expect(lengthOf(part.body)).toBe(bytes.length)
  return [part.status, part.headers['content-range'] ?? null, bytes.toString()]
}
const WHOLE = [200, null, '0123456789']

test('a GET gets the part that it asks for, under the headers of the whole', async () => {
  expect(await answer(get('bytes=2-4'))).toEqual([206, 'bytes 2-4/10', '234'])
  expect(await answer(get('bytes=-2'))).toEqual([206, 'bytes 8-9/10', '89'])
  const { headers } = inPart({ status: 200, headers: HEADERS, body: FILM }, get('bytes=2-4'))
  expect(headers).toEqual({ ...HEADERS, 'accept-ranges': 'bytes', 'content-range': 'bytes 2-4/10' })
})

test('what is in memory is cut as what is not', () => {
  const { body } = inPart({ status: 200, headers: HEADERS, body: FILM }, get('bytes=2-4'))
  expect(Buffer.from(body as Uint8Array).toString()).toBe('234')
})

test('of a source only the part is read', async () => {
  const read: [number, number][] = []
  const source = {
    ...sourceOf(FILM),
    read: (...asked: [number, number]) => (read.push(asked), sourceOf(FILM).read(...asked)),
  }
  await answer(get('bytes=2-4'), HEADERS, source)
  expect(read).toEqual([[2, 4]])
})

test('where nothing of it is there, 416 says how much there is', async () => {
  const asking = (async () => inPart({ status: 200, headers: HEADERS, body: FILM }, get('bytes=10-')))()
  await expect(asking).rejects.toThrow('must begin before the end, but there are 10 bytes')
  expect(headersOf((await asking.catch((error: Error) => error)) as Error)).toEqual({ 'content-range': 'bytes */10' })
})

test('everything else is the whole, and says that parts may be asked for', async () => {
  for (const range of [undefined, 'bytes=0-1,3-4', 'bytes=4-2', 'items=0-1']) {
    expect(await answer(get(range))).toEqual(WHOLE)
  }
  expect(inPart({ status: 200, headers: {}, body: FILM }, get()).headers).toEqual({ 'accept-ranges': 'bytes' })
})

test('a HEAD says what the whole is, whatever part it names', async () => {
  expect(await answer({ ...get('bytes=2-4'), method: 'HEAD' })).toEqual(WHOLE)
})

test('If-Range holds for the strong ETag of what is there, and for nothing else', async () => {
  const asked = (ifRange: string, headers?: Record<string, string>) => answer(get('bytes=2-4', ifRange), headers)
  expect(await asked('"one"')).toEqual([206, 'bytes 2-4/10', '234'])
  for (const other of ['"two"', 'W/"one"', 'Sun, 22 Nov 2026 10:00:00 GMT', ''])
    expect(await asked(other)).toEqual(WHOLE)
  expect(await asked('W/"one"', { etag: 'W/"one"' })).toEqual(WHOLE)
  expect(await asked('"one"', {})).toEqual(WHOLE)
})

test('text, and what was not found, is left as it is', () => {
  for (const whole of [
    { status: 200, headers: {}, body: 'text' },
    { status: 404, headers: {}, body: FILM },
    { status: 304, headers: HEADERS, body: '' },
  ])
    expect(inPart(whole, get('bytes=0-1'))).toBe(whole)
})
