import type { ConsentScope, RequestScope } from '../engine.ts'
import type { Exchange } from '../exchange.ts'
import { ACCOUNTS } from './claims.ts'
import type { GatewayOptions } from '../options.ts'
import type { Caller } from './caller.ts'
import type { IdentityFor } from './identityFor.ts'

/** What the engine needs to know of one request: whom it tells what, and until when. */
export type ScopeFor = (exchange: Exchange, caller: Caller, deadline: number) => RequestScope

/** Throws a `TypeError` where a subgraph that is told who asks (R0) would get the client's own headers as well. */
export function createScopeFor({ identity, passOn = {} }: GatewayOptions, identityFor: IdentityFor): ScopeFor {
  const registered = (identity?.subgraphs ?? []).map(({ name }) => name)
  const wrong = Object.keys(passOn).find((subgraph) => registered.includes(subgraph))
  if (wrong !== undefined) {
    throw new TypeError(`passOn must not name a registered subgraph, but names: ${wrong}. It is told who asks already.`)
  }

  return (exchange, caller, deadline) => ({
    identityFor: (subgraph, timeoutMs) => identityFor(caller, subgraph, timeoutMs),
    headersFor: (subgraph) => {
      const names = (passOn[subgraph] ?? []).map((name) => name.toLowerCase())
      return Object.fromEntries(
        names.flatMap((name) => valueOf(exchange.request.headers[name]).map((value) => [name, value])),
      )
    },
    requestId: exchange.requestId,
    signal: exchange.signal,
    deadline,
    consent: consentOf(exchange, caller),
  })
}

/** Notes go to those who ask for them, about their own profiles; why something was withheld to the accounts center. */
function consentOf(exchange: Exchange, { client, profiles }: Caller): ConsentScope {
  const isAsked = exchange.request.headers['concord-consent-notes'] === '1'
  return {
    ...(isAsked && { notesFor: new Set(profiles.map(({ id }) => id)), withReasons: client === ACCOUNTS }),
    holdsUses: () => (exchange.holdsUses = true),
  }
}

function valueOf(header: string | readonly string[] | undefined): string[] {
  return header === undefined ? [] : [typeof header === 'string' ? header : header.join(', ')]
}
