import { type Act, pairOf, type Said, type Target, TARGETS, Violation } from './acts.ts'
import { link } from './ceremony.ts'
import { posted } from './model.ts'
import type { Chosen, Client, Deed } from './moves.ts'
import { statusOfText, textOf } from './never.ts'
import type { Profiles } from './people.ts'
import type { Possibilities } from './possible.ts'
import { createRequests, payloadOf } from './requests.ts'
import type { Place } from './running.ts'
import type { ClientGround, Heard, Request } from './stage.ts'

/** The clients of anna, and of ben, who meddles. */
export interface Clients {
  readonly statuses: readonly { readonly id: string; readonly expiresAt: number }[]
  /** Does it, if there is what it is about. `second`: at the other process of accounts. */
  begin(deed: Deed, second: boolean): Promise<void>
  /** Sends again, with their keys, what was not answered. Answers whether there was anything. */
  resend(): boolean
}

/** An act with a key, which may be sent again: it takes place once. */
interface Keyed {
  readonly request: Request
  readonly acts: readonly Act[]
  /** The number of each act in the model, while it is not answered. */
  numbers: number[]
  /** What became of each act; null while it is not known. */
  said: readonly Said[] | null
  readonly at: number
  /** How often it was sent since its acts are in the model. */
  tries: number
}

/** The model tries the acts under way in every order. */
const MOST_AT_ONCE = 5

/** Keys live 24 hours; a client does not send anything again after this time. */
const RESENT_FOR_MS = 20 * 60 * 60 * 1000

