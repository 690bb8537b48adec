import { accountsAt, type Acting, createActing, saidOf } from './acting.ts'
import { type Act, type Target, TARGETS, Violation } from './acts.ts'
import { createKeyedActs, type KeyedActs } from './keyedActs.ts'
import { createLinkActs } from './linkActs.ts'
import { posted } from './model.ts'
import type { Deed } from './moves.ts'
import { statusOfText, textOf } from './never.ts'
import type { Profiles } from './people.ts'
import type { Possibilities } from './possible.ts'
import { payloadOf } from './requests.ts'
import type { ClientGround } from './stage.ts'

/** The clients of anna, and of ben, who meddles. */
export interface Clients {
  readonly statuses: readonly { readonly id: string; readonly expiresAt: number }[]
  /** Does it, if there is what it is about. `second`: at the other process of accounts. */
  begin(deed: Deed, second: boolean): Promise<void>
  /** Sends again, with their keys, what was not answered. Answers whether there was anything. */
  resend(): boolean
}

export function createClients(ground: ClientGround, model: Possibilities, profiles: Profiles): Clients {
  const acting = createActing(ground, model, profiles)
  const keyed = createKeyedActs(acting)
  const links = createLinkActs(acting)
  const { statuses } = acting

  async function begin(deed: Deed, second: boolean): Promise<void> {
    if (model.underWay() >= ground.mostAtOnce) return
    switch (deed.do) {
      case 'post':
        return statuses.length < ground.mostStatuses ? post(acting) : undefined
      case 'again':
        return keyed.again(deed.nth, second)
      case 'link':
        return links.link(deed)
      case 'switch':
        return links.switch(deed, second)
      case 'pause':
      case 'resume':
      case 'unlink':
        return links.change(deed, second)
      default: {
        const number = statuses.length - 1 - deed.nth
        if (number >= 0) await withStatus(acting, keyed, { deed, number, second })
      }
    }
  }

  return { statuses, begin, resend: () => keyed.resend() }
}

interface OnStatus {
  readonly deed: Exclude<Extract<Deed, { readonly nth: number }>, { readonly do: 'again' }>
  readonly number: number
  readonly second: boolean
}

async function withStatus(acting: Acting, keyed: KeyedActs, { deed, number, second }: OnStatus): Promise<void> {
  const { ground, own, statuses, once } = acting
  const statusId = statuses[number]?.id ?? ''
  const crosspost = (): Promise<{ readonly id: string } | null> => ground.onlooker.crosspost(statusId)
  switch (deed.do) {
    case 'share':
      return keyed.share(number, deed.targets, deed.by, second)
    case 'edit': {
      const found = await crosspost()
      return found === null ? undefined : keyed.edit(number, found.id, deed.by, second)
    }
    case 'retract':
    case 'retry': {
      const found = await crosspost()
      if (found === null) return
      const request = own.onCrosspost(deed.by, `${deed.do}Crosspost`, found.id)
      const end = deed.do === 'retry' ? mayShow(acting, number) : () => undefined
      return once({ do: deed.do, status: number }, request, accountsAt(second), end)
    }
    case 'deleteStatus': {
      const act: Act = { do: deed.do, status: number }
      return once(act, own.inApp('MESSENGER', 'deleteStatus', { statusId }), 'messenger')
    }
    case 'deleteCopy':
      return deleteCopy(acting, number, deed.target)
    case 'meddle':
      return meddle(acting, deed.with, statusId, (await crosspost())?.id)
  }
}

async function post({ ground, model, own, statuses, serial }: Acting): Promise<void> {
  const input = { kind: 'TEXT', idempotencyKey: `key ${serial()}` }
  const request = own.inApp('MESSENGER', 'postStatus', input, 'status { id expiresAt }')
  const { status } = payloadOf(await ground.ask('messenger', request))
  const expiresAt = Date.parse(status.expiresAt as string)
  ground.never.posted(statuses.length, expiresAt)
  model.happened((world) => posted(world, expiresAt))
  ground.story.push(`    status ${statuses.length}: ${status.id}`)
  statuses.push({ id: status.id as string, expiresAt })
}

/** A retry may make copies until it is answered. */
function mayShow({ ground: { never } }: Acting, number: number): () => void {
  for (const target of TARGETS) never.mayShow(number, target, null)
  return () => TARGETS.forEach((target) => never.isOver(number, target))
}

async function deleteCopy({ ground, own, once }: Acting, number: number, target: Target): Promise<void> {
  const copies = (await ground.onlooker.sight())[target].author
  const copy = copies.find(({ text }) => statusOfText(text) === number)
  if (copy === undefined) return
  const [mutation, place] =
    target === 'PHOTO' ? (['deletePhotoStory', 'photo'] as const) : (['deleteSocialStory', 'social'] as const)
  once({ do: 'deleteCopy', status: number, target }, own.inApp(target, mutation, { storyId: copy.id }), place)
}

type Meddling = (Deed & { do: 'meddle' })['with']

/** Ben has nothing to do with it: he must be refused, and nothing may change. */
function meddle({ ground, bens, serial }: Acting, how: Meddling, statusId: string, crosspostId = 'none'): void {
  const shared = { targets: [{ target: 'PHOTO', reach: 'EVERYONE' }], text: textOf(0, -1) } as const
  const key = `key ${serial()}`
  const requests = {
    share: () => bens.share('MESSENGER', statusId, { ...shared, key }),
    edit: () => bens.edit('MESSENGER', crosspostId, shared.text, key),
    retract: () => bens.onCrosspost('MESSENGER', 'retractCrosspost', crosspostId),
    retry: () => bens.onCrosspost('ACCOUNTS', 'retryCrosspost', crosspostId),
  }
  ground.send('accounts', requests[how](), (heard) => {
    if (saidOf(heard) === 'DONE') throw new Violation(`ben did ${how} with what is anna's`)
  })
}
