import { compactVerify, createRemoteJWKSet, errors } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Json } from '../support/subgraphTester.ts'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'

/** What a person keeps is checked by a public library with the published keys, and by nothing of this repository. */
let graph: StartedGraph
beforeAll(async () => {
  graph = await startedGraph()
})
afterAll(() => graph[Symbol.asyncDispose]())

const published = () => createRemoteJWKSet(new URL(`${graph.url}/.well-known/jwks.json`))
const account = async (name: string, selection: string): Promise<Json> =>
  (await graph.data(`{ viewer { account ${selection} } }`, { by: [name, 'ACCOUNTS'] })).viewer.account
const CONSENTS = '{ id consents { from to purpose state since receipt notice { version digest } } }'

/** What a signature of this kind says, by the published keys. */
async function signedBy(signature: string, kind: string): Promise<Json> {
  const { payload, protectedHeader } = await compactVerify(signature, published(), { algorithms: ['EdDSA'] })
  expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: kind, kid: expect.any(String) as unknown })
  return JSON.parse(new TextDecoder().decode(payload))
}

test.each([
  ['Dev Raman', 'GRANTED'],
  ['Ben Lindqvist', 'REFUSED'],
])('every receipt of %s says what was chosen, when, and under which notice: %s', async (name, choice) => {
  const { id, consents } = await account(name, CONSENTS)
  const receipts = consents.filter(({ receipt }: Json) => receipt !== null)
  expect(receipts.length).toBeGreaterThanOrEqual(2)
  for (const { from, to, purpose, since, notice, receipt } of receipts)
    expect(await signedBy(receipt, 'consent-receipt+jws')).toEqual({
      account: id,
      from: (from as string).toLowerCase(),
      to,
      purpose,
      choice,
      at: since,
      noticeVersion: notice.version,
      noticeDigest: notice.digest,
    })
})

test('what was never chosen has no receipt', async () => {
  const { consents } = await account('Dev Raman', CONSENTS)
  for (const { state, receipt } of consents) expect(receipt === null).toBe(state === 'NOT_ASKED')
})

test('a receipt that somebody changed is none', async () => {
  const { consents } = await account('Ben Lindqvist', CONSENTS)
  const [head, body = '', signature] = consents[0].receipt.split('.')
  const yes = Buffer.from(body, 'base64url').toString().replace('REFUSED', 'GRANTED')
  const forged = [head, Buffer.from(yes).toString('base64url'), signature].join('.')
  await expect(compactVerify(forged, published())).rejects.toThrow(errors.JWSSignatureVerificationFailed)
})

test('the head of a ledger says how long it is, and where it ends', async () => {
  await graph.data('{ socialMe { ads(first: 1) { title } } }', { by: ['Dev Raman', 'SOCIAL'] })
  const { id, ledgerHead } = await account('Dev Raman', '{ id ledgerHead { size head signedAt signature } }')
  const { size, head, signedAt, signature } = ledgerHead
  expect(size).toBeGreaterThan(0)
  expect(await signedBy(signature, 'ledger-head+jws')).toEqual({ account: id, size, head, signedAt })
})
