import type { Client } from './clients.ts'
import request from './operations/tour/1-request.graphql?raw'
import unlink from './operations/tour/10-unlink.graphql?raw'
import open from './operations/tour/2-open.graphql?raw'
import confirm from './operations/tour/3-confirm.graphql?raw'
import approve from './operations/tour/4-approve.graphql?raw'
import use from './operations/tour/5-use.graphql?raw'
import consents from './operations/tour/6-consents.graphql?raw'
import uses from './operations/tour/7-uses.graphql?raw'
import withdraw from './operations/tour/8-withdraw.graphql?raw'
import pause from './operations/tour/9-pause.graphql?raw'
import type { Persona } from './personas.ts'
import type { Session } from './session.ts'

/** One tab of the tour, in which somebody links two apps, sees what flows, and takes all of it back. */
export interface Step {
  readonly query: string
  /** Where the person must be signed in. */
  readonly client: Client
  /** What happens here, in one sentence. */
  readonly explains: string
  /** Needs a sign-in of the last five minutes. */
  readonly isFresh?: true
  /** Changes what is linked. */
  readonly relinks?: true
  /** Absent: takes no variables. */
  readonly input?: Input
}

interface Input {
  /** What stands there before it can be filled in. */
  readonly blank: object
  /** Which step's answer it is made of, and what that has. */
  readonly from?: readonly [step: string, what: string]
  /** Null where an answer is missing. */
  readonly fill: (learned: Learned) => object | null
}

/** What the answers of one person's tour have told so far. */
export interface Learned {
  /** Idempotency key of the request: run twice, it is one request. */
  readonly key: string
  readonly requestId?: string
  readonly code?: string
  readonly offers?: readonly Offer[]
  readonly isConfirmed?: true
  /** The link of the photo profile. */
  readonly linkId?: string
}

/** By the person's name. */
export type Progress = Readonly<Record<string, Learned>>

/** Nothing yet. */
export const NEW: Learned = { key: 'playground' }

interface Offer {
  readonly from: string
  readonly to: string
  readonly purpose: string
  readonly notice: { readonly digest: string }
}

/** What the tour reads of an answer; null and absent alike where there is none. */
export interface Answer {
  readonly data?: {
    readonly requestLink?: Payload<{ id: string; state: string; code: string | null }>
    readonly openLink?: Payload<{ id: string; offers: readonly Offer[] }>
    readonly confirmLink?: Payload<object>
    readonly approveLink?: Payload<object>
    readonly viewer?: {
      readonly account?: {
        readonly links?: readonly { readonly id: string; readonly app: string; readonly state: string }[]
      } | null
    } | null
  } | null
}

type Payload<R> = { readonly linkRequest: R | null; readonly errors: readonly { readonly code: string }[] } | null

const ofLink = (more: object = {}): Input => ({
  blank: { linkId: '…' },
  from: ['Tour6Consents', 'the id of the link'],
  fill: ({ linkId }) => (linkId === undefined ? null : { linkId, ...more }),
})

/** In their order. Tabs take their titles from the names of the operations. */
export const STEPS: readonly Step[] = [
  {
    query: request,
    client: 'MESSENGER',
    explains: 'Ask in one app to be linked with a profile of another: the answer has a code.',
    input: { blank: {}, fill: ({ key }) => ({ app: 'PHOTO', idempotencyKey: key }) },
  },
  {
    query: open,
    client: 'PHOTO',
    explains: 'Open the code in the other app: each side sees the other, and you read what is asked of you.',
    input: {
      blank: { code: '…' },
      from: ['Tour1Request', 'the code'],
      fill: ({ code }) => (code === undefined ? null : { code }),
    },
  },
  {
    query: confirm,
    client: 'PHOTO',
    explains: 'Answer every offer, each by itself: change “granted” as you like. Nothing is linked yet.',
    isFresh: true,
    input: { blank: { requestId: '…', choices: [] }, from: ['Tour2Open', 'the offers'], fill: choicesOf },
  },
  {
    query: approve,
    client: 'MESSENGER',
    explains: 'Approve, in the app that asked, what was confirmed in the other: now the two are linked.',
    isFresh: true,
    relinks: true,
    input: {
      blank: { requestId: '…' },
      from: ['Tour3Confirm', 'what you approve'],
      fill: ({ requestId, isConfirmed }) => (requestId !== undefined && isConfirmed ? { requestId } : null),
    },
  },
  {
    query: use,
    client: 'PHOTO',
    explains: 'See what the photo app makes of it: suggestions that say why. Come back here after each step below.',
  },
  {
    query: consents,
    client: 'ACCOUNTS',
    explains: 'Look at what is linked and what you have chosen, with a signed receipt for each choice.',
  },
  {
    query: uses,
    client: 'ACCOUNTS',
    explains: 'Look at what was used, what was withheld, and at the records that nobody can change unseen.',
  },
  {
    query: withdraw,
    client: 'ACCOUNTS',
    explains: 'Withdraw one consent: when the answer is here, nothing flows any more. Run Tour5Use again.',
    input: {
      blank: {},
      fill: () => ({ from: 'MESSENGER', to: 'photo', purpose: 'PERSONALIZE', granted: false }),
    },
  },
  {
    query: pause,
    client: 'ACCOUNTS',
    explains: 'Pause the link: everything between the two apps stops, until you resume it.',
    relinks: true,
    input: ofLink(),
  },
  {
    query: unlink,
    client: 'ACCOUNTS',
    explains:
      'End the link for good. What you said no to stays so for a year; the next tour is better as somebody else.',
    relinks: true,
    input: ofLink({ keepSettings: false }),
  },
]

