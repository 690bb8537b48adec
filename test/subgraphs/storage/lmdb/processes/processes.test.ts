import type { ChildProcess } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inspectLmdb } from '../../../../../subgraphs/storage/lmdb/consistency.ts'
import { openLmdbStorage } from '../../../../../subgraphs/storage/lmdb/lmdb.ts'
import type { IndexDefinition, Storage } from '../../../../../subgraphs/storage/port.ts'
import type { Posts } from '../../../../contract/storage/setting.ts'
import { insertAll, loose, post, slugIndex } from '../../../../contract/storage/setting.ts'
import { cases } from '../../../../support/long.ts'
import { createDirectory } from '../directory.ts'
import { forkScript, killNow, patience } from './fork.ts'

/** Several processes on one directory, each with a store of its own. */
describe('processes', { timeout: patience }, () => {
  let directory: string
  let remove: () => void
  let storage: Storage
  const children: ChildProcess[] = []

  beforeEach(async () => {
    ;({ directory, remove } = createDirectory())
    storage = await openLmdbStorage({ directory })
  })
  afterEach(async () => {
    await Promise.all(children.splice(0).map(killNow))
    await storage.close()
    remove()
  })

  const here = (indexes: readonly IndexDefinition[]): Posts => loose(storage, { name: 'posts', version: 1, indexes })
  const elsewhere = async (indexes: readonly IndexDefinition[]): Promise<Remote> => {
    const remote = openRemote(directory, indexes)
    children.push(remote.child)
    await remote.heard((message) => message.ready === true)
    return remote
  }

  test('three of them patch one counter: none is lost', async () => {
    const posts = here([])
    await posts.insert(post('counter'))
    const remotes = await Promise.all([elsewhere([]), elsewhere([])])
    const each = Math.min(cases(100) * 2, 2_000)
    const increment = [
      () => posts.patch('counter', {}, { inc: { n: 1, 'by.here': 1 } }),
      ...remotes.map((remote, at) => () => remote.call('patch', 'counter', {}, { inc: { n: 1, [`by.r${at}`]: 1 } })),
    ]
    await Promise.all(increment.flatMap((patch) => Array.from({ length: each }, patch)))
    const [counter] = await posts.getMany(['counter'])
    expect(counter).toMatchObject({ n: 3 * each, rev: 1 + 3 * each, by: { here: each, r0: each, r1: each } })
  })

  test('what one of them was told is written, the next read of another finds', async () => {
    const posts = here([{ name: 'all', eq: [] }])
    const remote = await elsewhere([{ name: 'all', eq: [] }])
    for (let n = 1; n <= 50; n++) {
      await remote.call('insert', post(`p${n}`))
      const [found, counts] = await Promise.all([posts.getMany([`p${n}`]), posts.countMany('all', [{}], 100)])
      expect([found[0]?._id, counts]).toEqual([`p${n}`, [n]])
    }
  })

  test('one of them wins a race of inserts of one unique value', async () => {
    const posts = here([slugIndex])
    const remotes = await Promise.all([elsewhere([slugIndex]), elsewhere([slugIndex])])
    for (let n = 0; n < 20; n++) {
      const answers = await Promise.all([
        posts.insert({ _id: `h${n}`, slug: `s${n}` }),
        ...remotes.map((remote, at) => remote.call('insert', { _id: `r${at}-${n}`, slug: `s${n}` })),
      ])
      expect(answers.filter((answer) => answer === 'inserted')).toHaveLength(1)
    }
    expect((await inspectLmdb(directory)).problems).toEqual([])
  })

  test('one that knows an older definition keeps an index that another added since', async () => {
    const remote = await elsewhere([])
    await Promise.all(['a', 'b', 'c'].map((id) => remote.call('insert', post(id))))
    const posts = here([{ name: 'byAuthor', eq: ['author'] }])
    expect(await posts.countMany('byAuthor', [{ author: 'ana' }], 9)).toEqual([3])
    await remote.call('insert', post('d'))
    await remote.call('patch', 'a', {}, { set: { author: 'bo' } })
    await remote.call('delete', 'b')
    expect(await posts.countMany('byAuthor', [{ author: 'ana' }, { author: 'bo' }], 9)).toEqual([2, 1])
    expect(await inspectLmdb(directory)).toEqual({ documents: 3, entries: 3, problems: [] })
  })

  test('several may build one index at once, while another writes', async () => {
    const old = here([])
    const count = 1_500
    await insertAll(
      old,
      Array.from({ length: count }, (_, n) => post(`p${n}`)),
    )
    const index = [{ name: 'byAuthor', eq: ['author'], order: 'at' }]
    const opening = [elsewhere(index), elsewhere(index)]
    const writes = Array.from({ length: 200 }, (_, n) => old.patch(`p${n * 7}`, {}, { inc: { at: n } }))
    const counts = (await Promise.all(opening)).map((remote) =>
      remote.call('countMany', 'byAuthor', [{ author: 'ana' }], count * 2),
    )
    expect(await Promise.all(counts)).toEqual([[count], [count]])
    await Promise.all(writes)
    expect(await inspectLmdb(directory)).toEqual({ documents: count, entries: count, problems: [] })
  })

  test('an index whose builder was killed is built to the end by the next', async () => {
    const count = 4_000
    await insertAll(
      here([]),
      Array.from({ length: count }, (_, n) => post(`p${n}`)),
    )
    const index = [{ name: 'byAuthor', eq: ['author'], order: 'at' }]
    const builder = openRemote(directory, index)
    children.push(builder.child)
    await builder.heard((message) => message.log === 'Building an index')
    await killNow(builder.child)
    expect((await inspectLmdb(directory)).problems).toEqual([])
    expect(await here(index).countMany('byAuthor', [{ author: 'ana' }], count * 2)).toEqual([count])
    expect(await inspectLmdb(directory)).toEqual({ documents: count, entries: count, problems: [] })
  })
})

interface Message {
  readonly ready?: boolean
  readonly log?: string
  readonly call?: number
  readonly answer?: unknown
  readonly error?: string
}

interface Remote {
  readonly child: ChildProcess
  /** Calls a method of the collection over there. */
  call(method: string, ...args: unknown[]): Promise<unknown>
  /** Resolves with the first message that is what one waits for. */
  heard(wanted: (message: Message) => boolean): Promise<Message>
}

function openRemote(directory: string, indexes: readonly IndexDefinition[]): Remote {
  const definition = JSON.stringify({ name: 'posts', version: 1, indexes })
  const child = forkScript('./remote.ts', [directory, definition])
  const waiting = new Set<(message: Message) => void>()
  child.on('message', (message) => waiting.forEach((hear) => hear(message as Message)))
  const heard: Remote['heard'] = (wanted) =>
    new Promise((resolve) => {
      const hear = (message: Message): void => {
        if (!wanted(message)) return
        waiting.delete(hear)
        resolve(message)
      }
      waiting.add(hear)
    })
  let calls = 0
  return {
    child,
    heard,
    async call(method, ...args) {
      const call = ++calls
      const answered = heard((message) => message.call === call)
      child.send({ call, method, args })
      const { answer, error } = await answered
      if (error !== undefined) throw new Error(error)
      return answer
    },
  }
}
