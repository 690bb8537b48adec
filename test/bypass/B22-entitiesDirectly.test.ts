import { beforeEach, describe, expect, test } from 'vitest'
import { DELTA, L } from '../../subgraphs/runtime/grants/constants.ts'
import { CALL_HEADER, createHeaderSigner } from '../../subgraphs/runtime/identity/header.ts'
import { callKey } from '../../subgraphs/runtime/keys/uses.ts'
import { servedFamily } from '../support/servedFamily.ts'
import type { Json } from '../support/subgraphTester.ts'
import { labelledStack } from './support/labelled.ts'
import { grantsIn } from './support/oracle.ts'
import { DEV, usingBoth } from './support/sideBySide.ts'

/** B22: `_entities` straight at a subgraph; a forged, stolen, replayed, expired or re-targeted grant; an unsigned request. */
const served = servedFamily()
const both = usingBoth(() => ({ connect: served.connect }))

describe('B22: a subgraph as federation has it', () => {
  test('answers everybody who knows an id', async () => {
    const query = '{ _entities(representations: [{ __typename: "Person", id: "ben" }]) { ... on Person { topics } } }'
    expect((await (await labelledStack()).direct('messenger', query)).data).toEqual({
      _entities: [{ topics: ['CHESS'] }],
    })
  })
})

/** A grant of Dev's on the way to the messenger, good for half a second. */
let stolen: string
beforeEach(async () => {
  const { calls } = await both().ours('{ socialMe { ads(first: 1) { id } } }', { by: DEV })
  stolen = grantsIn(calls.map(({ bytes }) => bytes).join())[0] ?? ''
  if (stolen === '') throw new Error('There must be a grant to steal.')
})

const entities = (type: string, key: object, leaves = 'topics') => ({
  query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${leaves} } } }`,
  variables: { r: [{ __typename: type, ...key }] },
})

interface Asking {
  /** With the key of whom the header is signed, if at all. */
  readonly from?: string
  /** What it is signed for. Default: what is asked. */
  readonly signedFor?: object
  readonly header?: string
}

/** Asks a source itself. */
async function ask(name: string, asked: object, { from, signedFor = asked, header }: Asking = {}) {
  const { keys, clock, random } = both().graph.house
  const body = JSON.stringify(asked)
  const sign =
    from === undefined
      ? undefined
      : createHeaderSigner({ audience: name, key: callKey(keys, from, name), clock, random })
  const signed = header ?? sign?.(JSON.stringify(signedFor), { timeoutMs: 5000 })
  const headers = { 'content-type': 'application/json', ...(signed !== undefined && { [CALL_HEADER]: signed }) }
  const response = await fetch(`${served.url(name)}/graphql`, { method: 'POST', headers, body })
  const json = (await response.json()) as Json
  return { header: signed, came: json.errors?.[0]?.extensions.code ?? json.data._entities[0] }
}
const AS_GATEWAY = { from: 'gateway' }

describe('B22: a source of ours', () => {
  test('opens a grant for the gateway (so that what follows is no accident)', async () => {
    const { came } = await ask('messenger', entities('MessengerAdSignals', { grant: stolen }), AS_GATEWAY)
    expect(came).toEqual({ topics: ['COOKING', 'CYCLING'] })
  })

  test.each<[string, { from?: string; header?: string }, string]>([
    ['unsigned', {}, 'CALL_NOT_SIGNED'],
    ['signed by the recipient', { from: 'social' }, 'CALL_SIGNATURE_INVALID'],
    ['signed by the seeder', { from: 'seeder' }, 'CALL_SIGNATURE_INVALID'],
    ['signed by nobody', { header: `${Buffer.from('{}').toString('base64url')}.AAAA` }, 'CALL_SIGNATURE_INVALID'],
  ])('answers no call that is %s, with a stolen grant', async (_how, how, code) => {
    expect((await ask('messenger', entities('MessengerAdSignals', { grant: stolen }), how)).came).toBe(code)
  })

  test('answers no call twice, nor one that was signed for somebody else or for another body', async () => {
    const asked = entities('MessengerAdSignals', { grant: stolen })
    const { header = '' } = await ask('messenger', asked, AS_GATEWAY)
    expect((await ask('messenger', asked, { header })).came).toBe('CALL_REPLAYED')
    expect((await ask('photo', asked, { header })).came).toBe('CALL_SIGNATURE_INVALID')
    const another = { ...asked, more: 1 }
    expect((await ask('messenger', another, { header })).came).toBe('CALL_REPLAYED')
    expect((await ask('messenger', another, { ...AS_GATEWAY, signedFor: asked })).came).toBe('CALL_BODY_MISMATCH')
  })

  test.each<[string, string, string]>([
    ['for another purpose', 'messenger', 'MessengerPersonalizationSignals'],
    ['at another source', 'photo', 'PhotoAdSignals'],
    ['at the recipient', 'social', 'SocialPersonalizationSignals'],
  ])('opens no grant %s', async (_what, name, type) => {
    expect((await ask(name, entities(type, { grant: stolen }), AS_GATEWAY)).came).toBeNull()
  })

  test('opens none that has expired', async () => {
    await both().graph.clock.advance(L + DELTA + 1)
    expect((await ask('messenger', entities('MessengerAdSignals', { grant: stolen }), AS_GATEWAY)).came).toBeNull()
  })

  test('opens none that was changed in any part, nor made by anybody else', async () => {
    const parts = stolen.split('.')
    const changed = [0, 2, 3, 4].map((part) =>
      parts
        .map((text, at) =>
          at === part ? text.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')).replace(/^(.{5})./, '$1_') : text,
        )
        .join('.'),
    )
    const header = (head: object) => Buffer.from(JSON.stringify(head)).toString('base64url')
    const forged = [
      ...changed,
      '',
      'null',
      `${header({ alg: 'none' })}....`,
      `${header({ alg: 'dir', enc: 'A128CBC-HS256' })}.${parts.slice(1).join('.')}`,
    ]
    for (const grant of [...forged, null, {}, [stolen]])
      expect((await ask('messenger', entities('MessengerAdSignals', { grant }), AS_GATEWAY)).came ?? null).toBeNull()
  })

  test('gives a consented type by no other key, and its values at no other type', async () => {
    const id = both().graph.id('Dev Raman', 'MESSENGER')
    expect((await ask('messenger', entities('MessengerAdSignals', { id }), AS_GATEWAY)).came).toBeNull()
    expect((await ask('messenger', entities('MessengerProfile', { id }, 'topics'), AS_GATEWAY)).came).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    )
  })

  test('asks grants for nobody who is not the viewer: not even the gateway can', async () => {
    const id = both().graph.id(...DEV)
    const road = entities('SocialProfile', { id }, 'messengerAdSignals { grant }')
    expect((await ask('grants', road)).came).toBe('CALL_NOT_SIGNED')
    expect((await ask('grants', road, AS_GATEWAY)).came).toEqual({ messengerAdSignals: null })
  })
})
