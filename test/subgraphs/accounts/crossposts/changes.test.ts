import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Audience, isWider } from '../../../../subgraphs/accounts/crossposts/audiences.ts'
import { newCrosspost, restored, retract, share } from '../../../../subgraphs/accounts/crossposts/changes.ts'
import { keyOf, taskOf } from '../../../../subgraphs/accounts/crossposts/delivery.ts'
import { crosspostState, deliveryState } from '../../../../subgraphs/accounts/crossposts/states.ts'
import { itemOf } from '../../../../subgraphs/runtime/outbox/state.ts'
import { cases, seed } from '../../../support/long.ts'
import { createLife, ending, step, type Step } from './lives.ts'

type Life = ReturnType<typeof createLife>

/** Random lives of a cross-post; `check` is asked after each step. */
function everyLife(check: (life: Life, step: Step) => void, after: (life: Life, end: Step) => void = () => undefined) {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: 'max' }), ending, (steps, end) => {
      const life = createLife()
      for (const each of steps) {
        life.take(each)
        check(life, each)
      }
      after(life, end)
    }),
    { numRuns: cases(400), seed },
  )
}

describe('whatever is done with a cross-post, in whatever order tries end', () => {
  test('there are never two copies in one app', () => {
    everyLife((life) => {
      expect(life.wrongs).toEqual([])
      for (const app of ['PHOTO', 'SOCIAL'] as const) expect(life.there(app).length).toBeLessThanOrEqual(1)
    })
  })

  test('an audience never widens', () => {
    const known = new Map<Life, Map<string, Audience>>()
    everyLife((life) => {
      const before = known.get(life) ?? new Map<string, Audience>()
      known.set(life, before)
      for (const { app, audience } of life.row().deliveries) {
        expect(isWider(app, audience, before.get(app) ?? audience)).toBe(false)
        before.set(app, audience)
      }
    })
  })

  test('what is still to be done waits in the outbox, and nothing else does', () => {
    everyLife((life) => {
      const row = life.row()
      for (const delivery of row.deliveries) {
        expect(itemOf(row.outbox, delivery.app) !== null).toBe(taskOf(delivery) !== 'NOTHING')
      }
    })
  })

  test('out of a backup no copy is wanted, what may be there is ended by its key, and no key comes again', () => {
    const backedUp = (life: Life): void => {
      const before = life.row()
      const after = restored(before, 'another seed', 0)
      for (const [at, delivery] of after.deliveries.entries()) {
        const { app, sent } = before.deliveries[at]!
        expect(taskOf(delivery)).not.toBe('PUT')
        expect(itemOf(after.outbox, app) !== null).toBe(taskOf(delivery) === 'END')
        expect(delivery.sent).toEqual(sent === null ? delivery.sent : { ...sent, seed: before.seed })
        expect(keyOf(after.seed, app, delivery.generation)).not.toBe(keyOf(before.seed, app, delivery.generation))
      }
    }
    everyLife(() => undefined, backedUp)
  })

  test('it has a state, as has each delivery, and where none is wanted or known nothing is there', () => {
    everyLife((life) => {
      const row = life.row()
      expect(['PENDING', 'LIVE', 'PARTLY_LIVE', 'FAILED', 'RETRACTING', 'ENDED']).toContain(crosspostState(row, 0))
      const there = row.deliveries.map((delivery) => {
        const isOver = taskOf(delivery) === 'NOTHING' && delivery.failure !== null
        const state = isOver ? 'OVER' : deliveryState(delivery, row, 0)
        return `${state} ${life.there(delivery.app).length}`
      })
      const impossible = ['LIVE 0', 'RETRACTED 1', 'OVER 1']
      expect(there.filter((each) => impossible.includes(each))).toEqual([])
    })
  })

  test('when all is quiet, exactly what is wanted is there', () => {
    everyLife(
      () => undefined,
      (life) => {
        life.take({ do: 'sweepEverything' })
        life.settle()
        for (const delivery of life.row().deliveries) {
          const copies = life.there(delivery.app).map(({ audience }) => audience)
          expect(copies).toEqual(delivery.wanted === 'STORY' ? [delivery.audience] : [])
        }
      },
    )
  })

  test('when all is quiet, what is shared again is there, unless the status has ended', () => {
    everyLife(
      () => undefined,
      (life) => {
        life.settle()
        life.take({ do: 'share', to: ['PHOTO', 'SOCIAL'], wide: false, text: 'again' })
        life.settle()
        expect(crosspostState(life.row(), 0)).toBe('LIVE')
        for (const app of ['PHOTO', 'SOCIAL'] as const) expect(life.there(app)).toHaveLength(1)
      },
    )
  })

  test('when it has ended, nothing is left', () => {
    everyLife(
      () => undefined,
      (life, end) => {
        life.take(end)
        life.settle()
        const row = life.row()
        expect(row.deliveries.every(({ content }) => content.text === null)).toBe(true)
        if (end.do === 'expire') return
        expect(crosspostState(row, 0)).toBe('ENDED')
        expect([...life.there('PHOTO'), ...life.there('SOCIAL')]).toEqual([])
      },
    )
  })

  test('what a fence has passed is never wanted after the sweep, unless the person has said so since', () => {
    everyLife((life, { do: what }) => {
      if (what !== 'sweepEverything') return
      const wanted = life.row().deliveries.filter((delivery) => delivery.wanted === 'STORY')
      expect(wanted.filter(({ app, allowedRev }) => allowedRev < life.fences[app])).toEqual([])
    })
  })
})

test('who shares under another account takes nothing of the one before into it', () => {
  const life = createLife()
  life.take({ do: 'share', to: ['PHOTO'], wide: true, text: 'one' })
  life.settle()
  const wish = { app: 'SOCIAL', profile: 'p', audience: 'FRIENDS', content: { text: 'two', media: null } } as const
  const sharing = { act: 'x', account: 'another', behindFence: () => false, wishes: [{ ...wish, allowedRev: 1 }] }
  const next = share(life.row(), sharing, 0)
  expect(next.account).toBe('another')
  expect(next.deliveries).toMatchObject([
    { app: 'PHOTO', wanted: 'NOTHING' },
    { app: 'SOCIAL', wanted: 'STORY' },
  ])
})

test('an act that is repeated shares with what was not allowed before, and nowhere twice', () => {
  const post = { author: 'anna', status: 's', account: 'a', seed: 'seed', createdAt: 0, expiresAt: 10 }
  const sharing = (...apps: readonly ('PHOTO' | 'SOCIAL')[]) => {
    const wish = { audience: 'EVERYONE', content: { text: 'Hi', media: null }, allowedRev: 1 } as const
    return {
      act: 'act',
      account: 'a',
      wishes: apps.map((app) => ({ ...wish, app, profile: app })),
      behindFence: () => false,
    }
  }
  const first = share(newCrosspost('c', post), sharing('SOCIAL'), 0)
  const again = share(retract(first, 1), sharing('PHOTO', 'SOCIAL'), 2)
  expect(again.deliveries.map(({ app, wanted }) => `${app} ${wanted}`)).toEqual(['SOCIAL NOTHING', 'PHOTO STORY'])
  expect(share(again, sharing('PHOTO', 'SOCIAL'), 3)).toBe(again)
})
