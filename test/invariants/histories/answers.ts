import { isDeepStrictEqual } from 'node:util'
import { L } from '../../../subgraphs/runtime/grants/constants.ts'
import { type Answer, type Run, Violation } from './acts.ts'
import { judge } from './model.ts'
import { accountOf, accountOfSession, FLOWS, mayFlow, type World } from './world.ts'

/** An answer must be one that the model gives in a world between the act's arrival and now, and fit what the act did. */
export function checkAnswer(run: Run, answer: Answer, worlds: readonly World[]): void {
  switch (run.act.do) {
    case 'roads':
      return checkRoads(run, answer, worlds)
    case 'center':
    case 'look':
      if (worlds.some((world) => isDeepStrictEqual(shownIn(world, run), answer.shown))) return
      throw new Violation(`${run.act.do} showed what never was: ${JSON.stringify(answer.shown)}`)
    default:
      return answer.code === null ? checkDone(run, answer, worlds) : checkRefused(run, answer.code, worlds)
  }
}

function checkDone(run: Run, answer: Answer, worlds: readonly World[]): void {
  const now = worlds.at(-1)
  if (run.act.do === 'approveLink') {
    const request = now?.requests[run.act.request]
    const built = now?.accounts[request?.account ?? '']?.built[run.act.request] === 'LINKED'
    if (run.steps === 1 && built) return
    throw new Violation('approving was answered with success, but it has linked nothing')
  }
  const { act } = run
  if (act.do === 'requestLink') {
    const made = now?.requests[answer.request ?? '']
    if (made?.requester !== act.by[0].id || made.app !== act.app) throw new Violation('a key answered something else')
  }
  if (run.steps > 0 || worlds.some((world) => judge(world, act) === world)) return
  throw new Violation('success was answered, but nothing was done and it was not so already')
}

function checkRefused(run: Run, code: string, worlds: readonly World[]): void {
  const { act } = run
  const request = 'request' in act ? worlds.at(-1)?.requests[act.request] : undefined
  const ended = act.do === 'approveLink' && request?.state === 'REJECTED'
  if (run.steps > 0 && !ended) throw new Violation(`it was refused with ${code}, but has changed something`)
  if (ended && (code === 'LINK_APP_TAKEN' || code === 'LINK_WRONG_STATE')) return
  // Judged from all acts together, see `checkTries`.
  if (code === 'LINK_TRIES_USED_UP' || code === 'LINK_IDEMPOTENCY_KEY_REUSED') return
  const codes = worlds.map((world) => judge(world, act))
  if (codes.includes(code)) return
  if (EITHER.some((pair) => pair.includes(code) && codes.some((other) => pair.includes(other)))) return
  throw new Violation(`it was refused with ${code}, but there was no moment at which it had to be`)
}

/**
 * Refusals for two reasons that are one: who is in an account is read in two reads, and an account may close under an act
 * that has found it open. Which of the two is told is no matter.
 */
const EITHER: readonly (readonly unknown[])[] = [
  ['LINK_APP_TAKEN', 'LINK_BOTH_HAVE_ACCOUNTS'],
  ['CONSENT_LINK_NOT_ACTIVE', 'CONSENT_NO_ACCOUNT'],
]

/** Null where it may not flow, where the answer would come too late, and where it lost to other writes too often. */
function checkRoads({ act, elapsed, lost }: Run, { roads = {} }: Answer, worlds: readonly World[]): void {
  if (act.do !== 'roads') return
  const me = act.by.find(({ app }) => app === act.app)?.id ?? ''
  for (const [flow, grant] of Object.entries(roads)) {
    if (grant !== null || elapsed() > L / 2 || lost >= 3) continue
    if (worlds.every((world) => mayFlow(world, me, flow, act.gpc)))
      throw new Violation(`${flow} was withheld for nothing`)
  }
}

const WINDOW_MS = 10 * 60_000
/** Clocks of two processes may differ by this much. */
const APART_MS = 200

/** At most five wrong codes in ten minutes, however many at once; and nobody is held up who has not tried them. */
export function checkTries(run: Run, { code }: Answer, runs: readonly Run[]): void {
  const { act, began } = run
  const mine = runs.filter((other) => other.act.do === act.do && other.act.by[0].id === act.by[0].id)
  if (code === 'LINK_IDEMPOTENCY_KEY_REUSED' && act.do === 'requestLink') {
    const used = mine.some((other) => other.act.do === act.do && other.act.key === act.key && other.act.app !== act.app)
    if (!used) throw new Violation('a key was refused as used, but was not')
  }
  const within = (ms: number) => mine.filter((other) => Math.abs(act.at - other.act.at) < ms)
  if (code === 'LINK_CODE_WRONG') {
    const wrong = within(WINDOW_MS - APART_MS).filter((other) => other.act.at <= act.at && isWrong(other))
    if (wrong.length > 5) throw new Violation('I2: more than five wrong codes were tried in ten minutes')
  }
  if (code === 'LINK_TRIES_USED_UP') {
    const taken = within(WINDOW_MS + APART_MS).filter((other) => {
      return (
        other !== run && (isWrong(other) || other.answer === 'LOST' || other.answer === null || other.ended > began)
      )
    })
    if (taken.length < 5) throw new Violation('I2: the tries were used up before five were made')
  }
}

function isWrong({ answer }: Run): boolean {
  return typeof answer === 'object' && answer?.code === 'LINK_CODE_WRONG'
}

/** What the center shows of the session's account, or a stranger of a profile's other profiles. */
export function shownIn(world: World, { act }: Run): unknown {
  if (act.do === 'look') {
    const account = accountOf(world, act.of.id)?.[1]
    const shown = Object.values(account?.links ?? {}).filter(({ state, visible }) => state === 'ACTIVE' && visible)
    const here = shown.some(({ profile }) => profile === act.of.id)
    return here ? shown.flatMap(({ profile }) => (profile === act.of.id ? [] : [profile])).sort() : []
  }
  const account = accountOfSession(world, act)?.[1]
  if (account === undefined) return null
  return {
    links: Object.fromEntries(
      Object.entries(account.links).map(([id, { state, visible }]) => [id, `${state} ${visible}`]),
    ),
    words: Object.fromEntries(FLOWS.flatMap((flow) => (account.words[flow] ? [[flow, account.words[flow].said]] : []))),
    features: Object.keys(account.features).sort(),
  }
}
