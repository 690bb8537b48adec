import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FAMILY, type FamilyName } from '../../bin/house/family.ts'
import { openConfiguredKeys } from '../../bin/house/house.ts'
import { createManualClock } from '../../subgraphs/runtime/clock/manualClock.ts'
import { systemClock } from '../../subgraphs/runtime/clock/systemClock.ts'
import { ERRORS, type ErrorCode } from '../../subgraphs/runtime/errors/registry.ts'
import { createHeaderSigner, type CallSubject } from '../../subgraphs/runtime/identity/header.ts'
import { callKey } from '../../subgraphs/runtime/keys/uses.ts'
import { systemRandom } from '../../subgraphs/runtime/random/systemRandom.ts'
import { distribute, type Distributed } from '../support/commands.ts'
import { copyDemoData, type DemoData } from '../support/demoData.ts'

/** A call without a valid header, for whatever reason, is refused by every subgraph as `concord subgraph` serves it. */
let data: DemoData
let graph: Distributed
beforeAll(async () => {
  data = await copyDemoData()
  graph = await distribute(data.directory)
})
afterAll(async () => {
  await graph[Symbol.asyncDispose]()
  await data[Symbol.asyncDispose]()
})

const BODY = JSON.stringify({ query: '{ __typename }' })
const INPUT = JSON.stringify({ input: {} })

interface Signing {
  readonly from?: string
  /** Whom the header is for. Default: whoever is called. */
  readonly aud?: string
  /** Whose key signs it. Default: `aud`'s. */
  readonly keyOf?: string
  readonly body?: string
  /** How far the signer's clock is off, in milliseconds. Default: 0. */
  readonly off?: number
  readonly subject?: CallSubject
}

/** A header as the gateway, or another service, would sign it, with something wrong where the test says so. */
function signed(name: FamilyName, signing: Signing = {}): string {
  const { from = 'gateway', aud = name, keyOf = aud, body = BODY, off = 0, subject = { timeoutMs: 5_000 } } = signing
  const key = callKey(openConfiguredKeys(data.configuration), from, keyOf)
  const clock = createManualClock(systemClock.wall() + off)
  return createHeaderSigner({ audience: aud, key, clock, random: systemRandom })(body, subject)
}

async function call(url: string, header: string | undefined, body: string): Promise<{ status: number; text: string }> {
  const headers = { 'content-type': 'application/json', ...(header === undefined ? {} : { 'concord-call': header }) }
  const response = await fetch(url, { method: 'POST', headers, body })
  return { status: response.status, text: await response.text() }
}

const another = (name: FamilyName): FamilyName => (name === 'photo' ? 'social' : 'photo')
const flip = (header: string): string => `${header.slice(0, -2)}${header.endsWith('AA') ? 'BB' : 'AA'}`

/** What is wrong with a header: how it is made, and what the subgraph says to it. */
const wrong: readonly [string, (name: FamilyName) => string | undefined, ErrorCode][] = [
  ['no header', () => undefined, 'CALL_NOT_SIGNED'],
  ['an empty one', () => '', 'CALL_NOT_SIGNED'],
  ['nonsense', () => 'not.a-header', 'CALL_SIGNATURE_INVALID'],
  ['claims without a signature', (name) => signed(name).split('.')[0], 'CALL_SIGNATURE_INVALID'],
  ['a signature that was changed', (name) => flip(signed(name)), 'CALL_SIGNATURE_INVALID'],
  ['two headers', (name) => `${signed(name)}, ${signed(name)}`, 'CALL_SIGNATURE_INVALID'],
  ["another subgraph's", (name) => signed(name, { aud: another(name) }), 'CALL_SIGNATURE_INVALID'],
  [
    "another subgraph's, under this one's key",
    (name) => signed(name, { aud: another(name), keyOf: name }),
    'CALL_WRONG_AUDIENCE',
  ],
  [
    "this subgraph's, under another one's key",
    (name) => signed(name, { keyOf: another(name) }),
    'CALL_SIGNATURE_INVALID',
  ],
  ['one that has expired', (name) => signed(name, { off: -3_600_000 }), 'CALL_EXPIRED'],
  ['one from the future', (name) => signed(name, { off: 3_600_000 }), 'CALL_EXPIRED'],
  ['one for another body', (name) => signed(name, { body: '{"query":"{ a }"}' }), 'CALL_BODY_MISMATCH'],
  [
    'one for an internal call',
    (name) => signed(name, { subject: { timeoutMs: 5_000, operation: 'createProfile' } }),
    'CALL_WRONG_AUDIENCE',
  ],
  ["a service's that is no gateway", (name) => signed(name, { from: 'seeder' }), 'CALL_SIGNATURE_INVALID'],
]

