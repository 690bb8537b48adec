import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Configuration } from '../../../bin/configuration.ts'
import { openBackup } from '../../../bin/backup/read.ts'
import { refuseUnknown, restoreBackup } from '../../../bin/backup/restore.ts'
import { openHouse } from '../../../bin/house/house.ts'
import { createCatalogue } from '../../../subgraphs/accounts/rules/catalogue.ts'
import { systemClock } from '../../../subgraphs/runtime/clock/systemClock.ts'
import { topicsNamed } from '../../../subgraphs/runtime/events/topic.ts'
import { systemRandom } from '../../../subgraphs/runtime/random/systemRandom.ts'
import { backupFiles, codeOf } from './backupFiles.ts'

const files = backupFiles()
const PICTURE = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * at) % 251))
let source: Configuration

const post = (n: number) => ({
  _id: `post${n}`,
  text: 'é👋'.repeat(n % 50),
  authorId: 'ana',
  deleted: false,
  createdAt: n,
})
const TOPIC = { _id: 'topic', epoch: 'epoch', size: 0, tail: [], keptUntil: 1 }
const outbox = { waiting: true, due: 9, turn: 4, items: { end: { due: 9, lease: 'somebody', tries: 7 } } }

beforeAll(async () => {
  source = files.place()
  await files.opened(source, async (storage) => {
    const posts = storage.collection({ name: 'social_posts', version: 1, indexes: [] })
    await Promise.all(Array.from({ length: 150 }, (_, n) => posts.insert(post(n))))
    await posts.patch('post3', {}, { inc: { likes: 1 } })
    const pairs = storage.collection({ name: 'social_pairs', version: 1, indexes: [] })
    await pairs.insert({ _id: 'old', friends: ['a'], outbox } as { _id: string })
    await storage.collection({ name: 'house_things', version: 3, indexes: [] }).insert({ _id: 'mine' })
    await storage.collection(topicsNamed('photo_events')).insert(TOPIC)
  })
  files.writeMedia(source, 'photo/blobs/ab/abc-_1', PICTURE)
  files.writeMedia(source, 'photo/drafts/half', Buffer.from('half'))
  files.writeMedia(source, 'empty', Buffer.alloc(0))
  await files.backup(source, 'whole')
})
afterAll(() => files.dispose())

describe('a backup', () => {
  test('restored elsewhere is what there was: each document with its rev and version, and the media', async () => {
    const target = files.place()
    expect(await files.restore(target, 'whole')).toMatchObject({ documents: 151, leftOut: 0, files: 2, outboxes: 1 })
    const { house_things: _own, photo_events: _log, social_pairs: _pairs, ...expected } = await files.contents(source)
    const { social_pairs: pairs, ...restored } = await files.contents(target)
    expect(restored).toEqual(expected)
    expect(pairs).toMatchObject([{ version: 1, document: { _id: 'old', rev: 1 } }])
    expect(files.readMedia(target, 'photo/blobs/ab/abc-_1').equals(PICTURE)).toBe(true)
    expect(files.readMedia(target, 'empty')).toHaveLength(0)
    expect(() => files.readMedia(target, 'photo/drafts/half')).toThrow('ENOENT')
  })

  test('makes what waits in an outbox due again, and drops its leases', async () => {
    const target = files.place()
    const before = Date.now()
    await files.restore(target, 'whole')
    const [row] = (await files.contents(target))['social_pairs'] ?? []
    const kept = row?.document['outbox'] as typeof outbox
    expect(kept).toMatchObject({ waiting: true, turn: 5, items: { end: { lease: null, tries: 0 } } })
    expect(kept.due).toBeGreaterThanOrEqual(before)
  })

  test('says in its first line what it is, and holds no key', () => {
    const [first = ''] = readFileSync(files.path('whole'), 'utf8').split('\n', 1)
    expect(JSON.parse(first)).toMatchObject({ concord: 'backup', format: 1, release: '9.9.9', isOneMoment: true })
    expect(statSync(files.path('whole')).mode & 0o077).toBe(0)
    files.changed('whole', 'copy', (lines) => {
      expect(lines.join('\n')).not.toContain(source.keys.rootSecret)
      return lines
    })
  })

  test("holds neither logs of events nor what is the processes' own", () => {
    files.changed('whole', 'copy', (lines) => {
      const kinds = lines.slice(1, -1).map((line) => (JSON.parse(line) as string[]).slice(0, 2).join(' '))
      expect(new Set(kinds.filter((kind) => kind.startsWith('document')))).toEqual(
        new Set(['document social_pairs', 'document social_posts']),
      )
      return lines
    })
    const versions = { documents: 1, versions: [9] }
    expect(() => refuseUnknown({ photo_events: versions, house_things: versions }, new Map(), '1.0.0')).not.toThrow()
  })

  test('is the same when it is packed anew, and never written over', async () => {
    files.changed('whole', 'packed', (lines) => lines)
    expect(await files.restore(files.place(), 'packed')).toMatchObject({ documents: 151 })
    expect(await codeOf(files.backup(source, 'whole'))).toBe('BACKUP_FILE_EXISTS')
  })
})

