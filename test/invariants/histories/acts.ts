import type { App } from '../../../subgraphs/runtime/identity/identity.ts'

/** What is wrong, in a sentence that names the rule. */
export class Violation extends Error {}

/** A profile that the session has proved. */
export interface Proof {
  readonly app: App
  /** The sealed id. */
  readonly id: string
  readonly authTime: number
  /** Signed in at most five minutes before the act. */
  readonly fresh: boolean
}

/** What somebody asked of accounts, with the ids that the store knows (not sealed), and when it arrived. */
export type Act = Asked &
  (
    | { readonly do: 'requestLink'; readonly app: App; readonly key: string; readonly made?: string }
    | { readonly do: 'openLink'; readonly code: string }
    | { readonly do: 'confirmLink'; readonly request: string; readonly choices: readonly Choice[] }
    | { readonly do: 'approveLink' | 'rejectLink'; readonly request: string }
    | { readonly do: 'pauseLink' | 'resumeLink' | 'unlink'; readonly account: string; readonly link: string }
    | { readonly do: 'setLinkVisibility'; readonly account: string; readonly link: string; readonly visible: boolean }
    | { readonly do: 'setConsent'; readonly flow: string; readonly granted: boolean; readonly shown: boolean }
    | { readonly do: 'setFeature'; readonly feature: string; readonly enabled: boolean }
    | { readonly do: 'roads'; readonly app: 'PHOTO' | 'SOCIAL'; readonly gpc: boolean }
    | { readonly do: 'center' }
    | { readonly do: 'look'; readonly of: { readonly app: App; readonly id: string } }
  )

/** `shown`: with the digest of the notice as it is. */
export interface Choice {
  readonly flow: string
  readonly yes: boolean
  readonly shown: boolean
}

interface Asked {
  readonly client: App | 'ACCOUNTS'
  readonly by: readonly [Proof, ...Proof[]]
  /** By the wall clock of the process that was asked. */
  readonly at: number
  /** What the apps vouch. */
  readonly bandOf: (profile: string) => string
  /** The code or the account's id that the system drew, once it is seen. */
  readonly fresh?: string
}

/** What came back: the code of a refusal, or null and whatever the act is after. */
export interface Answer {
  readonly code: string | null
  /** The local id of the request that a payload shows. */
  readonly request?: string
  /** Roads by flow: null, or the grant. */
  readonly roads?: Readonly<Record<string, string | null>>
  /** What the center or a stranger was shown. */
  readonly shown?: unknown
}

/** One act on its way through a process. */
export interface Run {
  readonly number: number
  readonly act: Act
  readonly process: number
  /** How many worlds there were when it began. */
  readonly from: number
  /** Milliseconds since it arrived. */
  readonly elapsed: () => number
  /** Store calls when it began, and when it was answered. */
  readonly began: number
  ended: number
  /** How many changes of links, consents and requests were its own. */
  steps: number
  /** Store calls so far at which it last wrote each account, whether that changed anything or not. */
  readonly wrote: Map<string, number>
  /** Its guarded writes of an account that were lost to another. */
  lost: number
  /** By its process's wall clock: when it went to read an account, the last time. */
  readAt: number
  /** `LOST`: its process died, so that it may have happened or not, and nobody will ever hear of it. */
  answer: Answer | 'LOST' | null
}
