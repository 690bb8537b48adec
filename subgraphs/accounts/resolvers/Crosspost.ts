import { type ConnectionArguments, pageArguments, positionBy } from '../../runtime/connections/connections.ts'
import { shownConnection } from '../../runtime/connections/shownConnection.ts'
import type { Context } from '../context.ts'
import type { TargetApp } from '../crossposts/audiences.ts'
import { isAuthor, ownCrosspost } from '../crossposts/author.ts'
import { type CrosspostRow, isExpired } from '../crossposts/rows.ts'
import { attemptsOf, crosspostState, deliveryState } from '../crossposts/states.ts'
import type { CrosspostDeliveryResolvers, CrosspostResolvers } from '../generated/types.ts'
import type { AccountRow } from '../rows.ts'
import { iso } from './iso.ts'

export const Crosspost: CrosspostResolvers = {
  // By the header alone: whose it is stands in it.
  __resolveReference: ({ id }, context) => ownCrosspost(id, context),

  id: ({ _id }, _args, { ids }) => ids.seal('Crosspost', _id),
  status: ({ status, ended, expiresAt }, _args, { now }) =>
    status === null || ended || isExpired({ expiresAt }, now) ? null : { id: status },
  state: (row, _args, { now }) => crosspostState(row, now),
  deliveries: (row) => row.deliveries.map((delivery) => ({ row, delivery })),
  expiresAt: ({ expiresAt }) => iso(expiresAt),
}

const STORY_TYPES = { PHOTO: 'PhotoStory', SOCIAL: 'SocialStory' } as const satisfies Record<TargetApp, string>

export const CrosspostDelivery: CrosspostDeliveryResolvers = {
  app: ({ delivery }) => delivery.app,
  audience: ({ delivery }) => delivery.audience,
  state: ({ row, delivery }, _args, { now }) => deliveryState(delivery, row, now),

  // The app shows it by its own rules, to whoever asks.
  story: ({ row, delivery }, _args, { now }) =>
    delivery.story === null || deliveryState(delivery, row, now) !== 'LIVE'
      ? null
      : { __typename: STORY_TYPES[delivery.app], id: delivery.story },

  attempts: ({ row, delivery }) => attemptsOf(delivery, row),
  failure: ({ delivery }) => delivery.failure,
}

/** `Account.crossposts`, newest first: those whose author is proved in this session. */
export async function crosspostsOf({ _id }: AccountRow, args: ConnectionArguments, context: Context) {
  const scope = { ids: context.ids, scope: `crossposts:${_id}` }
  const { crossposts } = context.load.center.store
  return shownConnection<CrosspostRow, CrosspostRow>({
    ...scope,
    request: pageArguments(args, scope),
    read: (request) => crossposts.page('byAccount', { account: _id }, request),
    position: positionBy('createdAt'),
    node: (row) => Promise.resolve(isAuthor(row, context) ? row : null),
  })
}
