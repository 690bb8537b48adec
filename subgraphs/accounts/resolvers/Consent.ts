import { openOwnId } from '../ownIds.ts'
import type { ConsentOfferResolvers, ConsentResolvers, RecipientResolvers } from '../generated/types.ts'
import { signReceipt } from '../receipts.ts'
import { consentIn, liveLinkIn, snapshotOf } from '../rules/account.ts'
import { type RecipientRow, wordingIn } from '../rules/catalogue.ts'
import { mayAskAgainAt } from '../rules/consentFold.ts'
import { decide } from '../rules/decide.ts'
import { isOwn } from '../session.ts'
import { allEvents } from '../store.ts'
import type { ConsentView } from '../views.ts'
import { iso, isoOrNull } from './iso.ts'

const NAMES = { MESSENGER: 'Messenger', PHOTO: 'Photo', SOCIAL: 'Social' } as const

export const Recipient: RecipientResolvers = {
  id: ({ name }) => name,
  name: ({ name, app }) => (app === undefined ? name : NAMES[app]),
  app: ({ app }) => app ?? null,
  owner: ({ owner }) => owner,
  contact: ({ contact }) => contact,
}

export const ConsentOffer: ConsentOfferResolvers = {
  from: ({ fromApp }) => fromApp,
  to: ({ to }) => to,
  recipient: ({ to }, _args, { load }) => recipientOf(to, load.center.catalogue),
  purpose: ({ purpose }) => purpose,
  notice: (flow, { language }) => wordingIn(flow, language),
  withoutIt: (flow, { language }) => wordingIn(flow, language).withoutIt,
}

export const Consent: ConsentResolvers = {
  async __resolveReference({ id }, context) {
    const [accountId, key] = openOwnId(context.ids, id, 'Consent')
    const flow = key === undefined ? null : context.load.center.catalogue.flow(key)
    if (accountId === undefined || flow === null) return null
    const [account] = await context.load.center.store.accounts.getMany([accountId])
    return account && isOwn(account, context) ? { account, flow } : null
  },

  id: ({ account, flow }, _args, { ids }) => ids.seal('Consent', `${account._id}:${flow.key}`),
  from: ({ flow }) => flow.fromApp,
  to: ({ flow }) => flow.to,
  purpose: ({ flow }) => flow.purpose,
  recipient: ({ flow }, _args, { load }) => recipientOf(flow.to, load.center.catalogue),
  state: (view, _args, { now }) => shownState(view, now),

  granted({ account, flow }, _args, { now, load }) {
    const profile = liveLinkIn(account, flow.toApp)?.profile ?? ''
    return decide(flow, { profile }, snapshotOf(account, load.center.catalogue), false, now).allow
  },

  since: ({ account, flow }) => isoOrNull(consentIn(account, flow).since),
  mayAskAgainAt: ({ account, flow }, _args, { now }) => isoOrNull(mayAskAgainAt(consentIn(account, flow), now)),
  notice: ({ flow }, { language }) => wordingIn(flow, language),
  withoutIt: ({ flow }, { language }) => wordingIn(flow, language).withoutIt,

  async receipt({ account, flow }, _args, { ids, load }) {
    const consent = consentIn(account, flow)
    if (consent.choice === null) return null
    return signReceipt(ids.seal('Account', account._id), consent, consent.choice, load.center.signingKey)
  },

  async events({ account, flow }, _args, { load }) {
    const events = await allEvents(load.center.store, account)
    return events
      .filter((event) => event.flow === flow.key)
      .map(({ kind, at, noticeVersion }) => ({ kind, at: iso(at), noticeVersion }))
  },
}

/** What time and a new notice have made of the fold: `decide` denies both. */
function shownState({ account, flow }: ConsentView, now: number) {
  const { state, until, digest } = consentIn(account, flow)
  if (state !== 'GRANTED') return state
  if (until !== null && until <= now) return 'EXPIRED'
  return digest === flow.digest ? state : 'SUPERSEDED'
}

export function recipientOf(name: string, { recipients }: { readonly recipients: ReadonlyMap<string, RecipientRow> }) {
  const recipient = recipients.get(name)
  if (recipient === undefined) throw new Error(`subgraphs.yaml must register ${name}, but does not`)
  return recipient
}
