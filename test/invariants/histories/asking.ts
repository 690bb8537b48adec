import type { ExecutionResult } from 'graphql'
import { personTypeOf } from '../../../subgraphs/runtime/identity/personTypes.ts'
import { ROADS } from '../../subgraphs/accounts/everyRoad.ts'
import { type Json, testIds } from '../../support/subgraphTester.ts'
import { type Act, type Answer, Violation } from './acts.ts'
import { noticeOf } from './deeds.ts'

// An act as GraphQL, and an answer of GraphQL as the model sees it.

const ids = testIds('accounts')

export interface Asking {
  readonly of: 'accounts' | 'grants'
  readonly query: string
  readonly variables: Record<string, unknown>
}

export function askingOf(act: Act): Asking {
  switch (act.do) {
    case 'roads': {
      const type = personTypeOf(act.app)
      const roads = roadsOf(act.app).map(([field]) => `${field} { grant }`)
      return entities('grants', type, act.by[0].id, `{ ${roads.join(' ')} }`)
    }
    case 'center':
      return entities('accounts', 'Viewer', 'any', CENTER)
    case 'look':
      return entities('accounts', personTypeOf(act.of.app), act.of.id, '{ linkedProfiles { nodes { id } } }')
    default: {
      const [type, selection] = SHAPES[act.do]
      const query = `mutation ($input: ${type}!) { ${act.do}(input: $input) { ${selection} errors { code } } }`
      return { of: 'accounts', query, variables: { input: inputOf(act) } }
    }
  }
}

const CENTER = `{ account { links { id state visibleOnProfile } consents { from to purpose state }
  features { feature from to enabled } } }`
const SHAPES = {
  requestLink: ['RequestLinkInput', 'linkRequest { id }'],
  openLink: ['OpenLinkInput', 'linkRequest { id }'],
  confirmLink: ['ConfirmLinkInput', 'linkRequest { id }'],
  approveLink: ['LinkRequestInput', 'linkRequest { id }'],
  rejectLink: ['LinkRequestInput', 'linkRequest { id }'],
  pauseLink: ['LinkInput', ''],
  resumeLink: ['LinkInput', ''],
  unlink: ['UnlinkInput', ''],
  setLinkVisibility: ['SetLinkVisibilityInput', ''],
  setConsent: ['SetConsentInput', ''],
  setFeature: ['SetFeatureInput', ''],
} as const

function inputOf(act: Exclude<Act, { do: 'roads' | 'center' | 'look' }>): object {
  switch (act.do) {
    case 'requestLink':
      return { app: act.app, idempotencyKey: act.key }
    case 'openLink':
      // As somebody types it.
      return { code: ` ${act.code.toLowerCase().replace(/(.{4})(?=.)/g, '$1-')}` }
    case 'confirmLink': {
      const choices = act.choices.map(({ flow, yes, shown }) => ({ ...flowInput(flow, shown), granted: yes }))
      return { requestId: ids.seal('LinkRequest', act.request), choices }
    }
    case 'approveLink':
    case 'rejectLink':
      return { requestId: ids.seal('LinkRequest', act.request) }
    case 'setConsent':
      return { ...flowInput(act.flow, act.shown), granted: act.granted }
    case 'setFeature': {
      const [feature, from = '', to] = act.feature.split('>')
      return { feature, from: from.toUpperCase(), to, enabled: act.enabled }
    }
    default: {
      const linkId = ids.seal('Link', `${act.account}:${act.link}`)
      return act.do === 'setLinkVisibility' ? { linkId, visibleOnProfile: act.visible } : { linkId }
    }
  }
}

function flowInput(flow: string, shown: boolean): object {
  const [from = '', to, purpose] = flow.split('>')
  return { from: from.toUpperCase(), to, purpose, noticeDigest: shown ? noticeOf(flow) : 'of an older notice' }
}

function roadsOf(app: 'PHOTO' | 'SOCIAL'): (readonly [field: string, flow: string])[] {
  return ROADS.flatMap(([of, field, flow]) => (of === app ? [[field, flow] as const] : []))
}

function entities(of: Asking['of'], type: string, id: string, selection: string): Asking {
  const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} ${selection} } }`
  return { of, query, variables: { keys: [{ __typename: type, id }] } }
}

/** Throws a `Violation` for what is no answer: nothing that these acts do may be a fault. */
export function answerOf(act: Act, { data, errors }: ExecutionResult): Answer {
  if (errors) throw new Violation(`${act.do} was answered with a fault: ${JSON.stringify(errors)}`)
  const plain: Json = JSON.parse(JSON.stringify(data))
  switch (act.do) {
    case 'roads': {
      const [profile] = plain._entities
      const roads = roadsOf(act.app).map(([field, flow]) => [flow, profile[field]?.grant ?? null])
      return { code: null, roads: Object.fromEntries(roads) }
    }
    case 'center':
      return { code: null, shown: centerShown(plain._entities[0].account) }
    case 'look':
      return { code: null, shown: plain._entities[0].linkedProfiles.nodes.map(({ id }: Json) => id).sort() }
    default: {
      const payload = plain[act.do]
      const request = payload.linkRequest ? ids.open(payload.linkRequest.id, 'LinkRequest') : null
      return { code: payload.errors[0]?.code ?? null, ...(request !== null && { request }) }
    }
  }
}

const SAID: Readonly<Record<string, string>> = { GRANTED: 'yes', PAUSED: 'held', REFUSED: 'no', WITHDRAWN: 'no' }

function centerShown(account: Json): unknown {
  if (account === null) return null
  const { links, consents, features } = account
  const words = consents.flatMap(({ from, to, purpose, state }: Json) => {
    const said = SAID[state]
    return said === undefined ? [] : [[`${from.toLowerCase()}>${to}>${purpose}`, said]]
  })
  const on = features.filter(({ enabled }: Json) => enabled)
  return {
    links: Object.fromEntries(
      links.map(({ id, state, visibleOnProfile }: Json) => [
        ids.open(id, 'Link')?.split(':')[1],
        `${state} ${visibleOnProfile}`,
      ]),
    ),
    words: Object.fromEntries(words),
    features: on.map(({ feature, from, to }: Json) => `${feature}>${from.toLowerCase()}>${to}`).sort(),
  }
}
