import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Scalar } from '../../../subgraphs/storage/port.ts'
import { cases, seed } from '../../support/long.ts'
import type { NewPost, Post, Posts, StorageAdapter } from './setting.ts'
import { idsOf, postIndexes, slugIndex, useStore } from './setting.ts'

/**
 * Any sequence of calls has the answers of a plain map of documents, which is written here as directly as can be: no
 * index, no rule that is not asked for by a call below.
 */
export function modelContract(adapter: StorageAdapter): void {
  describe('a model', () => {
    const setting = useStore(adapter)

    test('agrees with any sequence of calls', async () => {
      let run = 0
      const property = fc.asyncProperty(fc.array(actions, { minLength: 5, maxLength: 40 }), async (sequence) => {
        const posts = setting().collection([...postIndexes, slugIndex], { name: `model${++run}` })
        const model: Model = new Map()
        for (const action of sequence) expect(await action.real(posts)).toEqual(action.model(model))
        const rows = [...model.values()]
        expect(await posts.getMany(IDS)).toEqual(IDS.map((id) => model.get(id) ?? null))
        expect(idsOf(await posts.page('all', {}, { limit: 99 }))).toEqual(rows.map(({ _id }) => _id).sort())
      })
      await fc.assert(property, { numRuns: Math.min(cases(25), 1_000), seed })
    })
  })
}

type Model = Map<string, Post>

interface Action {
  real(posts: Posts): Promise<unknown>
  model(model: Model): unknown
  toString(): string
}

const IDS = ['a', 'b', 'c', 'd', 'e']
const TAGS = ['x', 'y', 'z']
const AUTHORS = ['ana', 'bo']

const id = fc.constantFrom(...IDS)
const rev = fc.integer({ min: 1, max: 4 })
const fields = fc.record({
  author: fc.constantFrom(...AUTHORS),
  at: fc.integer({ min: 0, max: 3 }),
  tags: fc.uniqueArray(fc.constantFrom(...TAGS)),
})

// A slug never changes after the insert: it is a function of the _id here, shared by two of the ids.
const slugOf = (_id: string): string => (_id === 'e' ? 'slug-a' : `slug-${_id}`)

const inserts = fc.tuple(id, fields).map(([_id, rest]): Action => {
  const document: NewPost = { _id, slug: slugOf(_id), ...rest }
  return {
    real: (posts) => posts.insert(document),
    model: (model) => {
      const taken = [...model.values()].some((row) => row._id === _id || row['slug'] === document['slug'])
      if (!taken) model.set(_id, { ...document, rev: 1 })
      return taken ? 'conflict' : 'inserted'
    },
    toString: () => `insert ${JSON.stringify(document)}`,
  }
})

const replaces = fc.tuple(id, fields, rev).map(([_id, rest, expected]): Action => {
  const document: NewPost = { _id, slug: slugOf(_id), ...rest }
  return {
    real: (posts) => posts.replace(document, expected),
    model: (model) => {
      if (model.get(_id)?.rev !== expected) return 'conflict'
      model.set(_id, { ...document, rev: expected + 1 })
      return 'replaced'
    },
    toString: () => `replace ${expected} ${JSON.stringify(document)}`,
  }
})

const patches = fc
  .tuple(id, fields, fc.option(rev), fc.constantFrom(...TAGS))
  .map(([_id, rest, guard, tag]): Action => {
    const { author, at } = rest
    const operations = { set: { author }, inc: { at }, addToSet: { tags: [tag] } }
    return {
      real: (posts) => posts.patch(_id, guard === null ? {} : { rev: guard }, operations),
      model: (model) => {
        const row = model.get(_id)
        if (row === undefined || (guard !== null && row.rev !== guard)) return null
        const tags = [...new Set([...(row['tags'] as string[]), tag])]
        const next = { ...row, author, at: (row['at'] as number) + at, tags, rev: row.rev + 1 }
        model.set(_id, next)
        return next
      },
      toString: () => `patch ${_id} ${guard} ${JSON.stringify(operations)}`,
    }
  })

const deletes = fc.tuple(id, fc.option(rev)).map(([_id, expected]): Action => ({
  real: (posts) => posts.delete(_id, expected ?? undefined),
  model: (model) => {
    const row = model.get(_id)
    return row !== undefined && (expected === null || row.rev === expected) && model.delete(_id)
  },
  toString: () => `delete ${_id} ${expected}`,
}))

const index = fc.constantFrom({ name: 'byAuthor', sign: -1 }, { name: 'byAuthorAsc', sign: 1 })
const position = fc.option(fc.record({ order: fc.integer({ min: 0, max: 6 }), id }), { nil: undefined })
const limit = fc.integer({ min: 1, max: 4 })
const least = fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined })

const pages = fc
  .tuple(index, fc.subarray(AUTHORS), limit, position, least)
  .map(([{ name, sign }, author, size, after, gte]): Action => ({
    async real(posts) {
      const range = gte === undefined ? {} : { range: { gte } }
      const request = { limit: size, ...range, ...(after === undefined ? {} : { after }) }
      const page = await posts.page(name, { author: author.length === 1 ? author[0]! : author }, request)
      return [page.items, page.hasMore]
    },
    model: (model) => {
      const place = (left: Place, right: Place): number =>
        sign * (left.at - right.at || (left._id < right._id ? -1 : 1))
      const start = after === undefined ? null : { at: after.order, _id: after.id }
      const isAfter = (row: Place): boolean =>
        start === null || (place(start, row) < 0 && (start.at !== row.at || start._id !== row._id))
      const rows = [...model.values()] as unknown as Place[]
      const found = rows
        .filter((row) => author.includes(row.author ?? '') && row.at >= (gte ?? 0) && isAfter(row))
        .toSorted(place)
      return [found.slice(0, size), found.length > size]
    },
    toString: () => `page ${name} ${author.join()} ${size} ${JSON.stringify(after)} ${gte}`,
  }))

interface Place {
  readonly _id: string
  readonly at: number
  readonly author?: string
}

const counts = fc
  .tuple(fc.subarray<Scalar>([...TAGS, null]), fc.integer({ min: 1, max: 3 }))
  .map(([tags, cap]): Action => ({
    real: (posts) =>
      posts.countMany(
        'byTag',
        tags.map((tag) => ({ tags: tag })),
        cap,
      ),
    model: (model) =>
      tags.map((tag) =>
        Math.min(cap, [...model.values()].filter((row) => (row['tags'] as unknown[]).includes(tag)).length),
      ),
    toString: () => `count ${tags.join()} ${cap}`,
  }))

const actions = fc.oneof(
  { weight: 4, arbitrary: inserts },
  { weight: 2, arbitrary: replaces },
  { weight: 3, arbitrary: patches },
  { weight: 1, arbitrary: deletes },
  { weight: 3, arbitrary: pages },
  { weight: 2, arbitrary: counts },
)
