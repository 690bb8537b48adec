import { describe, expect, test } from 'vitest'
import type { CollectionDefinition, IndexDefinition } from '../../../subgraphs/storage/port.ts'
import type { Post, Setting, StorageAdapter } from './setting.ts'
import { expectRefusal, insertAll, loose, one, post, postIndexes, slugIndex, useStore, wrong } from './setting.ts'

/** Each way to hold it wrong: refused with `STORE_MISUSE`, with these words, and nothing is changed. */
export function misuseContract(adapter: StorageAdapter): void {
  describe('misuse', () => {
    const setting = useStore(adapter)

    test.each(calls)('of $what', async ({ call, message }) => {
      const posts = setting().collection([...postIndexes, slugIndex, { name: 'byPair', eq: ['tags', 'others'] }])
      await posts.insert(post('a', { slug: 's', text: 'hi' }))
      await expectRefusal(async () => call(posts), 'STORE_MISUSE', message)
      expect(await one(posts, 'a')).toEqual({ ...post('a', { slug: 's', text: 'hi' }), rev: 1 })
      expect(await posts.countMany('all', [{}], 9)).toEqual([1])
    })

    test.each(definitions)('of a definition: $what', async ({ definition, message }) => {
      const { storage } = setting()
      await expectRefusal(() => loose(storage, { ...sound, ...definition }), 'STORE_MISUSE', message)
    })

    test('in one of many writes keeps none of the others back', async () => {
      const { posts } = setting()
      const good = insertAll(posts, [post('a'), post('b')])
      const bad = posts.patch('a', {}, { inc: { author: 1 } })
      const more = insertAll(posts, [post('c'), post('d')])
      await expectRefusal(bad, 'STORE_MISUSE', /inc needs a number at "author", but it holds a string/)
      await Promise.all([good, more])
      expect(await posts.countMany('all', [{}], 9)).toEqual([4])
    })
  })
}

type Call = (posts: Setting['posts']) => unknown

const insert = (fields: object): Call => {
  return (posts) => posts.insert(wrong({ _id: 'b', slug: 't', author: 'ana', at: 1, tags: [], ...fields }))
}
const patch = (operations: object, guard: object = {}): Call => {
  return (posts) => posts.patch('a', guard as never, operations)
}
const page = (index: string, eq: object, request: object = {}): Call => {
  return (posts) => posts.page(index, eq as never, { limit: 5, ...request })
}
const deep = JSON.parse(`${'['.repeat(70)}${']'.repeat(70)}`) as unknown

