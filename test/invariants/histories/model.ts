import type { App } from '../../../subgraphs/runtime/identity/identity.ts'
import { linkIdOf } from '../../../subgraphs/accounts/rules/joinAccount.ts'
import { DELTA } from '../../../subgraphs/runtime/grants/constants.ts'
import type { Act } from './acts.ts'
import {
  accountOf,
  accountOfSession,
  accountsOfSession,
  active,
  adult,
  appsOf,
  FLOWS,
  isAdult,
  isLive,
  linkIn,
  live,
  type ModelAccount,
  type ModelLink,
  type ModelRequest,
  type Word,
  type World,
  YEAR,
} from './world.ts'

// The reference model: what consent.md and identity.md say of links and consents. Worlds are never changed.

/** Why an act is refused in this world, or the world after it: the same object where everything is so already. */
export function judge(world: World, act: Act): string | World {
  switch (act.do) {
    case 'requestLink': {
      const me = act.by[0]
      const mine = accountOf(world, me.id)?.[1]
      if (me.app === act.app) return 'LINK_SAME_APP'
      if (mine !== undefined && linkIn(mine, act.app) !== undefined) return 'LINK_ALREADY_ACTIVE'
      const made = act.made === undefined ? undefined : world.requests[act.made]
      if (made !== undefined) return act.at >= made.until ? 'LINK_REQUEST_EXPIRED' : world
      const request = { from: me.app, app: act.app, requester: me.id, code: act.fresh ?? '', until: act.at + 600_000 }
      return withRequest(world, act.made ?? '', { ...request, state: 'REQUESTED' })
    }
    case 'openLink': {
      const found = Object.entries(world.requests).find(([, { code }]) => code === act.code)
      const [id, request] = found ?? []
      const bound = request?.opener
      if (id === undefined || request?.app !== act.by[0].app) return 'LINK_CODE_WRONG'
      if (bound !== undefined && bound !== act.by[0].id) return 'LINK_CODE_WRONG'
      if (act.at >= request.until) return 'LINK_REQUEST_EXPIRED'
      if (request.state === 'OPENED' || request.state === 'CONFIRMED') return world
      return request.state === 'REQUESTED' ? opened(world, id, request, act) : 'LINK_WRONG_STATE'
    }
    case 'confirmLink': {
      const request = world.requests[act.request]
      if (request === undefined || request.opener !== act.by[0].id) return 'LINK_REQUEST_NOT_FOUND'
      if (act.at >= request.until) return 'LINK_REQUEST_EXPIRED'
      if (!act.by[0].fresh) return 'LINK_SESSION_STALE'
      if (request.state === 'CONFIRMED') return 'LINK_ALREADY_CONFIRMED'
      if (request.state !== 'OPENED') return 'LINK_WRONG_STATE'
      const keys = act.choices.map(({ flow }) => flow)
      if (keys.some((key) => !request.offers?.includes(key))) return 'LINK_FLOW_NOT_OFFERED'
      if (new Set(keys).size !== keys.length) return 'LINK_CHOICES_INCOMPLETE'
      if (keys.length !== request.offers?.length) return 'LINK_CHOICES_INCOMPLETE'
      if (act.choices.some(({ shown }) => !shown)) return 'LINK_NOTICE_OUTDATED'
      const choices = Object.fromEntries(act.choices.map(({ flow, yes }) => [flow, yes]))
      return withRequest(world, act.request, { ...request, state: 'CONFIRMED', choices })
    }
    case 'approveLink': {
      const request = world.requests[act.request]
      if (request === undefined || request.requester !== act.by[0].id) return 'LINK_REQUEST_NOT_FOUND'
      if (act.at >= request.until) return 'LINK_REQUEST_EXPIRED'
      if (!act.by[0].fresh) return 'LINK_SESSION_STALE'
      if (request.state !== 'CONFIRMED') return 'LINK_WRONG_STATE'
      return withRequest(world, act.request, { ...request, state: 'APPROVED', approvedAt: act.at })
    }
    case 'rejectLink': {
      const request = world.requests[act.request]
      const isParty = request?.requester === act.by[0].id || request?.opener === act.by[0].id
      if (request === undefined || !isParty) return 'LINK_REQUEST_NOT_FOUND'
      if (act.at >= request.until) return 'LINK_REQUEST_EXPIRED'
      if (['APPROVED', 'REJECTED', 'EXPIRED'].includes(request.state)) return 'LINK_WRONG_STATE'
      return withRequest(world, act.request, { ...request, state: 'REJECTED' })
    }
    case 'pauseLink':
    case 'resumeLink':
    case 'unlink':
    case 'setLinkVisibility':
      return linkChanged(world, act)
    case 'setConsent': {
      if (!act.granted) return withdrawn(world, act)
      const [id, account] = accountOfSession(world, act) ?? []
      if (id === undefined || account === undefined) return 'CONSENT_NO_ACCOUNT'
      if (!FLOWS.includes(act.flow)) return 'CONSENT_FLOW_NOT_OFFERED'
      if (!active(account, appsOf(act.flow))) return 'CONSENT_LINK_NOT_ACTIVE'
      if (!isAdult(account)) return 'CONSENT_FLOW_NOT_OFFERED'
      if (!act.shown) return 'CONSENT_NOTICE_OUTDATED'
      if (account.words[act.flow]?.said === 'yes') return world
      return withAccount(world, id, { ...account, words: { ...account.words, [act.flow]: yes(act.at) } })
    }
    case 'setFeature': {
      if (!act.enabled) return switchedOff(world, act)
      const [id, account] = accountOfSession(world, act) ?? []
      const { [act.feature]: on, ...others } = account?.features ?? {}
      const apps = appsOf(act.feature, 1)
      if (id === undefined || account === undefined) return 'CONSENT_NO_ACCOUNT'
      if (!active(account, apps)) return 'CONSENT_LINK_NOT_ACTIVE'
      if (apps[0] === apps[1] || /^CROSSPOST>(?!messenger)/.test(act.feature)) return 'CONSENT_FEATURE_UNAVAILABLE'
      return on ? world : withAccount(world, id, { ...account, features: { ...others, [act.feature]: true } })
    }
    default:
      return world
  }
}