describe.each(FAMILY)('%s', (name) => {
  test.each(wrong)('refuses %s', async (_what, header, code) => {
    const { status, text } = await call(graph.subgraphs[name] ?? '', header(name), BODY)
    expect([status, JSON.parse(text)]).toEqual([
      ERRORS[code].status,
      { errors: [{ message: expect.any(String), extensions: { code } }] },
    ])
  })

  test('answers one that is right, once', async () => {
    const header = signed(name)
    const url = graph.subgraphs[name] ?? ''
    expect(await call(url, header, BODY)).toEqual({ status: 200, text: '{"data":{"__typename":"Query"}}' })
    const again = await call(url, header, BODY)
    expect([again.status, again.text]).toEqual([401, expect.stringContaining('CALL_REPLAYED')])
  })
})

/** What is wrong with the header of an internal call; `createProfile` is for the seeder. */
const subject: CallSubject = { timeoutMs: 5_000, caller: 'seeder', operation: 'createProfile' }
const seeder = (name: FamilyName, more: Signing = {}): string =>
  signed(name, { from: 'seeder', body: INPUT, subject, ...more })
const wrongInternal: readonly [string, (name: FamilyName) => string | undefined, ErrorCode][] = [
  ['no header', () => undefined, 'CALL_NOT_SIGNED'],
  ['nonsense', () => 'not.a-header', 'CALL_SIGNATURE_INVALID'],
  ["the gateway's", (name) => signed(name, { body: INPUT }), 'INTERNAL_CALL_FORBIDDEN'],
  ["the gateway's in the seeder's name", (name) => signed(name, { body: INPUT, subject }), 'CALL_SIGNATURE_INVALID'],
  [
    "another service's",
    (name) => seeder(name, { from: 'photo', subject: { ...subject, caller: 'photo' } }),
    'INTERNAL_CALL_FORBIDDEN',
  ],
  ["another subgraph's", (name) => seeder(name, { aud: another(name) }), 'CALL_WRONG_AUDIENCE'],
  ['one that has expired', (name) => seeder(name, { off: -3_600_000 }), 'CALL_EXPIRED'],
  ['one for another body', (name) => seeder(name, { body: '{"input":1}' }), 'CALL_BODY_MISMATCH'],
  [
    'one for another operation',
    (name) => seeder(name, { subject: { ...subject, operation: 'publishDemoPhoto' } }),
    'CALL_WRONG_AUDIENCE',
  ],
]

describe.each(FAMILY)('internal calls to %s', (name) => {
  const internal = (header: string | undefined) =>
    call(new URL('/internal/createProfile', graph.subgraphs[name]).href, header, INPUT)

  test.each(wrongInternal)('are refused with %s', async (_what, header, code) => {
    const { status, text } = await internal(header(name))
    expect([status, JSON.parse(text)]).toEqual([ERRORS[code].status, { error: { code, message: expect.any(String) } }])
  })

  test('are let through once with one that is right', async () => {
    const header = seeder(name)
    // There is nothing to create in accounts and grants, and the others find the empty input wrong: they looked at it.
    expect((await internal(header)).text).toMatch(/INTERNAL_INPUT_INVALID|INTERNAL_OPERATION_UNKNOWN/)
    expect((await internal(header)).text).toContain('CALL_REPLAYED')
  })
})
