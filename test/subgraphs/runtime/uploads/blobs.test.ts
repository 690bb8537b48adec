import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import type { Blobs } from '../../../../subgraphs/runtime/uploads/blobs.ts'
import { createFileBlobs } from '../../../../subgraphs/runtime/uploads/fileBlobs.ts'
import { createMemoryBlobs } from '../../../../subgraphs/runtime/uploads/memoryBlobs.ts'
import { partOf } from '../../../support/bytes.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'

const directories: string[] = []
afterEach(async () => {
  await Promise.all(directories.splice(0).map((directory) => rm(directory, { recursive: true })))
})

async function emptyDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'concord-blobs-'))
  directories.push(directory)
  return directory
}

const inFiles = (directory: string): Blobs =>
  createFileBlobs({ directory, random: createSeededRandom('blobs'), clock: createManualClock(TEST_START) })

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))

describe.each([
  ['in memory', async (): Promise<Blobs> => createMemoryBlobs()],
  ['in files', async (): Promise<Blobs> => inFiles(await emptyDirectory())],
])('blobs %s', (_name, create) => {
  it('are there once they were put, until they are deleted', async () => {
    const blobs = await create()
    await blobs.put('ab1', bytes('one'))
    expect(Buffer.from((await blobs.get('ab1')) ?? []).toString()).toBe('one')
    expect(await blobs.delete('ab1')).toBe(true)
    expect([await blobs.get('ab1'), await blobs.delete('ab1')]).toEqual([null, false])
  })

  it('are replaced by what is put under their name, and nothing else is', async () => {
    const blobs = await create()
    await Promise.all([blobs.put('ab1', bytes('one')), blobs.put('ab2', bytes('two'))])
    await blobs.put('ab1', bytes('three'))
    const both = await Promise.all([blobs.get('ab1'), blobs.get('ab2')])
    expect(both.map((found) => Buffer.from(found ?? []).toString())).toEqual(['three', 'two'])
  })

  it('are read in the part that is asked for', async () => {
    const blobs = await create()
    await blobs.put('ab1', bytes('0123456789'))
    const source = await blobs.source('ab1')
    expect(source?.size).toBe(10)
    const parts = [partOf(source!, 0, 9), partOf(source!, 2, 4), partOf(source!, 9, 9)]
    expect((await Promise.all(parts)).map(String)).toEqual(['0123456789', '234', '9'])
    await blobs.delete('ab1')
    expect(await blobs.source('ab1')).toBeNull()
  })

  it.each(['', '../up', 'a/b', '.hidden', 'UPPER', 'a b', 'x'.repeat(201), 'a\0'])(
    'refuse the name %j',
    async (name) => {
      const blobs = await create()
      await expect((async () => blobs.put(name, bytes('one')))()).rejects.toThrow(RangeError)
      await expect((async () => blobs.get(name))()).rejects.toThrow(RangeError)
      await expect((async () => blobs.source(name))()).rejects.toThrow(RangeError)
      await expect((async () => blobs.delete(name))()).rejects.toThrow(RangeError)
    },
  )
})

describe('blobs in files', () => {
  it('are for the eyes of their owner alone', async () => {
    const directory = await emptyDirectory()
    await inFiles(directory).put('ab1', bytes('one'))
    const { mode } = await stat(join(directory, 'blobs', 'ab', 'ab1'))
    expect(mode & 0o077).toBe(0)
  })

  it('that go between the finding and the reading are told, not taken for empty', async () => {
    const blobs = inFiles(await emptyDirectory())
    await blobs.put('ab1', bytes('one'))
    const source = await blobs.source('ab1')
    await blobs.delete('ab1')
    await expect(partOf(source!, 0, 2)).rejects.toThrow('ENOENT')
  })

  it('survive the process, and what it left half written does not', async () => {
    const directory = await emptyDirectory()
    await inFiles(directory).put('ab1', bytes('one'))
    const [old, fresh] = [join(directory, 'drafts', 'old'), join(directory, 'drafts', 'fresh')]
    await Promise.all([writeFile(old, 'half'), writeFile(fresh, 'half')])
    const now = TEST_START / 1000
    await Promise.all([utimes(old, now - 7200, now - 7200), utimes(fresh, now, now)])
    const again = inFiles(directory)
    expect(await again.get('ab1')).not.toBeNull()
    await again.put('ab2', bytes('two'))
    expect(await readdir(join(directory, 'drafts'))).toEqual(['fresh'])
  })
})