function opened(world: World, id: string, request: ModelRequest, act: Act & { do: 'openLink' }): string | World {
  const opener = act.by[0].id
  const [of, other] = [accountOf(world, request.requester), accountOf(world, opener)]
  if (of !== undefined && other !== undefined) return 'LINK_BOTH_HAVE_ACCOUNTS'
  const [account = act.fresh ?? '', there] = of ?? other ?? []
  if (there !== undefined && linkIn(there, of === undefined ? request.from : request.app)) return 'LINK_APP_TAKEN'
  const member =
    there === undefined ? null : (linkIn(there, of === undefined ? request.app : request.from)?.[0] ?? null)
  const carried = noesOf(world, [request.requester, opener], act.at)
  const bands = [act.bandOf(request.requester), act.bandOf(opener)]
  const all = there === undefined ? bands : [...bands, ...live(there).map(([, { band }]) => band)]
  const between = FLOWS.filter((flow) => appsOf(flow).every((app) => app === request.from || app === request.app))
  const offers = adult(all) ? between.filter((flow) => carried[flow] === undefined).sort() : []
  return withRequest(world, id, { ...request, state: 'OPENED', opener, account, member, offers, carried })
}

/** The newest no of the last 365 days to each flow, in all accounts that these profiles are or were in. */
function noesOf({ accounts }: World, profiles: readonly string[], now: number): Record<string, number> {
  const noes: Record<string, number> = {}
  for (const { links, words } of Object.values(accounts)) {
    if (!Object.values(links).some(({ profile }) => profiles.includes(profile))) continue
    for (const [flow, { said, at }] of Object.entries(words))
      if (said === 'no' && at + YEAR > now) noes[flow] = Math.max(at, noes[flow] ?? 0)
  }
  return noes
}

