import * as fc from 'fast-check'
import * as changes from '../../../../subgraphs/accounts/crossposts/changes.ts'
import * as delivery from '../../../../subgraphs/accounts/crossposts/delivery.ts'
import { type CrosspostRow, deliveryTo } from '../../../../subgraphs/accounts/crossposts/rows.ts'
import type { Audience, TargetApp } from '../../../../subgraphs/accounts/crossposts/audiences.ts'
import { itemOf, leaseItems, withoutItem } from '../../../../subgraphs/runtime/outbox/state.ts'

/** What may happen to a cross-post, one thing after the other. */
export type Step =
  | { readonly do: 'share'; readonly to: readonly TargetApp[]; readonly wide: boolean; readonly text: string }
  | { readonly do: 'edit'; readonly text: string }
  | { readonly do: 'retract' | 'retry' | 'delete' | 'expire' | 'sweepEverything' }
  /** Sharing in this app is taken away, and comes back in the same moment. */
  | { readonly do: 'takeAway'; readonly app: TargetApp }
  | { readonly do: 'begin'; readonly app: TargetApp }
  | { readonly do: 'end'; readonly app: TargetApp; readonly how: How }

/** How a try goes: heard, done but unheard, refused, not done at all, given up after it was done, or its process dies. */
export type How = 'HEARD' | 'UNHEARD' | 'REFUSED' | 'FAILED' | 'GIVEN_UP' | 'DIES'

const app = fc.constantFrom<TargetApp>('PHOTO', 'SOCIAL')
const text = fc.constantFrom('one', 'two', 'three')
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('share'),
      to: fc.uniqueArray(app, { minLength: 1 }),
      wide: fc.boolean(),
      text,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('edit'), text }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('retract', 'retry', 'retry', 'sweepEverything') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('takeAway'), app }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('begin'), app }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('end'),
      app,
      how: fc.constantFrom<How>('HEARD', 'HEARD', 'UNHEARD', 'REFUSED', 'FAILED', 'GIVEN_UP', 'DIES'),
    }),
  },
)
/** The last thing that happens: the status is deleted, or it expires. */
export const ending = fc.constantFrom<Step>({ do: 'delete' }, { do: 'expire' }, { do: 'retract' })

type Row = changes.CrosspostDocument

/** A try under way: what it saw when it began. */
interface Try {
  readonly lease: string
  readonly seen: Row
}

