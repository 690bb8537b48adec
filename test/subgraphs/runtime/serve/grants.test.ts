import { expect, onTestFinished, test } from 'vitest'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { DELTA } from '../../../../subgraphs/runtime/grants/constants.ts'
import { CALL_HEADER, createHeaderSigner } from '../../../../subgraphs/runtime/identity/header.ts'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { serveSubgraphs } from '../../../../subgraphs/runtime/serve/serve.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'
import { createSignalPond, grant } from '../subgraph/signalPond.ts'

const KEY = new Uint8Array(32).fill(4)
const QUERY = 'query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on PondAdSignals { mood } } }'

/** The source over HTTP; asks with a grant that holds, under a header made `ms` from now, or under this one. */
async function serveSource() {
  const pond = createSignalPond()
  const random = createSeededRandom('serve grants')
  const mounts = [{ subgraph: pond.subgraph, path: '/graphql', key: KEY }]
  const served = await serveSubgraphs({ mounts, host: '127.0.0.1', port: 0, clock: pond.clock, log: silentLog })
  onTestFinished(() => served.stop(0))
  const body = JSON.stringify({ query: QUERY, variables: { keys: [{ __typename: 'PondAdSignals', grant: grant() }] } })
  const sign = (ms = 0, audience = 'pond', key = KEY) => {
    const clock = createManualClock(TEST_START + ms)
    return createHeaderSigner({ audience, key, clock, random })(body, { timeoutMs: 5000 })
  }
  const ask = async (header: string | undefined) => {
    const headers = { 'content-type': 'application/json', ...(header !== undefined && { [CALL_HEADER]: header }) }
    const response = await fetch(`${served.url}/graphql`, { method: 'POST', headers, body })
    const { data, errors } = (await response.json()) as {
      data?: { _entities: { mood: string }[] }
      errors?: { extensions: { code: string } }[]
    }
    return errors?.[0]?.extensions.code ?? data?._entities[0]?.mood ?? null
  }
  return { pond, sign, ask }
}

test('a grant that holds opens nothing for a call that is not the gateway’s own, once', async () => {
  const { pond, sign, ask } = await serveSource()
  const header = sign()
  expect(await ask(header)).toBe('happy')
  expect(await ask(header)).toBe('CALL_REPLAYED')
  expect(await ask(undefined)).toBe('CALL_NOT_SIGNED')
  expect(await ask(sign(0, 'lake'))).toBe('CALL_WRONG_AUDIENCE')
  expect(await ask(sign(0, 'pond', new Uint8Array(32).fill(5)))).toBe('CALL_SIGNATURE_INVALID')
  expect(pond.asked).toHaveLength(1)
})

test('a header from the future by more than δ closes a source until 64 others came', async () => {
  const { pond, sign, ask } = await serveSource()
  expect(await ask(sign(DELTA))).toBe('happy')
  expect(await ask(sign(DELTA + 1))).toBeNull()
  for (let header = 0; header < 62; header++) await ask(sign())
  expect([await ask(sign()), await ask(sign())]).toEqual([null, 'happy'])
  expect(pond.logged).toHaveLength(2)
})

test('also one from so far that its call is refused', async () => {
  const { sign, ask } = await serveSource()
  expect(await ask(sign(60_000))).toBe('CALL_EXPIRED')
  expect(await ask(sign())).toBeNull()
})

test('64 late headers in a row close it too', async () => {
  const { sign, ask } = await serveSource()
  for (let header = 0; header < 63; header++) await ask(sign(-DELTA - 1))
  expect([await ask(sign(-DELTA - 1)), await ask(sign(-DELTA))]).toEqual([null, 'happy'])
})