function linkChanged(world: World, act: Act & { do: 'pauseLink' | 'resumeLink' | 'unlink' | 'setLinkVisibility' }) {
  const account = world.accounts[act.account]
  const link = account?.links[act.link]
  if (account === undefined || link === undefined || !isOwn(account, act)) return 'LINK_NOT_FOUND'
  const set = (change: Partial<ModelLink>) => ({ ...account.links, [act.link]: { ...link, ...change } })
  const save = (next: ModelAccount) => withAccount(world, act.account, next)
  if (act.do === 'unlink') return isLive(link) ? save(unlinked(account, act.link, act.at)) : world
  if (!isLive(link)) return 'LINK_NOT_FOUND'
  switch (act.do) {
    case 'setLinkVisibility':
      return link.visible === act.visible ? world : save({ ...account, links: set({ visible: act.visible }) })
    case 'pauseLink': {
      const hold = (word: Word, flow: string): Word =>
        word.said === 'yes' && appsOf(flow).includes(link.app) ? { ...word, said: 'held' } : word
      const paused = { ...account, links: set({ state: 'PAUSED' }), words: mapped(account.words, hold) }
      return link.state === 'PAUSED' ? world : save(paused)
    }
    case 'resumeLink': {
      if (!act.by.some(({ id, fresh }) => id === link.profile && fresh)) return 'LINK_SESSION_STALE'
      const resumed = { ...account, links: set({ state: 'ACTIVE' }) }
      const release = (word: Word, flow: string): Word =>
        word.said === 'held' && active(resumed, appsOf(flow)) ? { ...word, said: 'yes' } : word
      return link.state === 'ACTIVE' ? world : save({ ...resumed, words: mapped(account.words, release) })
    }
  }
}

/** Never refused. A session of people of two accounts takes back in both. */
function withdrawn(world: World, act: Act & { do: 'setConsent' }): World {
  return accountsOfSession(world, act).flatMap(([id]) => withNo(world, id, act))[0] ?? world
}

/** The world in which this account has heard the no; none where it has already. */
export function withNo(world: World, id: string, { flow, at }: Act & { do: 'setConsent' }): World[] {
  const account = world.accounts[id]
  if (account === undefined || account.words[flow]?.said === 'no' || !FLOWS.includes(flow)) return []
  return [withAccount(world, id, { ...account, words: { ...account.words, [flow]: no(at) } })]
}

function switchedOff(world: World, act: Act & { do: 'setFeature' }): World {
  const [id, account] = accountsOfSession(world, act).find(([, { features }]) => features[act.feature]) ?? []
  if (id === undefined || account === undefined) return world
  return withAccount(world, id, { ...account, features: kept(account.features, (key) => key !== act.feature) })
}

/** In a closed account: who was in it when it ended. */
function isOwn(account: ModelAccount, { by }: Act): boolean {
  const mine = Object.values(account.links).filter(({ profile }) => by.some(({ id }) => id === profile))
  return account.closedAt === null ? mine.some(isLive) : mine.some(({ endedAt }) => endedAt === account.closedAt)
}

/** A yes ends with a link of its two, a no outlives it; fewer than two links end with the account. */
function unlinked(account: ModelAccount, id: string, at: number): ModelAccount {
  const closes = live(account).length <= 2
  const end = (link: ModelLink, key: string): ModelLink =>
    isLive(link) && (closes || key === id) ? { ...link, state: 'UNLINKED', endedAt: at } : link
  const links = mapped(account.links, end)
  const gone = Object.keys(links).flatMap((key) => (links[key] === account.links[key] ? [] : [links[key]?.app]))
  const stays = (apps: readonly App[]) => !apps.some((app) => gone.includes(app))
  const words = kept(account.words, (flow, { said }) => said === 'no' || stays(appsOf(flow)))
  const features = kept(account.features, (feature) => stays(appsOf(feature, 1)))
  return { ...account, links, words, features, closedAt: closes ? at : null }
}

