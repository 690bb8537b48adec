import { describe, expect, test } from 'vitest'
import type { Answer } from '../../../../gateway/playground/page/stories/graph.ts'
import type { Reader } from '../../../../gateway/playground/page/stories/reader.ts'
import type { Status } from '../../../../gateway/playground/page/stories/status.ts'
import { createStories } from '../../../../gateway/playground/page/stories/stories.ts'
import { nameOf } from '../../../../gateway/playground/page/tour.ts'
import { statusWith } from './statuses.ts'

const both = { PHOTO: 'EVERYONE', SOCIAL: 'FRIENDS' } as const

/** Ada's stories over a graph whose status and next answer a test sets; time moves by `tick` only. */
function stage(first: Status | null) {
  const graph = { status: first, answer: {} as Answer, isDown: false }
  const sent: { name: string | undefined; input: unknown }[] = []
  let now = 0
  let looks = 0
  let planned = null as { readonly ms: number; readonly run: () => void } | null
  const reader: Reader = {
    authors: async () => ({ PHOTO: { id: 'p', username: 'ada', viewers: [] }, SOCIAL: null }),
    async statuses() {
      looks += 1
      if (graph.isDown) throw new Error('down')
      return graph.status === null ? [] : [graph.status]
    },
    views: async () => ({ PHOTO: [], SOCIAL: [] }),
  }
  const stories = createStories({
    person: 'Ada',
    reader,
    async send({ query, client }, person, variables = {}) {
      sent.push({ name: nameOf(query), ...(variables as { input: unknown }) })
      now += 40
      return { query, variables, session: { person: person ?? '', client }, answer: graph.answer as never }
    },
    now: () => now,
    wall: () => now,
    later(ms, run) {
      planned = { ms, run }
      return () => void (planned = null)
    },
    newKey: () => 'key',
  })
  return {
    graph,
    sent,
    stories,
    board: stories.current,
    looks: () => looks,
    due: () => planned?.ms,
    /** Lets the time come for which a look is planned. */
    tick: (): Promise<void> => {
      now += planned?.ms ?? 0
      planned?.run()
      return settled()
    },
  }
}

const settled = (): Promise<void> => new Promise((done) => setImmediate(done))
const answering = (field: string, payload: object): Answer => ({ data: { [field]: { errors: [], ...payload } } })

describe('somebody who watches', () => {
  test('sees the status at once, and is left alone until it expires', async () => {
    const { stories, board, due, graph, tick } = stage(statusWith({ PHOTO: 'LIVE' }))
    stories.watch()
    await settled()
    expect([board().status?.id, due()]).toEqual(['status', 100_000])
    graph.status = null
    await tick()
    expect([board().status, due()]).toEqual([null, undefined])
  })

  test('sees a copy come and go, without looking after that', async () => {
    const { stories, board, graph, tick, due, looks } = stage(statusWith())
    stories.watch()
    await settled()
    graph.answer = answering('crosspostStatus', { crosspost: statusWith({ PHOTO: 'QUEUED' }).crosspost })
    graph.status = statusWith({ PHOTO: 'QUEUED' })
    await stories.press.SHARE('Hello', both)
    graph.status = statusWith({ PHOTO: 'LIVE' })
    await tick()
    expect(board().trails.PHOTO).toEqual([
      { state: 'QUEUED', after: 40 },
      { state: 'LIVE', after: 190 },
    ])
    while ((due() ?? 0) < 5_000) await tick()
    // A look for each doubling of two seconds, and the next when the status expires.
    expect(looks()).toBe(9)
    expect(due()).toBeGreaterThan(90_000)
  })

  test('sees of another status only where its own copies are', async () => {
    const { stories, board, graph, tick } = stage(statusWith({ PHOTO: 'LIVE' }))
    stories.watch()
    await settled()
    graph.status = statusWith({ PHOTO: 'RETRACTED' }, 'other')
    await tick()
    expect(board().trails.PHOTO).toEqual([{ state: 'RETRACTED', after: null }])
  })

  test('is told why nothing can be read, and sees it again when it can', async () => {
    const { stories, board, graph, tick, due } = stage(statusWith())
    graph.isDown = true
    stories.watch()
    await settled()
    expect([board().problem, due()]).toEqual(['down', 5_000])
    graph.isDown = false
    await tick()
    expect([board().problem, board().status?.id]).toEqual([null, 'status'])
  })

  test('sees closely what is being done elsewhere', async () => {
    const { stories, looks, due } = stage(statusWith())
    stories.watch()
    await settled()
    stories.stir()
    await settled()
    expect([looks(), due()]).toEqual([2, 150])
  })
})

describe('a button', () => {
  test.each([
    ['SHARE', 'ShareStatus', { statusId: 'status', targets: [{ app: 'SOCIAL', audience: 'FRIENDS' }] }],
    ['EDIT', 'EditStories', { crosspostId: 'status’s', content: { text: 'Hello' }, idempotencyKey: 'key' }],
    ['RETRACT', 'RetractStories', { crosspostId: 'status’s' }],
    ['RETRY', 'RetryStories', { crosspostId: 'status’s' }],
    ['DELETE', 'DeleteStatus', { statusId: 'status' }],
    ['POST', 'PostStatus', { kind: 'TEXT', idempotencyKey: 'key' }],
  ] as const)('%s sends %s', async (action, name, input) => {
    const { stories, sent, board } = stage(statusWith({ PHOTO: 'LIVE' }))
    stories.watch()
    await settled()
    await stories.press[action]('Hello', both)
    expect(sent).toEqual([{ name, input: expect.objectContaining(input) }])
    expect(board().pressed).toMatchObject([{ action, took: 40, variables: { input } }])
  })

  test('does nothing while the answer of another is awaited', async () => {
    const { stories, sent, board } = stage(statusWith())
    const first = stories.press.DELETE()
    expect(board().busy).toBe('DELETE')
    await Promise.all([first, stories.press.DELETE()])
    expect([sent.length, board().busy]).toEqual([1, null])
  })

  test('that is refused says why, where; switching on takes that away in one app', async () => {
    const { stories, graph, board } = stage(statusWith())
    await stories.press.POST()
    const off = { code: 'CROSSPOST_NOT_ENABLED', message: 'It is off.' }
    const errors = ['0', '1'].map((index) => ({ ...off, path: ['targets', index] }))
    graph.answer = answering('crosspostStatus', { crosspost: null, errors })
    await stories.press.SHARE('Hello', both)
    expect([...board().refusals.keys()]).toEqual(['PHOTO', 'SOCIAL'])
    graph.answer = answering('setFeature', {})
    await stories.press.SWITCH_ON('PHOTO')
    expect([[...board().refusals.keys()], board().switchedOn]).toEqual([['SOCIAL'], ['PHOTO']])
  })

  test('that cannot switch it on says why, and not that it is on', async () => {
    const { stories, graph, board } = stage(statusWith())
    graph.answer = answering('setFeature', { errors: [{ code: 'CONSENT_NO_ACCOUNT', message: 'Nothing is linked.' }] })
    await stories.press.SWITCH_ON('PHOTO')
    expect([board().refusals.get('PHOTO')?.message, board().switchedOn]).toEqual(['Nothing is linked.', []])
  })
})
