import type { ExecutionResult } from 'graphql'
import { APPS, type App, type ProvedProfile } from '../../../subgraphs/runtime/identity/identity.ts'
import type { Json } from '../../support/subgraphTester.ts'
import { type Reach, type Target, Violation } from './acts.ts'
import type { Chosen, Client } from './moves.ts'
import type { Person, Profiles } from './people.ts'
import type { Request } from './stage.ts'

// What clients send, and what they make of the answers.

export interface Requests {
  share(by: Client, statusId: string, shared: Shared): Request
  edit(by: Client, crosspostId: string, text: string, key: string): Request
  onCrosspost(by: Client, mutation: 'retractCrosspost' | 'retryCrosspost', crosspostId: string): Request
  onLink(mutation: 'pauseLink' | 'resumeLink' | 'unlink', linkId: string): Request
  switch(target: Target, enabled: boolean): Request
  /** In an app, by its own client. */
  inApp(app: App, mutation: string, input: object, selection?: string): Request
  /** A step of a ceremony, in the session of this app. */
  linking(app: App, mutation: string, type: string, input: object): Request
}

export interface Shared {
  readonly targets: readonly Chosen[]
  readonly text: string
  readonly key: string
}

const LINK_REQUEST = 'linkRequest { id code offers { from to purpose notice { digest } } }'

/** Of one person. `now`: the wall clock, in milliseconds. */
export function createRequests(profiles: Profiles[Person], now: () => number): Requests {
  const prove = (app: App): ProvedProfile => ({ app, id: profiles[app], authTime: Math.floor(now() / 1000) })
  const session = (client: App | 'ACCOUNTS') => ({
    client,
    profiles: client === 'ACCOUNTS' ? APPS.map(prove) : [prove(client)],
  })
  const mutation = (name: string, input: object, identity: Request['identity'], type: string, selection = '') => ({
    query: `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} errors { code path } } }`,
    variables: { input },
    identity,
  })
  const contentOf = (text: string) => ({ content: { text } })

  return {
    share(by, statusId, { targets, text, key }) {
      const named = targets.map(({ target, reach }) => ({ app: target, audience: audienceOf(target, reach) }))
      const input = { statusId, targets: named, ...contentOf(text), idempotencyKey: key }
      return mutation('crosspostStatus', input, session(by), 'CrosspostStatusInput', 'crosspost { id }')
    },
    edit(by, crosspostId, text, key) {
      const input = { crosspostId, ...contentOf(text), idempotencyKey: key }
      return mutation('updateCrosspost', input, session(by), 'UpdateCrosspostInput')
    },
    onCrosspost: (by, name, crosspostId) => mutation(name, { crosspostId }, session(by), 'CrosspostInput'),
    onLink: (name, linkId) =>
      mutation(name, { linkId }, session('ACCOUNTS'), name === 'unlink' ? 'UnlinkInput' : 'LinkInput'),
    switch(target, enabled) {
      const input = { feature: 'CROSSPOST', from: 'MESSENGER', to: target.toLowerCase(), enabled }
      return mutation('setFeature', input, session('ACCOUNTS'), 'SetFeatureInput')
    },
    inApp(app, name, input, selection) {
      const identity = { viewer: profiles[app], client: app, authTime: Math.floor(now() / 1000) }
      return mutation(name, input, identity, `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, selection)
    },
    linking: (app, name, type, input) => mutation(name, input, session(app), type, LINK_REQUEST),
  }
}

function audienceOf(target: Target, reach: Reach): string {
  if (reach === 'EVERYONE') return reach
  return target === 'PHOTO' ? 'FOLLOWERS' : 'FRIENDS'
}

/** Somebody was away who would have had to answer: whoever asked may ask again. */
const AWAY = ['SUBGRAPH_UNREACHABLE', 'SUBGRAPH_TIMEOUT']

/** The payload of the one mutation; null when somebody was away. Throws a `Violation` for any other fault. */
export function payloadOf({ data, errors }: ExecutionResult): Json {
  const codes = (errors ?? []).map(({ extensions }) => extensions['code'] as string)
  if (codes.some((code) => !AWAY.includes(code))) {
    throw new Violation(`A client was answered with a fault: ${JSON.stringify(errors)}`)
  }
  if (codes.length > 0) return null
  const [payload]: Json[] = Object.values(JSON.parse(JSON.stringify(data)) as object)
  return payload
}
