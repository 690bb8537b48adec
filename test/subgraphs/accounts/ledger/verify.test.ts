import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chain, digest, EMPTY_CHAIN, linkOf, type ChainedRecord } from '../../../../subgraphs/accounts/ledger/chain.ts'
import { signHead } from '../../../../subgraphs/accounts/ledger/head.ts'
import { headLine, recordLine } from '../../../../subgraphs/accounts/ledger/lines.ts'
import { verifyLedger } from '../../../../subgraphs/accounts/ledger/verify.ts'
import { cases, seed } from '../../../support/long.ts'
import { anyEntry, entries, fileOf, headOf, keys, records, strangersKeys } from './ledgers.ts'

const { jwks } = keys
const runs = { numRuns: cases(150), seed }

/** What is said of these records, held against the head of the untouched ones. */
async function verdictOn(changed: readonly ChainedRecord[], original: readonly ChainedRecord[]) {
  const verdict = await verifyLedger(fileOf(changed, await headOf(original)), { jwks: jwks as never })
  return verdict.ok ? verdict : verdict.problem
}

/** A chain of 1 to 30 records, and a place in it. */
const chainAndPlace = fc
  .array(anyEntry, { minLength: 1, maxLength: 30 })
  .map((all) => chain(EMPTY_CHAIN, all).records)
  .chain((whole) => fc.record({ whole: fc.constant(whole), place: fc.nat({ max: whole.length - 1 }) }))

const renumbered = (of: readonly ChainedRecord[]) => of.map((record, index) => ({ ...record, index }))
const rehashed = (record: ChainedRecord, body: string): ChainedRecord => {
  const bodyHash = digest(body)
  return { ...record, body, bodyHash, hash: linkOf(record.previous, bodyHash) }
}

test('an untouched chain holds', async () => {
  await fc.assert(
    fc.asyncProperty(chainAndPlace, async ({ whole }) => {
      const verdict = await verdictOn(whole, whole)
      expect(verdict).toMatchObject({ ok: true, size: whole.length, signatureChecked: true, withoutBody: 0 })
    }),
    runs,
  )
})

describe('every single change is found and named:', () => {
  test('an edited field', async () => {
    const edits = fc.constantFrom<(record: ChainedRecord) => ChainedRecord>(
      (record) => ({ ...record, index: record.index + 1 }),
      (record) => ({ ...record, index: -1 }),
      (record) => ({ ...record, at: '2020-01-01T00:00:00.000Z' }),
      (record) => ({ ...record, body: record.body.replace('"to":"', '"to":"x') }),
      (record) => ({ ...record, bodyHash: digest('x') }),
      (record) => ({ ...record, previous: digest('x') }),
      (record) => ({ ...record, hash: digest('x') }),
    )
    await fc.assert(
      fc.asyncProperty(chainAndPlace, edits, async ({ whole, place }, edit) => {
        const changed = whole.map((record, index) => (index === place ? edit(record) : record))
        expect(await verdictOn(changed, whole)).toMatchObject({ kind: 'EDITED', record: place })
      }),
      runs,
    )
  })

  test('a record that was edited with its digests', async () => {
    await fc.assert(
      fc.asyncProperty(chainAndPlace, async ({ whole, place }) => {
        const changed = whole.map((record, index) =>
          index === place ? rehashed(record, record.body.replace('"to":"', '"to":"x')) : record,
        )
        // In the last record that is a chain of its own: nothing after it says otherwise, the head alone does.
        const kind = place === whole.length - 1 ? 'FORKED' : 'EDITED'
        expect(await verdictOn(changed, whole)).toMatchObject({ kind, record: place })
      }),
      runs,
    )
  })

  test('records that were dropped, with and without new numbers', async () => {
    await fc.assert(
      fc.asyncProperty(chainAndPlace, fc.integer({ min: 1, max: 3 }), fc.boolean(), async (given, count, hide) => {
        const { whole, place } = given
        fc.pre(place + count < whole.length)
        const left = whole.toSpliced(place, count)
        const verdict = await verdictOn(hide ? renumbered(left) : left, whole)
        expect(verdict).toMatchObject({ kind: 'DROPPED', record: place })
      }),
      runs,
    )
  })

  test('two records that were swapped, with and without new numbers', async () => {
    await fc.assert(
      fc.asyncProperty(chainAndPlace, fc.nat(), fc.boolean(), async ({ whole, place }, far, hide) => {
        const other = far % whole.length
        fc.pre(other > place)
        const swapped = whole.toSpliced(place, 1, whole[other]!).toSpliced(other, 1, whole[place]!)
        const verdict = await verdictOn(hide ? renumbered(swapped) : swapped, whole)
        expect(verdict).toMatchObject({ kind: 'REORDERED', record: place, ...(!hide && { other }) })
      }),
      runs,
    )
  })

  test('a record that stands twice', async () => {
    await fc.assert(
      fc.asyncProperty(chainAndPlace, fc.nat(), async ({ whole, place }, far) => {
        const later = place + 1 + (far % (whole.length - place))
        const repeated = whole.toSpliced(later, 0, whole[place]!)
        expect(await verdictOn(repeated, whole)).toMatchObject({ kind: 'REORDERED', record: place })
      }),
      runs,
    )
  })

  test('an end that was cut off', async () => {
    await fc.assert(
      fc.asyncProperty(chainAndPlace, async ({ whole, place }) => {
        expect(await verdictOn(whole.slice(0, place), whole)).toMatchObject({ kind: 'TRUNCATED', record: place })
      }),
      runs,
    )
  })

  test('another history from some record on', async () => {
    await fc.assert(
      fc.asyncProperty(chainAndPlace, fc.integer({ min: 1, max: 5 }), async ({ whole, place }, count) => {
        const shared = whole.slice(0, place)
        const head = { size: place, head: shared.at(-1)?.hash ?? '' }
        const forked = [...shared, ...chain(head, entries(count, 'other')).records]
        const verdict = await verdictOn(forked, whole)
        expect(verdict).toMatchObject({ kind: forked.length < whole.length ? 'TRUNCATED' : 'FORKED' })
        const kept = await headOf(whole.slice(0, place + 1))
        const located = await verifyLedger(fileOf(forked, await headOf(forked)), { heads: [kept.signature] })
        expect(located).toMatchObject({ ok: false, problem: { kind: 'FORKED', record: place } })
      }),
      runs,
    )
  })

  test('both histories, one after the other', async () => {
    await fc.assert(
      fc.asyncProperty(chainAndPlace, async ({ whole, place }) => {
        const head = { size: place, head: whole[place - 1]?.hash ?? '' }
        const both = [...whole, ...chain(head, entries(1, 'other')).records]
        expect(await verdictOn(both, whole)).toMatchObject({ kind: 'FORKED', record: place })
      }),
      runs,
    )
  })

  test('a record that was put in between', async () => {
    const whole = records(6)
    for (const head of [whole[2]!.hash, digest('elsewhere')]) {
      const forged = chain({ size: 3, head }, entries(1, 'forged')).records
      expect(await verdictOn(whole.toSpliced(3, 0, ...forged), whole)).toMatchObject({ kind: 'FORKED', record: 3 })
    }
  })

  test('whatever else is known of other moments', async () => {
    const whole = records(6)
    const swapped = whole.with(4, whole[5]!).with(5, whole[4]!)
    const older = await headOf(whole.slice(0, 2))
    const verdict = await verifyLedger(fileOf(swapped, await headOf(whole)), { heads: [older.signature] })
    expect(verdict).toMatchObject({ problem: { kind: 'REORDERED', record: 4, other: 5 } })
  })

  test('records added behind the head', async () => {
    const whole = records(6)
    expect(await verdictOn(whole, whole.slice(0, 4))).toMatchObject({ kind: 'FORKED', record: 4 })
  })
})

