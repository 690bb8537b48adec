import { openOwnId } from '../ownIds.ts'
import { emptyConnection, pageArguments } from '../../runtime/connections/connections.ts'
import { APPS } from '../../runtime/identity/identity.ts'
import type { Context } from '../context.ts'
import { TARGET_APPS } from '../crossposts/audiences.ts'
import type { AccountResolvers, FeatureSettingResolvers } from '../generated/types.ts'
import { signHead } from '../ledger/head.ts'
import type { AccountRow } from '../rows.ts'
import { isLive, liveLinkIn } from '../rules/account.ts'
import { featureKey, unavailableBecause } from '../rules/choices.ts'
import type { Feature } from '../rules/decide.ts'
import { isOwn } from '../session.ts'
import { recipientOf } from './Consent.ts'
import { crosspostsOf } from './Crosspost.ts'
import { dataUsesOf } from './dataUses.ts'
import { iso, isoOrNull } from './iso.ts'
import { ledgerOf } from './ledger.ts'

const FEATURES: readonly Feature[] = ['SIGN_ON', 'SYNC_SETTINGS', 'CROSSPOST', 'AVATARS']

export const Account: AccountResolvers = {
  async __resolveReference({ id }, context) {
    const [local] = openOwnId(context.ids, id, 'Account')
    const [account] = local === undefined ? [] : await context.load.center.store.accounts.getMany([local])
    return account && isOwn(account, context) ? account : null
  },

  id: ({ _id }, _args, { ids }) => ids.seal('Account', _id),
  closedAt: ({ closedAt }) => isoOrNull(closedAt),

  links: (account) =>
    Object.entries(account.links)
      .sort(([, a], [, b]) => a.order - b.order)
      .map(([id, link]) => ({ account, id, link })),

  consents(account, { from, to, purpose }, { load }) {
    const names = namesOf(account, load.center)
    const flows = load.center.catalogue.flows.filter(
      (flow) => (names.has(flow.from) && names.has(flow.to)) || account.consents[flow.key] !== undefined,
    )
    return flows
      .filter((flow) => (from ?? flow.fromApp) === flow.fromApp && (to ?? flow.to) === flow.to)
      .filter((flow) => (purpose ?? flow.purpose) === flow.purpose)
      .map((flow) => ({ account, flow }))
  },

  features(account, _args, { load }) {
    const names = [...namesOf(account, load.center)]
    const pairs = names.flatMap((from) => names.filter((to) => to !== from).map((to) => ({ from, to })))
    return FEATURES.flatMap((feature) => pairs.map((pair) => ({ account, direction: { feature, ...pair } })))
  },

  // What later versions bring: nobody has any of it yet.
  settings: () => [],
  sessions: () => null,
  avatars: ({ _id }, args, context) => nothing('avatars', _id, args, context),

  autoCrossposts: ({ autoCrossposts }) =>
    TARGET_APPS.flatMap((app) => (autoCrossposts[app] === undefined ? [] : [{ app, ...autoCrossposts[app] }])),
  crossposts: crosspostsOf,

  ledger: ledgerOf,
  dataUses: dataUsesOf,

  async ledgerHead({ _id, ledger: { size, head } }, _args, { ids, now, load }) {
    if (size === 0) return null
    const claims = { account: ids.seal('Account', _id), size, head, signedAt: iso(now) }
    return signHead(claims, load.center.signingKey)
  },
}

export const FeatureSetting: FeatureSettingResolvers = {
  feature: ({ direction }) => direction.feature,
  from: ({ direction }, _args, { load }) => {
    const app = load.center.catalogue.appOf(direction.from)
    if (app === null) throw new Error(`${direction.from} must be an app, but is not`)
    return app
  },
  to: ({ direction }) => direction.to,
  recipient: ({ direction }, _args, { load }) => recipientOf(direction.to, load.center.catalogue),
  available: ({ direction }) => unavailableBecause(direction) === null,
  unavailableBecause: ({ direction }) => unavailableBecause(direction),
  enabled: ({ account, direction }) => account.features[featureKey(direction)]?.enabled ?? false,
  since: ({ account, direction }) => isoOrNull(account.features[featureKey(direction)]?.since ?? null),
}

/** The subgraphs of the account's apps: those that are linked, or, in a closed account, were. */
function namesOf(account: AccountRow, { catalogue }: Context['load']['center']): ReadonlySet<string> {
  const links = Object.values(account.links)
  const apps = APPS.filter((app) =>
    account.closedAt === null
      ? liveLinkIn(account, app) !== null
      : links.some((link) => link.app === app && !isLive(link)),
  )
  return new Set(apps.map(catalogue.nameOf))
}

function nothing(field: string, account: string, args: object, { ids }: Context) {
  pageArguments(args, { ids, scope: `${field}:${account}` })
  return emptyConnection()
}