const calls: { what: string; call: Call; message: RegExp }[] = [
  { what: 'an _id that is empty', call: insert({ _id: '' }), message: /_id must be a string of 1 to 512 bytes/ },
  { what: 'an _id that is long', call: insert({ _id: 'é'.repeat(257) }), message: /_id must be a string of 1 to 512/ },
  { what: 'an _id that is absent', call: insert({ _id: undefined }), message: /_id must be .* but got: undefined/ },
  {
    what: 'a Date',
    call: insert({ when: new Date(0) }),
    message: /\.when" must be a plain JSON value, but got: a Date/,
  },
  { what: 'undefined', call: insert({ a: { b: undefined } }), message: /\.a\.b" must be .*undefined/ },
  { what: 'a bigint', call: insert({ list: [1n] }), message: /\.list\.0" must be .* a bigint/ },
  { what: 'a Buffer', call: insert({ bytes: Buffer.from('x') }), message: /\.bytes" must be .* a Buffer/ },
  { what: 'NaN', call: insert({ n: Number.NaN }), message: /\.n" must be .* NaN/ },
  { what: 'a Map', call: insert({ m: new Map() }), message: /\.m" must be .* a Map/ },
  { what: 'depth', call: insert({ deep }), message: /at most 64 levels deep/ },
  { what: 'a field with a dot', call: insert({ 'a.b': 1 }), message: /must not .* hold a dot .*"a\.b"/ },
  { what: 'a field with a dollar', call: insert({ a: { $set: 1 } }), message: /begin with "\$"/ },
  { what: 'an empty field name', call: insert({ '': 1 }), message: /must not be empty/ },
  { what: '__proto__', call: insert({ s: JSON.parse('{"__proto__":{"x":1}}') }), message: /__proto__/ },
  { what: '_bsontype', call: insert({ s: { _bsontype: 'ObjectId' } }), message: /"_bsontype"/ },
  {
    what: 'an indexed object',
    call: insert({ author: {} }),
    message: /"byAuthor" holds scalars, but "author" has an object/,
  },
  { what: 'an indexed array of objects', call: insert({ tags: [{}] }), message: /"byTag" holds scalars/ },
  {
    what: 'an array to order by',
    call: insert({ at: [1] }),
    message: /"byAuthor" holds scalars, but "at" has an array/,
  },
  { what: 'a long order', call: insert({ at: 'x'.repeat(513) }), message: /order value .* at most 512 bytes/ },
  {
    what: 'two arrays in an index',
    call: insert({ others: ['x'] }),
    message: /"byPair" may have an array in one field/,
  },
  {
    what: 'a unique field that is absent',
    call: insert({ slug: null }),
    message: /unique fields of "bySlug" \(slug\) are required/,
  },
  { what: 'a unique array', call: insert({ slug: ['x'] }), message: /unique field "slug" must be a scalar/ },
  {
    what: 'a replaced unique field',
    call: (posts) => posts.replace(post('a', { slug: 'other' }), 1),
    message: /"slug" .* is unique and never changes/,
  },
  {
    what: 'a rev of 0',
    call: (posts) => posts.replace(post('a', { slug: 's' }), 0),
    message: /rev is a whole number from 1/,
  },
  { what: 'a rev of 1.5', call: (posts) => posts.delete('a', 1.5), message: /rev is a whole number from 1/ },
  { what: 'a patched unique field', call: patch({ set: { slug: 't' } }), message: /must not change "slug"/ },
  { what: 'a patched _id', call: patch({ set: { _id: 'b' } }), message: /must not change "_id"/ },
  { what: 'a patched rev', call: patch({ inc: { rev: 5 } }), message: /must not change "rev"/ },
  {
    what: 'a path in two operators',
    call: patch({ set: { n: 1 }, inc: { n: 1 } }),
    message: /one operator of a patch only/,
  },
  {
    what: 'a path inside another',
    call: patch({ set: { 's.a.b': 1 }, unset: ['s'] }),
    message: /"s" and "s\.a\.b" at once/,
  },
  {
    what: 'an unknown operator',
    call: patch({ rename: { a: 'b' } }),
    message: /knows set, unset, .* but got: "rename"/,
  },
  {
    what: 'inc of a string',
    call: patch({ inc: { text: 1 } }),
    message: /needs a number at "text", but it holds a string/,
  },
  { what: 'inc by a string', call: patch({ inc: { n: '1' } }), message: /inc of "n" needs a finite number/ },
  { what: 'push to a string', call: patch({ push: { text: ['x'] } }), message: /push needs an array at "text"/ },
  { what: 'push of no array', call: patch({ push: { tags: 'x' } }), message: /push of "tags" needs an array/ },
  { what: 'pull from a string', call: patch({ pull: { text: ['x'] } }), message: /pull needs an array at "text"/ },
  {
    what: 'addToSet of an object',
    call: patch({ addToSet: { tags: [{}] } }),
    message: /value of addToSet of "tags" must be/,
  },
  {
    what: 'a path through a string',
    call: patch({ set: { 'text.x': 1 } }),
    message: /must lead through objects, but "text"/,
  },
  {
    what: 'a path through an array',
    call: patch({ set: { 'tags.0': 1 } }),
    message: /must lead through objects, but "tags"/,
  },
  { what: 'a path with __proto__', call: patch({ set: { '__proto__.x': 1 } }), message: /__proto__/ },
  { what: 'a set undefined', call: patch({ set: { x: undefined } }), message: /"x" must be a plain JSON value/ },
  {
    what: 'a patch to what cannot be indexed',
    call: patch({ set: { author: {} } }),
    message: /"byAuthor" holds scalars/,
  },
  { what: 'a guard on an array', call: patch({}, { tags: 'x' }), message: /"tags" holds an array/ },
  { what: 'a guard with an object', call: patch({}, { text: {} }), message: /guard on "text" must be/ },
  { what: 'an unknown index', call: page('none', {}), message: /has no index "none"\. It has: byAuthor, / },
  { what: 'a missing eq', call: page('byAuthor', {}), message: /needs a value for each of \(author\), but got: \(\)/ },
  {
    what: 'an eq too many',
    call: page('all', { author: 'ana' }),
    message: /needs a value for each of \(\), but got: \(author\)/,
  },
  { what: 'an undefined eq', call: page('byAuthor', { author: undefined }), message: /value of "author" must be/ },
  { what: 'two arrays in an eq', call: page('byPair', { tags: ['x'], others: ['y'] }), message: /At most one value/ },
  {
    what: '5,001 values',
    call: page('byAuthor', { author: Array.from({ length: 5_001 }, (_, n) => n) }),
    message: /5000 values at the most, but got: 5001/,
  },
  {
    what: 'a limit of 0',
    call: page('all', {}, { limit: 0 }),
    message: /limit of a page must be 1 to 1000, but got: .* 0/,
  },
  { what: 'a limit of 1,001', call: page('all', {}, { limit: 1_001 }), message: /limit of a page must be 1 to 1000/ },
  { what: 'a limit of 1.5', call: page('all', {}, { limit: 1.5 }), message: /limit of a page must be 1 to 1000/ },
  {
    what: 'a range without an order',
    call: page('all', {}, { range: { gt: 1 } }),
    message: /"all" has no order field/,
  },
  {
    what: 'two lower bounds',
    call: page('byAuthor', { author: 'a' }, { range: { gt: 1, gte: 1 } }),
    message: /one lower/,
  },
  {
    what: 'bounds of two types',
    call: page('byAuthor', { author: 'a' }, { range: { gt: 1, lt: 'x' } }),
    message: /one type/,
  },
  {
    what: 'an object as a bound',
    call: page('byAuthor', { author: 'a' }, { range: { gt: {} } }),
    message: /bound of a range/,
  },
  {
    what: 'a position without an id',
    call: page('all', {}, { after: { order: null, id: '' } }),
    message: /position .* _id/,
  },
  {
    what: 'a position with an order',
    call: page('all', {}, { after: { order: 1, id: 'a' } }),
    message: /"all" has no order/,
  },
  {
    what: 'an array to count',
    call: (posts) => posts.countMany('byAuthor', [{ author: ['ana'] }], 5),
    message: /value of "author" must be .* an array/,
  },
  {
    what: 'a cap of 0',
    call: (posts) => posts.countMany('all', [{}], 0),
    message: /cap must be a whole number from 1/,
  },
]

const sound: CollectionDefinition<Post> = { name: 'sound', version: 1, indexes: [] }
const withIndex = (index: Partial<IndexDefinition>): Partial<CollectionDefinition<Post>> => {
  return { indexes: [{ name: 'i', eq: ['a'], ...index }] }
}

const definitions: { what: string; definition: Partial<CollectionDefinition<Post>>; message: RegExp }[] = [
  { what: 'a name with a slash', definition: { name: 'a/b' }, message: /collection's name must match/ },
  { what: 'version 0', definition: { version: 0 }, message: /version of "sound" must be a whole number from 1/ },
  { what: 'an index without a name', definition: withIndex({ name: '' }), message: /index's name must match/ },
  {
    what: 'seven eq fields',
    definition: withIndex({ eq: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }),
    message: /6 eq fields at the most/,
  },
  { what: 'unique without eq', definition: withIndex({ eq: [], unique: true }), message: /needs an eq field/ },
  { what: 'a field twice', definition: withIndex({ eq: ['a'], order: 'a' }), message: /names a field twice/ },
  { what: 'an index over _id', definition: withIndex({ order: '_id' }), message: /must not name _id/ },
  { what: 'an empty path', definition: withIndex({ eq: ['a..b'] }), message: /field name must not be empty/ },
  {
    what: 'two indexes of one name',
    definition: { indexes: [slugIndex, { ...slugIndex, eq: ['x'] }] },
    message: /two indexes named "bySlug"/,
  },
]
