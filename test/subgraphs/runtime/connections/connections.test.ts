import { describe, expect, test } from 'vitest'
import {
  askedPage,
  emptyConnection,
  pageArguments,
  positionBy,
  toConnection,
} from '../../../../subgraphs/runtime/connections/connections.ts'
import { testIds } from '../../../support/subgraphTester.ts'

const ids = testIds('photo')
const scope = { ids, scope: 'photoFeed:me' }
const photos = [1, 2, 3].map((n) => ({ _id: `p${n}`, takenAt: n * 10 }))

describe('page arguments', () => {
  test.each([
    [{}, 20],
    [{ first: null, after: null }, 20],
    [{ first: 1 }, 1],
    [{ first: 100 }, 100],
  ])('%o ask for %i', (args, limit) => {
    expect(pageArguments(args, scope)).toEqual({ limit })
  })

  test.each([0, -1, 101, 1.5])('first: %d is refused', (first) => {
    expect(() => pageArguments({ first }, scope)).toThrow(`"first" must be from 1 to 100, but got: ${first}.`)
  })

  test('after is the position that a cursor of this list holds', () => {
    const after = ids.sealCursor('photoFeed:me', { order: 10, id: 'p1' })
    expect(pageArguments({ first: 2, after }, scope)).toEqual({ limit: 2, after: { order: 10, id: 'p1' } })
  })

  test.each([
    ['garbage', 'garbage'],
    ['of another list', ids.sealCursor('photoFeed:you', { order: 10, id: 'p1' })],
    ['of another app', testIds('social').sealCursor('photoFeed:me', { order: 10, id: 'p1' })],
    ['empty', ''],
  ])('a cursor that is %s is refused', (_case, after) => {
    expect(() => pageArguments({ after }, scope)).toThrow(
      expect.objectContaining({ extensions: { code: 'CURSOR_INVALID' } }),
    )
  })
})

describe('an asked page', () => {
  const me = { ids, viewer: { local: 'me' } }
  const position = { order: 10, id: 'p1' }

  test('goes on after a cursor of the same list and viewer', () => {
    const { scope: list } = askedPage(me, {}, 'photos', 'ana')
    const after = ids.sealCursor(list, position)
    expect(askedPage(me, { first: 2, after }, 'photos', 'ana').request).toEqual({ limit: 2, after: position })
  })

  test.each([
    ['field', me, ['likes', 'ana']],
    ['owner', me, ['photos', 'ben']],
    ['viewer', { ids, viewer: { local: 'you' } }, ['photos', 'ana']],
    ['viewer, signed out', { ids, viewer: null }, ['photos', 'ana']],
    ['way of writing the parts', me, ['photos","ana']],
  ] as const)('refuses a cursor of another %s', (_case, context, [field, ...parts]) => {
    const after = ids.sealCursor(askedPage(me, {}, 'photos', 'ana').scope, position)
    expect(() => askedPage(context, { after }, field, ...parts)).toThrow(
      expect.objectContaining({ extensions: { code: 'CURSOR_INVALID' } }),
    )
  })
})

describe('a connection', () => {
  const request = { limit: 3 }
  const options = { ...scope, request, position: positionBy<(typeof photos)[number]>('takenAt') }

  test('has edges, nodes and a page whose cursors lead on', () => {
    const connection = toConnection({ items: photos, hasMore: true }, options)
    expect(connection.nodes).toEqual(photos)
    expect(connection.edges.map((edge) => ids.openCursor(scope.scope, edge.cursor))).toEqual([
      { order: 10, id: 'p1' },
      { order: 20, id: 'p2' },
      { order: 30, id: 'p3' },
    ])
    const [first, , last] = connection.edges.map((edge) => edge.cursor)
    const pageInfo = { hasNextPage: true, hasPreviousPage: false, startCursor: first, endCursor: last }
    expect({ ...connection.pageInfo }).toEqual(pageInfo)
  })

  test('leaves out what is not shown, and still goes on after it', () => {
    const node = (photo: (typeof photos)[number]) => (photo._id === 'p3' ? null : photo._id)
    const connection = toConnection({ items: photos, hasMore: true }, { ...options, node })
    expect(connection.nodes).toEqual(['p1', 'p2'])
    expect(ids.openCursor(scope.scope, connection.pageInfo.endCursor ?? '')).toEqual({ order: 30, id: 'p3' })
  })

  test('begins with its first edge, not with what is left out before it', () => {
    const node = (photo: (typeof photos)[number]) => (photo._id === 'p1' ? null : photo)
    const { pageInfo } = toConnection({ items: photos, hasMore: false }, { ...options, node })
    expect(ids.openCursor(scope.scope, pageInfo.startCursor ?? '')).toEqual({ order: 20, id: 'p2' })
    const nothing = toConnection({ items: photos, hasMore: false }, { ...options, node: () => null })
    expect(nothing.pageInfo.startCursor).toBeNull()
  })

  test('after a cursor has a previous page', () => {
    const later = { ...options, request: { limit: 3, after: { order: 5, id: 'p0' } } }
    expect(toConnection({ items: photos, hasMore: false }, later).pageInfo.hasPreviousPage).toBe(true)
  })

  test('of nothing has no cursors', () => {
    const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null }
    expect({ ...toConnection({ items: [], hasMore: false }, options).pageInfo }).toEqual(pageInfo)
    expect(emptyConnection()).toEqual({ edges: [], nodes: [], pageInfo })
  })

  test('by id alone has positions without an order', () => {
    expect(positionBy()({ _id: 'a' })).toEqual({ order: null, id: 'a' })
  })
})
