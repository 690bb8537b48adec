import { openOwnId } from '../ownIds.ts'
import type { Context } from '../context.ts'
import type { LinkRequestResolvers } from '../generated/types.ts'
import type { RequestRow } from '../rows.ts'
import { flowKey } from '../rules/catalogue.ts'
import { isOver } from '../rules/linkRequest.ts'
import { seesLinkRequests } from '../rules/whatViewerSees.ts'
import { iso } from './iso.ts'
import { profileReference } from './profileReference.ts'

/** Requests are seen by their two sides, each in its own app or in the accounts center, until they expire. */
export function seesRequest({ parties, request }: RequestRow, { client, profiles, now }: Context): boolean {
  return seesLinkRequests(client) && !isOver(request, now) && profiles.some(({ id }) => parties.includes(id))
}

export const LinkRequest: LinkRequestResolvers = {
  async __resolveReference({ id }, context) {
    const [local] = openOwnId(context.ids, id, 'LinkRequest')
    const [row] = local === undefined ? [] : await context.load.center.store.requests.getMany([local])
    return row && seesRequest(row, context) ? row : null
  },

  id: ({ _id }, _args, { ids }) => ids.seal('LinkRequest', _id),
  requestedFrom: ({ request }) => request.from,
  app: ({ request }) => request.app,
  state: ({ request }) => request.state,
  expiresAt: ({ request }) => iso(request.expiresAt),

  // Shown in the session of the app that asked, and nowhere else.
  code: ({ request }, _args, { client, profiles }) =>
    request.state === 'REQUESTED' && client === request.from && profiles.some(({ id }) => id === request.requester)
      ? request.code
      : null,

  // The opener takes part from OPENED on, and sees nothing of a request before.
  requestedBy: ({ request }) => profileReference(request.from, request.requester),
  openedBy: ({ request }) =>
    'opener' in request && request.opener !== undefined ? profileReference(request.app, request.opener) : null,

  offers({ request }, _args, { load }) {
    const keys = 'offers' in request ? (request.offers ?? []) : []
    const flows = keys.map((key) => load.center.catalogue.flow(key))
    return flows.flatMap((flow) => (flow === null ? [] : [flow]))
  },

  choices({ request }, _args, { load }) {
    if (!('choices' in request) || request.choices === undefined) return null
    const chosen = new Map(request.choices.map(({ flow, granted }) => [flow, granted]))
    return load.center.catalogue.flows.flatMap((flow) => {
      const granted = chosen.get(flowKey(flow))
      return granted === undefined ? [] : [{ from: flow.fromApp, to: flow.to, purpose: flow.purpose, granted }]
    })
  },
}
