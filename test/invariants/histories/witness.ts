import { isDeepStrictEqual } from 'node:util'
import { entryOf } from '../../../subgraphs/accounts/ledger/chain.ts'
import type { AccountRow, ClaimRow, RequestRow } from '../../../subgraphs/accounts/rows.ts'
import { openCompact } from '../../../subgraphs/runtime/grants/compactJwe.ts'
import { L } from '../../../subgraphs/runtime/grants/constants.ts'
import type { GrantClaims } from '../../../subgraphs/runtime/grants/grant.ts'
import type { Clock } from '../../../subgraphs/runtime/clock/clock.ts'
import { grantKey, openerOf } from '../../subgraphs/accounts/contractParts.ts'
import { seenAccount, seenRequest } from './abstraction.ts'
import { type Act, type Answer, type Run, Violation } from './acts.ts'
import { checkAnswer, checkTries } from './answers.ts'
import { internalSteps, judge, withNo } from './model.ts'
import { accountsOfSession, isAdult, mayFlow, NOBODY, type World } from './world.ts'

/** A grant's record, from when its append took place. */
interface Given {
  readonly account: string
  readonly flow: string
  readonly step: number
  /** Once it left the process. */
  released: { readonly grant: string; readonly source: string; readonly type: string } | null
}

/** No grant of this flow recorded before this step may open from now on (I9). */
interface Barrier {
  readonly account: string
  readonly flow: string
  readonly step: number
  readonly because: string
}

export interface Witness {
  readonly worlds: readonly World[]
  readonly world: () => World
  readonly runs: Run[]
  /** A store call took place, made by this run. */
  readonly called: () => number
  /** What lies in the store now under this id, after a write by this run. */
  requestWritten(run: Run | null, id: string, row: RequestRow | null): void
  accountWritten(run: Run | null, id: string, row: AccountRow | null): void
  claimWritten(run: Run | null, profile: string, row: ClaimRow | null): void
  answered(run: Run, answer: Answer): void
  readonly records: ReadonlyMap<string, Given>
}

