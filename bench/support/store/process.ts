// A process of its own for one contender of `npm run bench:store`: loads its posts, then does the work it is told to.
import { readFileSync } from 'node:fs'
import { median } from '../statistics.ts'
import { openConcord } from './concord.ts'
import { openRawLmdb } from './rawLmdb.ts'
import { openSqlite } from './sqlite.ts'
import type { Contender, Work } from './work.ts'
import { authorAt, postAt, WORKS } from './work.ts'

const [name = '', directory = '', size = '0'] = process.argv.slice(2)
const documents = Number(size)
let inserted = documents
let turn = 0

const contender = await openContender()
if (contender !== null) {
  for (let from = 0; from < documents; from += 2_000) {
    await contender.load(Array.from({ length: Math.min(2_000, documents - from) }, (_, n) => postAt(from + n)))
    process.send?.({ loaded: Math.min(from + 2_000, documents) })
  }
}
process.on('disconnect', () => process.exit())
process.on('message', ({ work }: { work: Work | 'close' }) => {
  if (contender === null) return
  if (work === 'close') void contender.close().then(() => process.exit())
  else void measure(contender, work).then((micros) => process.send?.({ micros, memory: memory() }))
})
process.send?.({ ready: contender !== null })

async function openContender(): Promise<Contender | null> {
  if (name === 'concord') return openConcord(directory)
  return name === 'lmdb' ? openRawLmdb(directory) : openSqlite(directory)
}

/** The median time of doing the work, in microseconds. */
async function measure(target: Contender, work: Work): Promise<number> {
  const took: number[] = []
  for (let time = 0; time < WORKS[work].times; time++) {
    const act = prepare(target, work, ++turn)
    const since = performance.now()
    await act()
    took.push((performance.now() - since) * 1_000)
  }
  return median(took)
}

/** The next piece of work, with its arguments made beforehand: they are not what is measured. */
function prepare(target: Contender, work: Work, at: number): () => Promise<unknown> {
  const pick = (n: number): number => (at * 7_919 + n * 1_237) % documents
  if (work === 'getMany') {
    const ids = Array.from({ length: 100 }, (_, n) => postAt(pick(n))._id)
    return () => target.getMany(ids)
  }
  if (work === 'page') return () => target.page(authorAt(at * 31), 50)
  if (work === 'feed' || work === 'count') {
    const authors = Array.from({ length: work === 'feed' ? 200 : 50 }, (_, n) => authorAt(at * 31 + n * 3))
    return () => (work === 'feed' ? target.feed(authors, 20) : target.count(authors))
  }
  if (work === 'patch') {
    const { _id, author } = postAt(pick(0))
    return () => target.patch(_id, author)
  }
  const posts = Array.from({ length: work === 'insert' ? 1 : 32 }, () => postAt(inserted++))
  return () => Promise.all(posts.map((post) => target.insert(post)))
}

/** Memory of this process in MiB: its own, and what it maps of files (the system takes that back when it needs it). */
function memory(): { own: number; mapped: number } {
  try {
    const status = readFileSync('/proc/self/status', 'utf8')
    const read = (field: string): number => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024
    return { own: read('RssAnon'), mapped: read('RssFile') }
  } catch {
    return { own: process.memoryUsage.rss() / 1_048_576, mapped: Number.NaN }
  }
}