describe('a file that is not as it was written is refused, and nothing is written', () => {
  const refused = async (name: string, more?: object): Promise<string> => {
    const target = files.place(more)
    const code = await codeOf(files.restore(target, name))
    expect(files.isUntouched(target)).toBe(true)
    return code
  }
  const written = (name: string, bytes: Buffer): string => {
    writeFileSync(files.path(name), bytes)
    return name
  }

  test('cut off anywhere', async () => {
    const bytes = readFileSync(files.path('whole'))
    for (const part of [0.9999, 0.7, 0.3, 0.1])
      expect(await refused(written('cut', bytes.subarray(0, bytes.length * part)))).toBe('BACKUP_DAMAGED')
    expect(await refused(written('cut', bytes.subarray(0, 20)))).toBe('BACKUP_NOT_ONE')
  })

  test('with a byte changed anywhere', async () => {
    const bytes = readFileSync(files.path('whole'))
    for (const part of [0.0001, 0.01, 0.2, 0.5, 0.8, 0.99999]) {
      const at = Math.floor(bytes.length * part)
      const changed = Buffer.from(bytes)
      changed[at]! ^= 1
      expect(await refused(written('changed', changed))).toMatch(/^BACKUP_(DAMAGED|NOT_ONE|OTHER_INSTALLATION)$/)
    }
  })

  test('with something after its end', async () => {
    const bytes = readFileSync(files.path('whole'))
    expect(await refused(written('longer', Buffer.concat([bytes, Buffer.from('more')])))).toBe('BACKUP_DAMAGED')
    expect(await refused(files.changed('whole', 'longer', (lines) => [...lines, lines.at(-1)!]))).toBe('BACKUP_DAMAGED')
  })

  test('with a document changed, added or left out, or another number in its end', async () => {
    const change = (name: string, edit: (lines: string[]) => string[]) => refused(files.changed('whole', name, edit))
    expect(await change('edited', (lines) => lines.with(9, lines[9]!.replace('ana', 'bob')))).toBe('BACKUP_DAMAGED')
    expect(await change('doubled', (lines) => lines.toSpliced(9, 0, lines[9]!))).toBe('BACKUP_DAMAGED')
    expect(await change('dropped', (lines) => lines.toSpliced(9, 1))).toBe('BACKUP_DAMAGED')
    expect(await change('endless', (lines) => lines.slice(0, -1))).toBe('BACKUP_DAMAGED')
    const recounted = (lines: string[]) => lines.map((line) => line.replace('"documents":150', '"documents":151'))
    expect(await change('recounted', recounted)).toBe('BACKUP_DAMAGED')
  })

  test('of a newer format, or no backup at all', async () => {
    const newer = (lines: string[]) => lines.with(0, lines[0]!.replace('"format":1', '"format":2'))
    const target = files.place()
    await expect(files.restore(target, files.changed('whole', 'newer', newer))).rejects.toThrow(
      'BACKUP_TOO_NEW: The backup must have format 1, but has 2. Restore it with release 9.9.9 or later.',
    )
    expect(await refused(written('text', Buffer.from('hello\nworld\n')))).toBe('BACKUP_NOT_ONE')
    expect(await refused(written('nothing', Buffer.alloc(0)))).toBe('BACKUP_NOT_ONE')
  })

  test('of another installation, unless told; and then nothing but its digest proves it', async () => {
    const keys = { rootSecret: Buffer.alloc(32, 'else').toString('base64url') }
    expect(await refused('whole', { keys })).toBe('BACKUP_OTHER_INSTALLATION')
    expect(await files.restore(files.place({ keys }), 'whole', { otherInstallation: true })).toMatchObject({ files: 2 })
  })

  test('with documents of a newer release', async () => {
    const newer = files.place()
    const shape = { version: 7, indexes: [] }
    await files.opened(newer, (storage) => storage.collection({ name: 'social_posts', ...shape }).insert({ _id: 'a' }))
    await files.backup(newer, 'newerDocuments')
    expect(await refused('newerDocuments')).toBe('BACKUP_TOO_NEW')
    const strange = files.place()
    await files.opened(strange, (storage) => storage.collection({ name: 'unheardOf', ...shape }).insert({ _id: 'a' }))
    await files.backup(strange, 'strange')
    await expect(files.restore(files.place(), 'strange')).rejects.toThrow('of unheardOf it does not know it')
  })
})

describe('a restore', () => {
  test('fills empty stores only', async () => {
    const target = files.place()
    await files.restore(target, 'whole')
    expect(await codeOf(files.restore(target, 'whole'))).toBe('STORE_NOT_EMPTY')
    const withMedia = files.place()
    files.writeMedia(withMedia, 'one', PICTURE)
    expect(await codeOf(files.restore(withMedia, 'whole'))).toBe('STORE_NOT_EMPTY')
  })

  test('that did not end leaves a store on which nothing starts, and which is neither filled nor backed up', async () => {
    const target = files.place()
    await expect(interrupted(target)).rejects.toThrow('the plug was pulled')
    expect(await codeOf(openHouse(target))).toBe('RESTORE_UNFINISHED')
    expect(await codeOf(files.restore(target, 'whole'))).toBe('RESTORE_UNFINISHED')
    expect(await codeOf(files.backup(target, 'half'))).toBe('RESTORE_UNFINISHED')
    await expect(openHouse(target)).rejects.toThrow('Empty it')
  })

  test('without the root secret says so, and makes none', async () => {
    const target = files.place({ keys: {} })
    await expect(files.restore(target, 'whole')).rejects.toThrow('The root secret of the installation must be there')
    expect(files.isUntouched(target)).toBe(true)
  })
})

/** A restore whose process dies while it loads documents. */
function interrupted(target: Configuration): Promise<unknown> {
  return files.opened(target, async (storage) => {
    let calls = 0
    const load: typeof storage.load = (definition, rows) => {
      if (++calls === 2) throw new Error('the plug was pulled')
      return storage.load(definition, rows)
    }
    const names = ['social_posts', 'social_pairs']
    const definitions = new Map(names.map((name) => [name, { name, version: 2, indexes: [] }]))
    const ports = { clock: systemClock, random: systemRandom }
    const parts = { definitions, catalogue: createCatalogue([], [], []), ...ports, media: files.path('none') }
    return restoreBackup(await openBackup(files.path('whole')), { storage: { ...storage, load }, ...parts }, () => {})
  })
}