/** What anybody may do for anybody: build what was approved, refuse to where there is no room, end what is over. */
export function internalSteps(world: World, requestId: string, act: Pick<Act, 'at' | 'bandOf'>): World[] {
  const request = world.requests[requestId]
  if (request === undefined) return []
  const ended = (state: 'EXPIRED' | 'REJECTED') => withRequest(world, requestId, { ...request, state })
  if (request.state !== 'APPROVED')
    return act.at >= request.until && ['REQUESTED', 'OPENED', 'CONFIRMED'].includes(request.state)
      ? [ended('EXPIRED')]
      : []
  const id = request.account ?? ''
  const account = world.accounts[id]
  if (account?.built[requestId] === 'LINKED') return []
  if (account?.built[requestId] === 'REFUSED') return [ended('REJECTED')]
  const joined = built(world, requestId, request, act.bandOf)
  if (joined !== null) return [withAccount(world, id, joined)]
  if (account === undefined) return []
  return [withAccount(world, id, { ...account, built: { ...account.built, [requestId]: 'REFUSED' } })]
}

/** The account with the link, or null where it has no room: a member must still be in, the others in no account. */
function built(world: World, id: string, request: ModelRequest, bandOf: Act['bandOf']): ModelAccount | null {
  const account = world.accounts[request.account ?? '']
  const sides = [
    { app: request.from, profile: request.requester, side: 'requester' as const },
    { app: request.app, profile: request.opener ?? '', side: 'opener' as const },
  ].filter(({ profile }) => profile !== account?.links[request.member ?? '']?.profile)
  if (sides.some(({ profile }) => accountOf(world, profile) !== undefined)) return null
  if (request.member !== null) {
    const member = account?.links[request.member ?? '']
    if (account === undefined || member === undefined || !isLive(member)) return null
    if (sides.some(({ app }) => linkIn(account, app) !== undefined)) return null
  }
  const base = account ?? { closedAt: null, links: {}, words: {}, features: {}, built: {} }
  const links = sides.map(({ app, profile, side }) => [
    linkIdOf(id, side),
    { app, profile, state: 'ACTIVE', endedAt: null, visible: false, band: bandOf(profile) } as const,
  ])
  const words: Record<string, Word> = { ...base.words }
  for (const [flow, at] of Object.entries(request.carried ?? {})) if ((words[flow]?.at ?? -1) < at) words[flow] = no(at)
  // Who says no after approving is heard, whoever builds the link and however late.
  const approvedAt = request.approvedAt ?? 0
  for (const [flow, granted] of Object.entries(request.choices ?? {})) {
    const word = words[flow]
    if (word?.said === 'no' && word.at >= approvedAt - DELTA) continue
    words[flow] = granted ? yes(approvedAt) : no(approvedAt)
  }
  return {
    ...base,
    links: { ...base.links, ...Object.fromEntries(links) },
    words,
    built: { ...base.built, [id]: 'LINKED' },
  }
}

const yes = (at: number): Word => ({ said: 'yes', at })
const no = (at: number): Word => ({ said: 'no', at })
const withRequest = (world: World, id: string, request: ModelRequest): World => ({
  ...world,
  requests: { ...world.requests, [id]: request },
})
const withAccount = (world: World, id: string, account: ModelAccount): World => ({
  ...world,
  accounts: { ...world.accounts, [id]: account },
})
const mapped = <T>(record: Readonly<Record<string, T>>, change: (value: T, key: string) => T) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]))
const kept = <T>(record: Readonly<Record<string, T>>, keep: (key: string, value: T) => boolean) =>
  Object.fromEntries(Object.entries(record).filter(([key, value]) => keep(key, value)))