/** Yes to one and no to the other, so that both can be seen. */
function choicesOf({ requestId, offers }: Learned): object | null {
  if (requestId === undefined || offers === undefined) return null
  const choices = offers.map(({ from, to, purpose, notice }) => ({
    from,
    to,
    purpose,
    granted: purpose === 'PERSONALIZE',
    noticeDigest: notice.digest,
  }))
  return { requestId, choices }
}

/** The step that a document is, whoever changed it otherwise; undefined for other documents. */
export function stepOf(document: string | null | undefined): Step | undefined {
  const name = nameOf(document ?? '')
  return STEPS.find(({ query }) => nameOf(query) === name)
}

/** `Tour1Request`. */
export function nameOf(document: string): string | undefined {
  return /^\s*(?:query|mutation)\s+(\w+)/m.exec(document)?.[1]
}

/** What stands in the editor of variables: filled in, or blank below the sentence that says what to do first. */
export function variablesOf(step: Step, learned: Learned): string {
  if (step.input === undefined) return ''
  const missing = whatIsMissing(step, learned)
  return missing === null ? inJson(step.input.fill(learned)) : `// ${missing}\n${inJson(step.input.blank)}`
}

/** Which step must be run before this one, as a sentence; null where it can be filled in. */
export function whatIsMissing({ input }: Step, learned: Learned): string | null {
  if (input === undefined || input.fill(learned) !== null) return null
  const [name = '', what = ''] = input.from ?? []
  return `First run ${name}: its answer has ${what}.`
}

/** What somebody should know before they run a step; null where there is nothing. */
export function noteOn(step: Step, learned: Learned): string | null {
  const asksNothing = step.query === confirm && learned.offers?.length === 0
  if (asksNothing) return 'Nothing is offered here: minors are not asked, and nobody within a year of saying no.'
  return whatIsMissing(step, learned)
}

/** Why this is not worth sending; null for what can be filled in, and for what somebody wrote there themselves. */
export function whyNotYet(step: Step, learned: Learned, variables: unknown): string | null {
  const isBlank = JSON.stringify(variables) === JSON.stringify({ input: step.input?.blank })
  return isBlank ? whatIsMissing(step, learned) : null
}

const inJson = (input: object | null): string => JSON.stringify({ input }, null, 2)

/** Who takes a step: whoever one is where they have both profiles, else the first who has; signed in where it must be. */
export function sessionAt({ client }: Step, session: Session | null, people: readonly Persona[]): Session | null {
  const able = people.filter(({ tokens }) => tokens.MESSENGER !== undefined && tokens.PHOTO !== undefined)
  const person = able.find(({ name }) => name === session?.person) ?? able[0]
  return person === undefined ? session : { person: person.name, client }
}

/** What is known after an answer. `newKey` makes an idempotency key that was never used. */
export function learn(learned: Learned, { data }: Answer, newKey: () => string): Learned {
  const { requestLink, openLink, confirmLink, approveLink, viewer } = data ?? {}
  const codes = [requestLink, openLink, confirmLink, approveLink].flatMap((payload) => payload?.errors ?? [])
  if (codes.some(({ code }) => ENDED.includes(code))) return { key: newKey() }

  const requested = requestLink?.linkRequest
  if (requested) return afterRequest(learned, requested, newKey)
  const opened = openLink?.linkRequest
  if (opened) return { ...learned, requestId: opened.id, offers: opened.offers }
  if (confirmLink?.linkRequest) return { ...learned, isConfirmed: true }
  // The next request is another one.
  if (approveLink?.linkRequest) return { ...learned, key: newKey() }
  const linkId = viewer?.account?.links?.find(({ app, state }) => app === 'PHOTO' && state !== 'UNLINKED')?.id
  return linkId === undefined ? learned : { ...learned, linkId }
}

/** The request is over: what was learned of it leads nowhere. */
const ENDED = ['LINK_REQUEST_EXPIRED', 'LINK_REQUEST_NOT_FOUND']

function afterRequest(
  learned: Learned,
  { id, state, code }: { id: string; state: string; code: string | null },
  newKey: () => string,
): Learned {
  if (state === 'APPROVED' || state === 'REJECTED') return { key: newKey() }
  if (code === null || id === learned.requestId) return learned
  return { key: learned.key, requestId: id, code }
}
