import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chain, type ChainedRecord } from '../../subgraphs/accounts/ledger/chain.ts'
import { recordLine } from '../../subgraphs/accounts/ledger/lines.ts'
import { ledgerFiles } from '../bin/commands/ledgerFiles.ts'
import { entries } from '../subgraphs/accounts/ledger/ledgers.ts'
import { cases, seed } from '../support/long.ts'

/**
 * I16, second half: editing, dropping, reordering, truncating or forking a chain is detected offline against a signed
 * head. Here by the commands, on the file that they exchange, over a store with pages; the rules of it, record by record,
 * are in `test/subgraphs/accounts/ledger/verify.test.ts`.
 */
describe('I16: whoever holds the exported file and the published keys finds that it was', () => {
  const SIZE = 200
  const files = ledgerFiles()
  let whole: readonly string[] = []

  beforeAll(async () => {
    await files.exported(await files.record('ada', entries(SIZE)), 'whole.jsonl')
    whole = files.lines('whole.jsonl')
  })
  afterAll(() => files.dispose())

  const recordAt = (index: number) => JSON.parse(whole[index]!) as ChainedRecord
  const place = fc.nat({ max: SIZE - 1 })

  /** Changes the file at random places; each change must be called by its name. */
  async function everyChange(kind: string, change: (at: number, far: number) => readonly string[] | null) {
    await fc.assert(
      fc.asyncProperty(place, place, async (at, far) => {
        const changed = change(at, far)
        fc.pre(changed !== null)
        files.write('changed.jsonl', changed ?? [])
        const { code, text } = await files.verified('changed.jsonl')
        expect(code).toBe(1)
        expect(text).toMatch(new RegExp(`^${kind}: .*record.* ${at}\\b`, 'i'))
      }),
      { numRuns: cases(25), seed },
    )
  }

  test('not changed', async () => {
    expect((await files.verified('whole.jsonl')).code).toBe(0)
  })

  test('edited', () =>
    everyChange('EDITED', (at) => {
      const record = recordAt(at)
      return whole.with(at, recordLine({ ...record, body: record.body.replace('messenger', 'photo') }))
    }))

  test('robbed of a record', () => everyChange('DROPPED', (at) => (at === SIZE - 1 ? null : whole.toSpliced(at, 1))))

  test('reordered', () =>
    everyChange('REORDERED', (at, far) => (far <= at ? null : whole.with(at, whole[far]!).with(far, whole[at]!))))

  test('truncated', () => everyChange('TRUNCATED', (at) => [...whole.slice(0, at), whole[SIZE]!]))

  test('forked', async () => {
    await fc.assert(
      fc.asyncProperty(place, async (at) => {
        const head = { size: at, head: at === 0 ? '' : recordAt(at - 1).hash }
        const other = chain(head, entries(SIZE - at, 'other', at)).records.map(recordLine)
        files.write('forked.jsonl', [...whole.slice(0, at), ...other, whole[SIZE]!])
        expect(await files.verified('forked.jsonl')).toMatchObject({
          code: 1,
          text: expect.stringMatching(/^FORKED: /),
        })
      }),
      { numRuns: cases(25), seed },
    )
  })
})