describe('the head', () => {
  const whole = records(5)

  test('signed by somebody else', async () => {
    const lines = fileOf(whole, await headOf(whole, strangersKeys.signing))
    const verdict = await verifyLedger(lines, { jwks: jwks as never })
    expect(verdict).toMatchObject({ ok: false, problem: { kind: 'HEAD' } })
  })

  test('that says something else than its signature', async () => {
    const head = { ...(await headOf(whole)), account: 'account-of-bob' }
    const verdict = await verifyLedger([...whole.map(recordLine), headLine(head)], { jwks: jwks as never })
    expect(verdict).toMatchObject({
      problem: { message: expect.stringContaining('something else than its signature') },
    })
  })

  test('of another account than a head that was kept', async () => {
    const { signature } = await signHead({ ...(await headOf(whole)), account: 'account-of-bob' }, keys.signing)
    const verdict = await verifyLedger(fileOf(whole, await headOf(whole)), { heads: [signature] })
    expect(verdict).toMatchObject({ problem: { message: expect.stringContaining('must be of one account') } })
  })

  test('that is missing leaves the end unproved', async () => {
    expect(await verifyLedger(fileOf(whole, null))).toMatchObject({ ok: true, signed: null, signatureChecked: false })
  })

  test('is not made of whatever else the key signed', async () => {
    const { signature } = await headOf(whole)
    const [, payload, mac] = signature.split('.')
    const receipt = [Buffer.from('{"alg":"EdDSA"}').toString('base64url'), payload, mac].join('.')
    const verdict = await verifyLedger([], { jwks: jwks as never, heads: [receipt] })
    expect(verdict).toMatchObject({ ok: false, problem: { kind: 'HEAD' } })
  })
})

describe('lines', () => {
  const whole = records(5)

  test('a line that is cut off at the end of the file', async () => {
    const lines = fileOf(whole, null)
    const cut = [...lines.slice(0, 4), lines[4]!.slice(0, 40)]
    expect(await verifyLedger(cut)).toMatchObject({ problem: { kind: 'TRUNCATED', record: 4, line: 5 } })
  })

  test('a line that is no record', async () => {
    const lines = fileOf(whole, await headOf(whole)).with(2, '{"index":2}')
    expect(await verifyLedger(lines)).toMatchObject({ problem: { kind: 'EDITED', record: 2, line: 3 } })
  })

  test('bodies that were not for the reader are counted', async () => {
    const lines = [recordLine({ ...whole[0]!, body: null }), ...fileOf(whole, await headOf(whole)).slice(1)]
    expect(await verifyLedger(lines)).toMatchObject({ ok: true, withoutBody: 1 })
  })
})