/** A cross-post, the apps as they truly are, and workers whose tries may end much later than they began. */
export function createLife() {
  const post = { author: 'a', status: 's', account: 'account', seed: 'seed', createdAt: 0, expiresAt: 1_000 }
  let row: Row = changes.newCrosspost('id', post)
  let rev = 1
  let serial = 0
  const fences: Record<TargetApp, number> = { PHOTO: 0, SOCIAL: 0 }
  const tries = new Map<TargetApp, Try>()
  /** By key: whether a copy is there, or it was ended for good. */
  const copies = new Map<string, { app: TargetApp; state: 'THERE' | 'ENDED'; audience: string }>()
  /** What was put though it must not be. */
  const wrongs: string[] = []

  const behindFence = ({ app, allowedRev }: { app: TargetApp; allowedRev: number }) => allowedRev < fences[app]

  function share({ to, wide, text }: Extract<Step, { do: 'share' }>): void {
    const wishes = to.map((app): delivery.Wish => {
      const narrow: Audience = app === 'PHOTO' ? 'FOLLOWERS' : 'FRIENDS'
      const audience = wide ? 'EVERYONE' : narrow
      return { app, profile: `${app} profile`, audience, content: { text, media: null }, allowedRev: rev }
    })
    const kept = wishes.filter(({ app, audience }) => !changes.isWiderThanBefore(row, app, audience))
    if (row.ended || kept.length === 0) return
    row = changes.share(row, { act: `act ${++serial}`, account: 'account', behindFence, wishes: kept }, 0)
  }

  function begin(app: TargetApp): void {
    if (row.outbox === undefined || itemOf(row.outbox, app) === null) return
    const lease = `lease ${++serial}`
    row = { ...row, outbox: leaseItems(row.outbox, [app], { lease, until: 0, mostTries: 10 }) }
    tries.set(app, { lease, seen: row })
  }

  function end(app: TargetApp, how: How): void {
    const under = tries.get(app)
    const wanted = under === undefined ? null : deliveryTo(under.seen, app)
    if (under === undefined || wanted === null) return
    tries.delete(app)
    const task = delivery.taskOf(wanted)
    const answer = how === 'FAILED' ? null : act(app, task, wanted, how)
    const item = itemOf(row.outbox, app)
    if (item?.lease !== under.lease || how === 'UNHEARD' || how === 'FAILED' || how === 'DIES') return
    const become = (current: CrosspostRow['deliveries'][number]) => {
      if (how === 'GIVEN_UP') return delivery.givenUp(current, item.tries)
      if (task === 'END') return delivery.withoutCopy(current)
      if (answer === 'DENIED') return delivery.withdrawn(delivery.asTried(current, item.tries - 1))
      return answer === null ? current : delivery.answered(current, item.tries, answer)
    }
    row = changes.settle({ ...row, outbox: withoutItem(row.outbox, app) }, app, become, { now: 0 })
  }

  /** In the app, as a receiver that keeps its word. */
  function act(app: TargetApp, task: delivery.Task, wanted: CrosspostRow['deliveries'][number], how: How) {
    if (task === 'NOTHING') return null
    const generation = task === 'END' ? (wanted.sent?.generation ?? 0) : wanted.generation
    const key = delivery.keyOf(row.seed, app, generation)
    const known = copies.get(key)
    if (task === 'END') {
      copies.set(key, { app, state: 'ENDED', audience: '' })
      return null
    }
    // A put is decided when it is made: by the fence, as it is then.
    if (behindFence(wanted)) return 'DENIED'
    if (how === 'REFUSED') return { outcome: 'REFUSED' } as const
    if (known?.state === 'ENDED') return { outcome: 'ENDED' } as const
    const others = [...copies].filter(([other, copy]) => other !== key && copy.app === app && copy.state === 'THERE')
    if (others.length > 0) wrongs.push(`two copies in ${app}`)
    copies.set(key, { app, state: 'THERE', audience: wanted.audience })
    return { outcome: 'LIVE', storyId: key } as const
  }

  function take(step: Step): void {
    rev++
    switch (step.do) {
      case 'share':
        return share(step)
      case 'edit':
        row = changes.edit(row, { act: `act ${++serial}`, content: { text: step.text, media: null } }, 0)
        return
      case 'retract':
        row = changes.retract(row, 0)
        return
      case 'retry':
        if (row.ended) return
        row = changes.retry(
          row,
          { account: 'account', behindFence },
          ({ profile }) => ({ profile, allowedRev: rev }),
          0,
        )
        return
      case 'delete':
        row = changes.endWithStatus(row, 0)
        return
      case 'expire':
        row = changes.expire(row, 1_000)
        return
      case 'takeAway':
        fences[step.app] = ++rev
        return
      case 'sweepEverything':
        row = changes.sweep(row, behindFence, 0)
        return
      case 'begin':
        return begin(step.app)
      case 'end':
        return end(step.app, step.how)
    }
  }

  /** Everything that waits is tried, and everybody is heard. */
  function settle(): void {
    for (let rounds = 0; rounds < 20; rounds++) {
      for (const app of ['PHOTO', 'SOCIAL'] as const) {
        begin(app)
        end(app, 'HEARD')
      }
    }
  }

  return {
    take,
    settle,
    wrongs,
    fences,
    row: () => row,
    there: (app: TargetApp) => [...copies.values()].filter((copy) => copy.app === app && copy.state === 'THERE'),
  }
}
