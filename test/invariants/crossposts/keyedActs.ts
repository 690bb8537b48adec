import { accountsAt, type Acting, wordsOf } from './acting.ts'
import type { Act, Said } from './acts.ts'
import type { Chosen, Client } from './moves.ts'
import { textOf } from './never.ts'
import { payloadOf } from './requests.ts'
import type { Heard } from './mail.ts'
import type { Request } from './stage.ts'

/** Acts with a key, which may be sent again: each takes place once. */
export interface KeyedActs {
  share(status: number, targets: readonly Chosen[], by: Client, second: boolean): void
  edit(status: number, crosspostId: string, by: Client, second: boolean): void
  /** Sends the `nth` newest that was answered once more. */
  again(nth: number, second: boolean): void
  /** Sends what was not answered once more. Answers whether there was anything. */
  resend(): boolean
}

interface Keyed {
  readonly request: Request
  readonly acts: readonly Act[]
  /** The wall clock when it was first sent. */
  readonly at: number
  /** The number of each act in the model, while it is not answered. */
  numbers: number[]
  /** What became of each act; null while it is not known. */
  said: readonly Said[] | null
  /** How often it was sent since its acts are in the model. */
  tries: number
}

/** Keys live 24 hours; a client does not send anything again after this time. */
const RESENT_FOR_MS = 20 * 60 * 60 * 1000

export function createKeyedActs({ ground, model, own, statuses, serial, answered }: Acting): KeyedActs {
  const { clock, never, story } = ground
  const all: Keyed[] = []
  const unanswered: Keyed[] = []

  function begin(request: Request, acts: readonly Act[], second: boolean): void {
    const sent: Keyed = { request, acts, at: clock.wall(), numbers: [], said: null, tries: 0 }
    all.push(sent)
    send(sent, second)
  }

  /** Its acts are in the model from the first time that it is sent until it is answered, however often that takes. */
  function send(sent: Keyed, second: boolean): void {
    if (sent.numbers.length === 0) {
      sent.tries = 0
      sent.numbers = sent.acts.map(told)
    }
    sent.tries++
    story.push(`    ${wordsOf(sent.acts, sent.numbers)}`)
    ground.send(accountsAt(second), sent.request, (heard) => hear(sent, heard))
  }

  function told(act: Act): number {
    if (act.do === 'share') never.mayShow(act.status, act.target, act)
    if (act.do === 'edit') never.edited(act.status, act.text)
    return model.begin(act)
  }

  function hear(sent: Keyed, heard: Heard): void {
    const payload = heard === 'LOST' ? null : payloadOf(heard)
    if (payload === null) return void unanswered.push(sent)
    if (sent.numbers.length === 0) return
    const refusals = payload.errors as { code: string; path: string[] | null }[]
    const isRefused = (at: number): boolean =>
      refusals.some(({ path }) => path?.[0] !== 'targets' || path[1] === String(at))
    sent.said = sent.acts.map((_, at) => (isRefused(at) ? 'REFUSED' : 'DONE'))
    const { acts, said, tries } = sent
    answered({ acts, numbers: sent.numbers.splice(0), said, more: refusals, sentBefore: tries > 1 })
    for (const act of acts) if (act.do === 'share') never.isOver(act.status, act.target)
  }

  return {
    share(status, targets, by, second) {
      const text = textOf(status, serial())
      const acts = targets.map(({ target, reach }): Act => ({ do: 'share', status, target, reach, text }))
      const statusId = statuses[status]?.id ?? ''
      begin(own.share(by, statusId, { targets, text, key: `key ${serial()}` }), acts, second)
    },
    edit(status, crosspostId, by, second) {
      const text = textOf(status, serial())
      begin(own.edit(by, crosspostId, text, `key ${serial()}`), [{ do: 'edit', status, text }], second)
    },
    again(nth, second) {
      const sent = all.filter(({ said, at }) => said !== null && clock.wall() < at + RESENT_FOR_MS).at(-1 - nth)
      if (sent === undefined) return
      // Where nothing was done the key does it now; otherwise it changes nothing more.
      if (sent.said?.every((said) => said === 'REFUSED') === true) return send(sent, second)
      story.push(`    again: ${wordsOf(sent.acts, [])}`)
      ground.send(accountsAt(second), sent.request, (heard) => void (heard === 'LOST' || payloadOf(heard)))
    },
    resend() {
      const late = unanswered.splice(0)
      for (const sent of late) send(sent, false)
      return late.length > 0
    },
  }
}
