import type { AccountRow, RequestRow } from '../../../subgraphs/accounts/rows.ts'
import type { ConsentRecord } from '../../../subgraphs/accounts/rules/consentFold.ts'
import type { ModelAccount, ModelRequest, Word } from './world.ts'

// What a stored document says, in the model's words.

export function seenRequest({ request, code }: RequestRow): ModelRequest {
  const { state, from, app, requester, expiresAt } = request
  const bound: Partial<ModelRequest> =
    'opener' in request && request.opener !== undefined
      ? {
          opener: request.opener,
          account: request.accountId ?? '',
          member: request.member?.linkId ?? null,
          offers: [...(request.offers ?? [])].sort(),
          carried: Object.fromEntries((request.carried ?? []).map((no) => [keyOf(no), no.since ?? 0])),
        }
      : {}
  const choices =
    'choices' in request && request.choices !== undefined
      ? { choices: Object.fromEntries(request.choices.map(({ flow, granted }) => [flow, granted])) }
      : {}
  const approved = 'approvedAt' in request ? { approvedAt: request.approvedAt } : {}
  return { state, from, app, requester, code, until: expiresAt, ...bound, ...choices, ...approved }
}

export function seenAccount({ closedAt, links, consents, features, built }: AccountRow): ModelAccount {
  return {
    closedAt,
    links: Object.fromEntries(
      Object.entries(links).map(([id, { app, profile, state, unlinkedAt, visible, ageBand }]) => [
        id,
        { app, profile, state, endedAt: unlinkedAt, visible, band: ageBand },
      ]),
    ),
    words: Object.fromEntries(
      Object.entries(consents).flatMap(([flow, consent]) => {
        const word = wordOf(consent)
        return word === null ? [] : [[flow, word]]
      }),
    ),
    features: Object.fromEntries(
      Object.entries(features).flatMap(([key, { enabled }]) => (enabled ? [[key, true as const]] : [])),
    ),
    built,
  }
}

function wordOf({ state, since, choice }: ConsentRecord): Word | null {
  switch (state) {
    case 'GRANTED':
      return { said: 'yes', at: choice?.at ?? 0 }
    case 'PAUSED':
      return { said: 'held', at: choice?.at ?? 0 }
    case 'REFUSED':
    case 'WITHDRAWN':
      return { said: 'no', at: since ?? 0 }
    default:
      return null
  }
}

function keyOf({ from, to, purpose }: ConsentRecord): string {
  return `${from}>${to}>${purpose}`
}