/** Watches a history step by step, and throws a `Violation` at the first that the model does not allow. */
export function createWitness(sourceClock: Clock): Witness {
  const worlds: World[] = [NOBODY]
  const runs: Run[] = []
  const claims = new Map<string, string>()
  const records = new Map<string, Given>()
  const builtAt = new Map<string, number>()
  /** The request that an idempotency key has made. */
  const madeBy = new Map<string, string>()
  const barriers: Barrier[] = []
  let step = 0
  const world = (): World => worlds.at(-1) ?? NOBODY

  function move(run: Run | null, next: World, own: boolean): void {
    worlds.push(next)
    if (!own || run === null) return
    run.steps++
    if (run.steps > (takesBack(run.act) ? run.act.by.length : 1))
      throw new Violation('one act must change one thing once')
  }

  /** The worlds that this run may make of the present one by its own step. */
  function ownSteps({ act, from }: Run, fresh: Act['fresh'], id: string): World[] {
    const now = world()
    const filled: Act = {
      ...act,
      ...(fresh !== undefined && { fresh }),
      ...(act.do === 'requestLink' && { made: id }),
    }
    if (act.do === 'approveLink' && now.requests[id]?.state === 'CONFIRMED' && isHeld(act.request)) {
      const refused = {
        ...now,
        requests: { ...now.requests, [id]: { ...now.requests[id], state: 'REJECTED' } },
      } as World
      const approved = judge(now, filled)
      return typeof approved === 'string' ? [] : [approved, refused]
    }
    const then = worlds.slice(from - 1)
    // What requesting and opening go by they have read at some moment of their way: nothing rests on it, approving looks anew.
    if (act.do === 'openLink' || act.do === 'requestLink') {
      return then.flatMap((past) => {
        const next = judge(past, filled)
        const request = typeof next === 'string' ? undefined : next.requests[id]
        return request === undefined ? [] : [{ ...now, requests: { ...now.requests, [id]: request } }]
      })
    }
    // A no is heard in all accounts of the session, in any order, also in one that closed meanwhile.
    if (act.do === 'setConsent' && !act.granted) {
      return then.some((past) => accountsOfSession(past, act).some(([own]) => own === id)) ? withNo(now, id, act) : []
    }
    const acts = takesBack(act) ? act.by.map((proof): Act => ({ ...filled, by: [proof] })) : [filled]
    return acts.flatMap((each) => {
      const next = judge(now, each)
      return typeof next === 'string' || next === now ? [] : [next]
    })
  }

  /** Whether somebody else's claim stands against this request's. */
  function isHeld(request: string): boolean {
    const { requester, opener } = world().requests[request] ?? {}
    return [requester, opener].some((profile) => (claims.get(profile ?? '') ?? request) !== request)
  }

  function explain(run: Run | null, what: string, fits: (next: World) => boolean, own: World[], others: World[]): void {
    const mine = own.find(fits)
    const found = mine ?? others.find(fits)
    if (found === undefined) throw new Violation(`${what} was written in a way that no step of the model explains`)
    move(run, found, mine !== undefined)
  }

  function requestWritten(run: Run | null, id: string, row: RequestRow | null): void {
    if (row === null) throw new Violation('a request was deleted')
    if (run?.act.do === 'requestLink') madeBy.set(keyOf(run.act), id)
    const seen = seenRequest(row)
    const known = world().requests[id]
    if (isDeepStrictEqual(seen, known)) return
    const fresh = known === undefined ? seen.code : seen.account
    const others = run === null ? [] : internalSteps(world(), id, run.act)
    const fits = (next: World): boolean => isDeepStrictEqual(next.requests[id], seen)
    explain(run, `A request (${known?.state} → ${seen.state})`, fits, run ? ownSteps(run, fresh, id) : [], others)
  }

  function accountWritten(run: Run | null, id: string, row: AccountRow | null): void {
    if (row === null) throw new Violation('an account was deleted')
    if (run !== null) run.wrote.set(id, step)
    const seen = seenAccount(row)
    const known = world().accounts[id]
    appended(run, id, row)
    if (isDeepStrictEqual(seen, known)) return
    const built = Object.keys(seen.built).filter((request) => known?.built[request] === undefined)
    const others = run === null ? [] : built.flatMap((request) => internalSteps(world(), request, run.act))
    const fits = (next: World): boolean => isDeepStrictEqual(next.accounts[id], seen)
    explain(run, 'An account', fits, run ? ownSteps(run, undefined, id) : [], others)
    for (const request of built) builtAt.set(request, step)
    oneLiveLink()
  }

  function oneLiveLink(): void {
    const live = Object.values(world().accounts).flatMap(({ links }) =>
      Object.values(links).flatMap(({ profile, state }) => (state === 'UNLINKED' ? [] : [profile])),
    )
    if (new Set(live).size !== live.length) throw new Violation('I3: a profile has two live links')
  }

  /** Records are appended by roads alone, and only of what may flow at this very write. */
  function appended(run: Run | null, account: string, { ledger }: AccountRow): void {
    for (const { body } of ledger.tail) {
      const { id, from, to, purpose } = entryOf(body)
      if (records.has(id)) continue
      const flow = `${from}>${to}>${purpose}`
      if (run?.act.do !== 'roads') throw new Violation('I16: a record was appended by what is no road')
      const { app, gpc, by } = run.act
      const me = by.find((proof) => proof.app === app)?.id ?? ''
      if (to !== app.toLowerCase() || !mayFlow(world(), me, flow, gpc)) {
        throw new Violation(`I1, I8, I14: ${flow} was granted, but may not flow`)
      }
      records.set(id, { account, flow, step, released: null })
    }
  }

  /** A claim is made by approving alone, for a side of the request, and taken over only where nothing holds it. */
  function claimWritten(run: Run | null, profile: string, row: ClaimRow | null): void {
    const before = claims.get(profile)
    if (row?.requestId === before) return
    if (before !== undefined && !isFree(before, profile)) throw new Violation('I3: a claim was taken that still holds')
    if (row === null) claims.delete(profile)
    else claims.set(profile, row.requestId)
    if (row === null) return
    const request = world().requests[row.requestId]
    const mine = run?.act.do === 'approveLink' && run.act.request === row.requestId
    if (!mine || (request?.requester !== profile && request?.opener !== profile)) {
      throw new Violation('I2: a profile was claimed by what does not approve its link')
    }
  }

  function isFree(requestId: string, profile: string): boolean {
    const request = world().requests[requestId]
    if (request?.state === 'REJECTED' || request?.state === 'EXPIRED') return true
    const account = world().accounts[request?.account ?? '']
    if (request?.state !== 'APPROVED' || account?.built[requestId] === undefined) return false
    return !Object.values(account.links).some((link) => link.profile === profile && link.state !== 'UNLINKED')
  }

  function answered(run: Run, answer: Answer): void {
    run.answer = answer
    run.ended = step
    const made = run.act.do === 'requestLink' ? madeBy.get(keyOf(run.act)) : undefined
    const act = made === undefined ? run.act : { ...run.act, made }
    checkAnswer({ ...run, act }, answer, worlds.slice(run.from - 1))
    checkTries(run, answer, runs)
    for (const grant of Object.values(answer.roads ?? {})) if (grant !== null) released(run, grant)
    if (answer.code === null) for (const barrier of takenAway(run)) barriers.push(barrier)
    for (const given of records.values()) finalFor(given)
  }

  function released(run: Run, grant: string): void {
    const claims = claimsOf(grant)
    const given = claims === null ? undefined : records.get(claims.id)
    if (claims === null || given === undefined) throw new Violation('I16: a grant left before its record was durable')
    if (given.released !== null) throw new Violation('I16: two grants have one record')
    if (claims.exp !== claims.t0 + L || claims.t0 > run.readAt) {
      throw new Violation('I9: a grant’s life was counted from after the read that it rests on')
    }
    given.released = { grant, source: claims.source, type: claims.type }
  }

  /** What a taking act has promised by its answer. */
  function takenAway({ act, wrote }: Run): Barrier[] {
    const flows = (account: string, concerns: (flow: string) => boolean, at: number | undefined): Barrier[] =>
      at === undefined
        ? []
        : [...new Set([...records.values()].map(({ flow }) => flow))].filter(concerns).map((flow) => ({
            account,
            flow,
            step: at,
            because: act.do,
          }))
    switch (act.do) {
      case 'setConsent': {
        if (act.granted) return []
        return accountsOfSession(world(), act).flatMap(([id]) => flows(id, (flow) => flow === act.flow, wrote.get(id)))
      }
      case 'pauseLink':
      case 'unlink': {
        const account = world().accounts[act.account]
        const app = account?.links[act.link]?.app.toLowerCase() ?? ''
        const closed = account?.closedAt !== null
        return flows(act.account, (flow) => closed || flow.split('>').includes(app), wrote.get(act.account))
      }
      case 'approveLink': {
        const id = world().requests[act.request]?.account ?? ''
        const account = world().accounts[id]
        return account !== undefined && !isAdult(account) ? flows(id, () => true, builtAt.get(act.request)) : []
      }
      default:
        return []
    }
  }

  function finalFor({ account, flow, step: at, released: left }: Given): void {
    if (left === null) return
    const over = barriers.find((one) => one.account === account && one.flow === flow && at < one.step)
    if (over === undefined || openerOf(left.source, sourceClock).open(left.grant, left.type) === null) return
    throw new Violation(`I9: ${over.because} has answered, and a grant of before still opens at ${left.source}`)
  }

  const called = (): number => ++step
  return { worlds, world, runs, called, requestWritten, accountWritten, claimWritten, answered, records }
}

const keyOf = ({ by, key }: Act & { do: 'requestLink' }): string => `${by[0].id} ${key}`

function takesBack(act: Act): boolean {
  return (act.do === 'setConsent' && !act.granted) || (act.do === 'setFeature' && !act.enabled)
}

/** Read with the key of its own day, however long ago that was. */
function claimsOf(grant: string): GrantClaims | null {
  const { kid } = JSON.parse(Buffer.from(grant.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }
  for (const source of ['messenger', 'photo', 'social']) {
    const text = openCompact(grant, [kid], (date) => grantKey(source, date))
    if (text !== null) return JSON.parse(text) as GrantClaims
  }
  return null
}
