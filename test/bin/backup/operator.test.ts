import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Configuration } from '../../../bin/configuration.ts'
import { markRestore } from '../../../bin/backup/unfinished.ts'
import { backup } from '../../../bin/commands/backup.ts'
import { doctor } from '../../../bin/commands/doctor.ts'
import { checkOnly, restore } from '../../../bin/commands/restore.ts'
import { explainConfiguration } from '../../../bin/configuration.ts'
import { openProcessBook } from '../../../subgraphs/runtime/processes/processes.ts'
import { createManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { backupFiles, codeOf, RELEASE } from './backupFiles.ts'

/* What an operator may meet, and what is said then. */

const files = backupFiles()
let source: Configuration

beforeAll(async () => {
  source = files.place()
  await files.opened(source, (storage) =>
    storage.collection({ name: 'social_posts', version: 1, indexes: [] }).insert({ _id: 'post' }),
  )
  await files.backup(source, 'whole')
})
afterAll(() => files.dispose())

/** What a command prints. */
function printed() {
  let text = ''
  return { output: { write: (line: unknown) => ((text += String(line)), true) }, text: () => text }
}

describe('a backup', () => {
  test('is the owner alone to read, and nothing is left beside it', () => {
    expect(statSync(files.path('whole')).mode & 0o777).toBe(0o600)
    expect(readdirSync(files.path('.')).filter((name) => name.includes('partial'))).toEqual([])
  })

  test('that has no place to be written to says so, and leaves nothing', async () => {
    await expect(files.backup(source, 'nowhere/file')).rejects.toThrow(
      `BACKUP_FILE_UNUSABLE: The file ${files.path('nowhere/file')} must be readable or writable, but there is no such file or folder (ENOENT).`,
    )
    expect(existsSync(files.path('nowhere'))).toBe(false)
  })

  test('that is interrupted leaves nothing', async () => {
    const stopping = AbortSignal.abort(new Error('The backup was ended by SIGINT'))
    const interrupted = backup(source, files.path('stopped'), RELEASE, printed().output, stopping)
    await expect(interrupted).rejects.toThrow('ended by SIGINT')
    expect(readdirSync(files.path('.')).filter((name) => name.startsWith('stopped'))).toEqual([])
  })

  test('tells of what one that was killed has left', async () => {
    const left = files.path('yesterday.AAAAAAAAAAAAAAAAAAAAAA.partial')
    writeFileSync(left, 'half')
    const { output, text } = printed()
    await backup(source, files.path('today'), RELEASE, output)
    expect(text()).toContain(`${left} is of a backup that is being made, or that was killed`)
    expect(await codeOf(files.restore(files.place(), 'yesterday.AAAAAAAAAAAAAAAAAAAAAA.partial'))).toBe(
      'BACKUP_NOT_ONE',
    )
  })

  test('of a store that nobody has used is refused, and makes none', async () => {
    const wrong = files.place()
    expect(await codeOf(files.backup(wrong, 'none'))).toBe('STORE_UNUSED')
    expect(files.isUntouched(wrong)).toBe(true)
    await files.opened(wrong, (storage) => storage.check())
    expect(await codeOf(files.backup(wrong, 'none'))).toBe('STORE_UNUSED')
  })
})

describe('a restoration', () => {
  test('can be tried: --check says whether the file is whole, and opens no store', async () => {
    const target = files.place()
    const { output, text } = printed()
    await checkOnly(target, files.path('whole'), {}, output)
    expect(text()).toMatch(/whole is whole: the backup of .*, written by release 9\.9\.9, with 1 documents and 0 media/)
    const cut = files.changed('whole', 'cut', (lines) => lines.slice(0, -1))
    expect(await codeOf(checkOnly(target, files.path(cut), {}, output))).toBe('BACKUP_DAMAGED')
    expect(files.isUntouched(target)).toBe(true)
  })

  test('of no file says so', async () => {
    mkdirSync(files.path('folder'))
    for (const name of ['absent', 'folder'])
      expect(await codeOf(files.restore(files.place(), name))).toBe('BACKUP_FILE_UNUSABLE')
  })

  test('waits for nobody: where a process is at work it is refused, until that has gone', async () => {
    const target = files.place()
    const clock = createManualClock(Date.now())
    const keys = { permanent: 'a', root: 'a', token: 'a' }
    const report = { id: 'one', role: 'subgraph photo', version: '1', node: 'v20', host: 'here', pid: 7, keys }
    await files.opened(target, (storage) =>
      openProcessBook(storage, clock).put({ ...report, startedAt: clock.wall(), clocksDiffer: false }),
    )
    const act = () => restore(target, files.path('whole'), { clock }, printed().output)
    await expect(act()).rejects.toThrow(
      'STORE_IN_USE: Nobody else may use the store while it is filled, but `subgraph photo`',
    )
    await clock.advance(30_000)
    expect(await act()).toMatchObject({ documents: 1 })
  })

  test('that did not end is what `doctor` finds first, with what to do', async () => {
    const target = files.place()
    await files.opened(target, (storage) => markRestore(storage, '2026-11-22T11:00:00Z', '2026-11-22T10:00:00Z'))
    const { output, text } = printed()
    const configured = () => ({ ...explainConfiguration(undefined, {}, {}), configuration: target })
    expect(await doctor({ json: false, configured }, output)).toBe(1)
    expect(text()).toContain('a part of the backup of 2026-11-22T10:00:00Z')
    expect(text()).toContain('Empty it')
  })
})
