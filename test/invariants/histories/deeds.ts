import { APPS, type App } from '../../../subgraphs/runtime/identity/identity.ts'
import { createCatalogue, wordingIn } from '../../../subgraphs/accounts/rules/catalogue.ts'
import { CONTRACT } from '../../subgraphs/accounts/contractParts.ts'
import { profileOf } from '../../subgraphs/accounts/town.ts'
import type { Act, Choice, Proof } from './acts.ts'
import { FLOWS, type World } from './world.ts'
import { type CenterSession, type Deed, PEOPLE, type Who } from './moves.ts'

// From what a move says ("the newest request") to an act on what there is in the world as the model has it: also on what
// no honest client would know of.

const catalogue = createCatalogue(CONTRACT.recipients, CONTRACT.flows, CONTRACT.notices)
/** The notice of a flow as it is; a flow that there is not has none. */
export const noticeOf = (flow: string): string => {
  const known = catalogue.flow(flow)
  return known === null ? 'none' : wordingIn(known, 'de').digest
}

/** What only the stage knows: the time, and keys that nobody has used. */
export interface Surroundings {
  readonly world: World
  readonly seconds: number
  readonly newKey: () => string
}

type Bare<A> = A extends Act
  ? Omit<A, 'at' | 'bandOf' | 'by'> & { readonly by: readonly Omit<Proof, 'fresh'>[] }
  : never
/** An act before it has arrived anywhere. */
export type Draft = Bare<Act>

/** Null where there is nothing that the deed could be about. */
export function draftOf(deed: Exclude<Deed, { do: 'ceremony' | 'again' }>, around: Surroundings): Draft | null {
  const { world } = around
  const center = (person: string, { apps, ago }: CenterSession) => ({
    client: 'ACCOUNTS' as const,
    by: apps.map((app) => proof(person, app, around, ago)),
  })
  switch (deed.do) {
    case 'requestLink': {
      const { person, from, app, key } = deed
      return { do: 'requestLink', ...inApp(person, from, around), app, key: `key ${key}` }
    }
    case 'openLink': {
      const session = inApp(deed.person, deed.app, around)
      const found = deed.nth === null ? undefined : newest(world, deed.nth)?.[1]
      return { do: 'openLink', ...session, code: found?.code ?? 'WRONG' }
    }
    case 'confirmLink': {
      const [request, found] = newest(world, deed.nth) ?? []
      if (request === undefined || found === undefined) return null
      const choices = choicesOf(found.offers ?? [], deed.yes, deed.flaw)
      return { do: 'confirmLink', ...as(deed.who, found, around, deed.ago), request, choices }
    }
    case 'approveLink':
    case 'rejectLink': {
      const [request, found] = newest(world, deed.nth) ?? []
      if (request === undefined || found === undefined) return null
      return { do: deed.do, ...as(deed.who, found, around, deed.ago), request }
    }
    case 'hideLink':
    case 'showLink':
    case 'pauseLink':
    case 'resumeLink':
    case 'unlink': {
      const named = linksOf(world).at(-1 - deed.nth)
      if (named === undefined) return null
      const { owner, ...ids } = named
      const session = center(deed.own ? owner : deed.person, deed.session)
      return deed.do === 'hideLink' || deed.do === 'showLink'
        ? { do: 'setLinkVisibility', ...session, ...ids, visible: deed.do === 'showLink' }
        : { do: deed.do, ...session, ...ids }
    }
    case 'setConsent': {
      const { flow, granted, shown } = deed
      return { do: 'setConsent', ...center(deed.person, deed.session), flow, granted, shown }
    }
    case 'setFeature': {
      const { feature, enabled } = deed
      return { do: 'setFeature', ...center(deed.person, deed.session), feature, enabled }
    }
    case 'roads':
      return { do: 'roads', ...inApp(deed.person, deed.app, around), app: deed.app, gpc: deed.gpc }
    case 'center':
      return { do: 'center', ...center(deed.person, deed.session) }
    case 'look': {
      const stranger = deed.person === 'ben' ? 'anna' : 'ben'
      const of = { app: deed.app, id: profileOf(deed.app, deed.person) }
      return { do: 'look', ...inApp(stranger, deed.app, around), of }
    }
  }
}

export function inApp(person: string, app: App, around: Pick<Surroundings, 'seconds'>, ago = 0) {
  return { client: app, by: [proof(person, app, around, ago)] }
}

/** An answer to each offer, by the bits of `yes`. */
export function choicesOf(offers: readonly string[], yes: number, flaw: string): Choice[] {
  const shown = flaw !== 'outdated'
  const choices = offers.map((flow) => ({ flow, yes: ((yes >> FLOWS.indexOf(flow)) & 1) === 1, shown }))
  const [first] = choices
  if (flaw === 'missing') return choices.slice(1)
  if (flaw === 'doubled' && first !== undefined) return [...choices, first]
  if (flaw === 'foreign') return [...choices, { flow: 'social>messenger>ADS', yes: true, shown: true }]
  return choices
}

const PERSON_OF = new Map(PEOPLE.flatMap((person) => APPS.map((app) => [profileOf(app, person), person] as const)))
export const personOf = (profile: string): string => PERSON_OF.get(profile) ?? 'zoe'

function proof(person: string, app: App, { seconds }: Pick<Surroundings, 'seconds'>, ago: number) {
  return { app, id: profileOf(app, person), authTime: seconds - ago }
}

function newest({ requests }: World, nth: number) {
  return Object.entries(requests).at(-1 - nth)
}

function as(
  who: Who,
  request: { from: App; app: App; requester: string; opener?: string },
  around: Surroundings,
  ago: number,
) {
  const [profile, app] = who === 'opener' ? [request.opener, request.app] : [request.requester, request.from]
  if (who === 'stranger' || profile === undefined) return inApp('uma', app, around, ago)
  return { client: app, by: [{ app, id: profile, authTime: around.seconds - ago }] }
}

/** All links, the newest last; also those that have ended. */
function linksOf({ accounts }: World) {
  return Object.entries(accounts).flatMap(([account, { links }]) =>
    Object.entries(links).map(([link, { profile }]) => ({ account, link, owner: personOf(profile) })),
  )
}