export function createClients(stage: ClientGround, model: Possibilities, profiles: Profiles): Clients {
  const { clock, never, onlooker, story } = stage
  const own = createRequests(profiles.anna, () => clock.wall())
  const bens = createRequests(profiles.ben, () => clock.wall())
  const statuses: { id: string; expiresAt: number }[] = []
  const keyed: Keyed[] = []
  const unanswered: Keyed[] = []
  /** Acts that may allow again what was taken away: begun so far, and under way. */
  const giving = { begun: 0, underWay: 0 }
  let serial = 0

  const accountsAt = (second: boolean): Place => (second ? 'accounts2' : 'accounts')
  const key = (): string => `key ${++serial}`
  const numberOf = (nth: number): number | null => (nth < statuses.length ? statuses.length - 1 - nth : null)

  async function begin(deed: Deed, second: boolean): Promise<void> {
    if (model.underWay() >= MOST_AT_ONCE) return
    switch (deed.do) {
      case 'post':
        return statuses.length < stage.mostStatuses ? post() : undefined
      case 'again':
        return again(deed.nth, second)
      case 'link':
        return linkAgain(deed)
      case 'switch':
        return takeOrGive({ do: 'switch', target: deed.target, on: deed.on }, own.switch(deed.target, deed.on), second)
      case 'pause':
      case 'resume':
      case 'unlink': {
        const linkId = (await onlooker.links()).links[deed.app]
        if (linkId === undefined) return
        const mutation = deed.do === 'unlink' ? 'unlink' : (`${deed.do}Link` as const)
        return takeOrGive({ do: deed.do, app: deed.app, link: linkId }, own.onLink(mutation, linkId), second)
      }
      default: {
        const number = numberOf(deed.nth)
        if (number !== null) await withStatus(deed, number, second)
      }
    }
  }

  async function withStatus(deed: Deed & { nth: number }, number: number, second: boolean): Promise<void> {
    const statusId = statuses[number]?.id ?? ''
    switch (deed.do) {
      case 'share':
        return share(number, deed.targets, deed.by, second)
      case 'deleteStatus':
        return unkeyed(
          { do: 'deleteStatus', status: number },
          own.inApp('MESSENGER', 'deleteStatus', { statusId }),
          'messenger',
        )
      case 'deleteCopy':
        return deleteCopy(number, deed.target)
      case 'meddle':
        return meddle(deed, statusId)
      default: {
        const found = await onlooker.crosspost(statusId)
        if (found === null) return
        if (deed.do === 'edit') return edit(number, found.id, deed.by, second)
        if (deed.do !== 'retract' && deed.do !== 'retry') return
        const mutation = `${deed.do}Crosspost` as const
        const act: Act = { do: deed.do, status: number }
        const ends = deed.do === 'retry' ? mayShow(number, TARGETS) : () => undefined
        return unkeyed(act, own.onCrosspost(deed.by, mutation, found.id), accountsAt(second), ends)
      }
    }
  }

  async function post(): Promise<void> {
    const request = own.inApp(
      'MESSENGER',
      'postStatus',
      { kind: 'TEXT', idempotencyKey: key() },
      'status { id expiresAt }',
    )
    const { status } = payloadOf(await stage.ask('messenger', request))
    const expiresAt = Date.parse(status.expiresAt as string)
    never.posted(statuses.length, expiresAt)
    model.happened((world) => posted(world, expiresAt))
    story.push(`    status ${statuses.length}: ${status.id}`)
    statuses.push({ id: status.id as string, expiresAt })
  }

  function share(number: number, targets: readonly Chosen[], by: Client, second: boolean): void {
    const text = textOf(number, ++serial)
    const acts = targets.map(({ target, reach }): Act => ({ do: 'share', status: number, target, reach, text }))
    const request = own.share(by, statuses[number]?.id ?? '', { targets, text, key: key() })
    sendKeyed({ request, acts, numbers: [], said: null, at: clock.wall(), tries: 0 }, second)
  }

  function edit(number: number, crosspostId: string, by: Client, second: boolean): void {
    const text = textOf(number, ++serial)
    const request = own.edit(by, crosspostId, text, key())
    sendKeyed(
      { request, acts: [{ do: 'edit', status: number, text }], numbers: [], said: null, at: clock.wall(), tries: 0 },
      second,
    )
  }

  /** Its acts are in the model from the first time that it is sent until it is answered, however often that takes. */
  function sendKeyed(sent: Keyed, second: boolean): void {
    if (!keyed.includes(sent)) keyed.push(sent)
    if (sent.numbers.length === 0) {
      sent.tries = 0
      sent.numbers = sent.acts.map(beginKeyed)
    }
    sent.tries++
    story.push(`    ${wordsOf(sent.acts, sent.numbers)}`)
    stage.send(accountsAt(second), sent.request, (heard) => {
      const payload = heard === 'LOST' ? null : payloadOf(heard)
      if (payload === null) return void unanswered.push(sent)
      if (sent.numbers.length === 0) return
      const refusals = payload.errors as { code: string; path: string[] | null }[]
      sent.said = sent.acts.map((_, at) =>
        refusals.some(({ path }) => path?.[0] !== 'targets' || path[1] === String(at)) ? 'REFUSED' : 'DONE',
      )
      answered(sent.acts, sent.numbers.splice(0), sent.said, refusals, sent.tries > 1)
      for (const act of sent.acts) if (act.do === 'share') never.isOver(act.status, act.target)
    })
  }

  function beginKeyed(act: Act): number {
    if (act.do === 'share') never.mayShow(act.status, act.target, act)
    if (act.do === 'edit') never.edited(act.status, act.text)
    return model.begin(act)
  }

  /** `resent`: what is refused now may have taken place at a try before, and was taken back since. */
  function answered(
    acts: readonly Act[],
    numbers: readonly number[],
    said: readonly Said[],
    more: unknown = [],
    resent = false,
  ): void {
    story.push(`    ${numbers.map((number, at) => `#${number} ${said[at]}`).join(', ')} ${JSON.stringify(more)}`)
    for (const [at, number] of numbers.entries()) {
      const act = acts[at]?.do ?? ''
      stage.counts[`${act}: ${said[at]}`] = (stage.counts[`${act}: ${said[at]}`] ?? 0) + 1
      if (resent && said[at] === 'REFUSED') model.lost(number)
      else model.answered(number, said[at] ?? 'REFUSED')
    }
  }

  /** Where nothing was done the key does it now; otherwise it changes nothing more. */
  function again(nth: number, second: boolean): void {
    const sent = keyed.filter(({ said, at }) => said !== null && clock.wall() < at + RESENT_FOR_MS).at(-1 - nth)
    if (sent === undefined) return
    if (sent.said?.every((said) => said === 'REFUSED') === true) return sendKeyed(sent, second)
    story.push(`    again: ${wordsOf(sent.acts, [])}`)
    stage.send(accountsAt(second), sent.request, (heard) => void (heard === 'LOST' || payloadOf(heard)))
  }

  /** Without a key nobody knows of an act whose answer was lost whether it took place. */
  function unkeyed(act: Act, request: Request, place: Place, ends: () => void = () => undefined, hear = noted): void {
    const number = model.begin(act)
    story.push(`    ${wordsOf([act], [number])}`)
    stage.send(place, request, async (heard) => {
      const said = saidOf(heard)
      if (said === 'LOST') model.lost(number)
      else answered([act], [number], [said])
      ends()
      await hear(said)
    })
  }

  function mayShow(number: number, targets: readonly Target[]): () => void {
    for (const target of targets) never.mayShow(number, target, null)
    return () => targets.forEach((target) => never.isOver(number, target))
  }

  async function deleteCopy(number: number, target: Target): Promise<void> {
    const copies = (await onlooker.sight())[target].author
    const copy = copies.find(({ text }) => statusOfText(text) === number)
    if (copy === undefined) return
    const mutation = target === 'PHOTO' ? 'deletePhotoStory' : 'deleteSocialStory'
    const place = target === 'PHOTO' ? 'photo' : 'social'
    unkeyed({ do: 'deleteCopy', status: number, target }, own.inApp(target, mutation, { storyId: copy.id }), place)
  }

  function takeOrGive(
    act: Act & { do: 'pause' | 'resume' | 'unlink' | 'switch' },
    request: Request,
    second: boolean,
  ): void {
    const takes = act.do === 'pause' || act.do === 'unlink' || (act.do === 'switch' && !act.on)
    if (!takes) {
      giving.begun++
      giving.underWay++
      never.mayAllow()
      return unkeyed(act, request, accountsAt(second), () => void giving.underWay--)
    }
    const before = giving.underWay > 0 ? -1 : giving.begun
    unkeyed(act, request, accountsAt(second), undefined, async (said) => {
      if (said === 'DONE' && before === giving.begun) await tookAway(act)
    })
  }

  /** What the target was accepting at this very moment may still be written: accepting it was the fence. */
  async function tookAway(act: Act & { do: 'pause' | 'resume' | 'unlink' | 'switch' }): Promise<void> {
    const concerned =
      act.do === 'switch' ? [act.target] : TARGETS.filter((target) => act.app === 'MESSENGER' || act.app === target)
    const sight = await onlooker.sight()
    for (const target of concerned) {
      if (!stage.isAccepting(target)) never.tookAway(target, sight)
    }
  }

  async function linkAgain({ target, on }: Deed & { do: 'link' }): Promise<void> {
    giving.begun++
    never.mayAllow()
    await link({ ask: (request) => stage.ask('accounts', request), own, target, key, onlooker })
    const number = model.begin({ do: 'link', ...(await onlooker.links()) })
    answered([{ do: 'link', account: '', links: {} }], [number], ['DONE'])
    if (on) await begin({ do: 'switch', target, on }, false)
  }

  async function meddle({ with: how }: Deed & { do: 'meddle' }, statusId: string): Promise<void> {
    const found = await onlooker.crosspost(statusId)
    if (found === null && how !== 'share') return
    const id = found?.id ?? ''
    const text = textOf(0, -1)
    const targets: Chosen[] = [{ target: 'PHOTO', reach: 'EVERYONE' }]
    const request = {
      share: () => bens.share('MESSENGER', statusId, { targets, text, key: key() }),
      edit: () => bens.edit('MESSENGER', id, text, key()),
      retract: () => bens.onCrosspost('MESSENGER', 'retractCrosspost', id),
      retry: () => bens.onCrosspost('ACCOUNTS', 'retryCrosspost', id),
    }[how]()
    stage.send('accounts', request, (heard) => {
      if (saidOf(heard) === 'DONE') throw new Violation(`ben did ${how} with what is anna's`)
    })
  }

  function resend(): boolean {
    const all = unanswered.splice(0)
    for (const sent of all) sendKeyed(sent, false)
    return all.length > 0
  }

  return { statuses, begin, resend }
}

const noted = (_said: Said | 'LOST'): Promise<void> | void => undefined

function saidOf(heard: Heard): Said | 'LOST' {
  const payload = heard === 'LOST' ? null : payloadOf(heard)
  if (payload === null) return 'LOST'
  return payload.errors.length === 0 ? 'DONE' : 'REFUSED'
}

function wordsOf(acts: readonly Act[], numbers: readonly number[]): string {
  const words = acts.map((act, at) => {
    const pair = 'status' in act && 'target' in act ? pairOf(act.status, act.target) : ''
    return `#${numbers[at] ?? ''} ${act.do} ${pair} ${JSON.stringify(act)}`
  })
  return words.join(' and ')
}
