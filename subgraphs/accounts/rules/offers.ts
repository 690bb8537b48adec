import type { App } from '../../runtime/identity/identity.ts'
import type { AccountState } from './account.ts'
import { type AgeBand, youngest } from './ageBand.ts'
import { type Catalogue, type CatalogueFlow, flowKey, wordingOf } from './catalogue.ts'
import { type ConsentRecord, isNo, mayAskAgainAt } from './consentFold.ts'
import type { Purpose } from './decide.ts'
import type { OfferChoice } from './linkRequest.ts'

/** What was said no to in the last 365 days in any of these accounts, open or closed: the newest no of each flow. */
export function carriedOver(accounts: readonly AccountState[], now: number): readonly ConsentRecord[] {
  const newest = new Map<string, ConsentRecord>()
  for (const record of accounts.flatMap(({ consents }) => Object.values(consents))) {
    if (!isNo(record.state) || mayAskAgainAt(record, now) === null) continue
    const key = flowKey(record)
    const known = newest.get(key)
    if (known === undefined || (known.since ?? 0) < (record.since ?? 0)) newest.set(key, record)
  }
  return [...newest.values()]
}

/**
 * The flows that the opener decides on: those between the two apps of the request, in both directions, that nobody has
 * said no to within the year. None at all for a minor or where an age is not known.
 */
export function offersBetween(
  apps: readonly [App, App],
  bands: readonly AgeBand[],
  carried: readonly ConsentRecord[],
  { flows }: Pick<Catalogue, 'flows'>,
): readonly CatalogueFlow[] {
  if (youngest(bands) !== 'ADULT') return []
  const denied = new Set(carried.map(flowKey))
  return flows.filter(
    ({ key, fromApp, toApp }) =>
      fromApp !== toApp && apps.includes(fromApp) && apps.includes(toApp) && !denied.has(key),
  )
}

/** An answer as it came in. */
export interface GivenChoice {
  readonly from: App
  readonly to: string
  readonly purpose: Purpose
  readonly granted: boolean
  readonly noticeDigest: string
}

export type CheckedChoices =
  | { readonly ok: true; readonly choices: readonly OfferChoice[] }
  | {
      readonly ok: false
      readonly code: 'LINK_FLOW_NOT_OFFERED' | 'LINK_CHOICES_INCOMPLETE' | 'LINK_NOTICE_OUTDATED'
      /** Which of the given ones is wrong; null when one is missing. */
      readonly index: number | null
    }

/** One answer to every offer, each to the notice as it is now. */
export function checkChoices(
  offers: readonly string[],
  given: readonly GivenChoice[],
  { nameOf, flow: flowOf }: Pick<Catalogue, 'nameOf' | 'flow'>,
): CheckedChoices {
  const keys = given.map(({ from, to, purpose }) => flowKey({ from: nameOf(from), to, purpose }))
  const foreign = keys.findIndex((key) => !offers.includes(key))
  if (foreign >= 0) return { ok: false, code: 'LINK_FLOW_NOT_OFFERED', index: foreign }
  const doubled = keys.findIndex((key, index) => keys.indexOf(key) !== index)
  if (doubled >= 0) return { ok: false, code: 'LINK_CHOICES_INCOMPLETE', index: doubled }
  if (keys.length < offers.length) return { ok: false, code: 'LINK_CHOICES_INCOMPLETE', index: null }

  const choices: OfferChoice[] = []
  for (const [index, { granted, noticeDigest }] of given.entries()) {
    const flow = flowOf(keys[index] ?? '')
    const wording = flow === null ? null : wordingOf(flow, noticeDigest)
    if (flow === null || wording === null) return { ok: false, code: 'LINK_NOTICE_OUTDATED', index }
    choices.push({ flow: flow.key, granted, noticeVersion: wording.version, noticeDigest, digest: flow.digest })
  }
  return { ok: true, choices }
}
