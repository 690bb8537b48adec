import { statSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries } from '../../subgraphs/accounts/ledger/ledgers.ts'
import { ledgerFiles } from './ledgerFiles.ts'

const files = ledgerFiles()
let account = ''

beforeAll(async () => {
  account = await files.record('ada', entries(300))
  await files.exported(account, 'ledger.jsonl')
})
afterAll(() => files.dispose())

describe('export-ledger', () => {
  test('writes all records and a head, readable by the owner alone', () => {
    const lines = files.lines('ledger.jsonl')
    expect(lines).toHaveLength(301)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ index: 0, previous: '' })
    expect(JSON.parse(lines[300] ?? '')).toMatchObject({ account, size: 300 })
    expect(statSync(files.path('ledger.jsonl')).mode & 0o077).toBe(0)
  })

  test('prints to standard output, and says how much on the other', async () => {
    const { printed, said } = await files.exported(account)
    expect(printed.split('\n')).toHaveLength(302)
    expect(said).toContain('300 records and their head.')
  })

  test('of an account without records is empty', async () => {
    const { printed, said } = await files.exported(await files.record('bob', []))
    expect(printed).toBe('')
    expect(said).toContain('Nothing was recorded yet')
  })

  test('of an id that is none says what to do', async () => {
    await expect(files.exported('nobody')).rejects.toThrow('Ask for { viewer { account { id } } }')
  })
})

describe('verify-ledger', () => {
  test('finds what was exported whole', async () => {
    const { code, text } = await files.verified('ledger.jsonl')
    expect(code).toBe(0)
    expect(text).toContain(`The chain of account ${account} is whole: 300 records`)
    expect(text).toContain('its signature holds')
  })

  test('says when the signature was not checked', async () => {
    const { code, text } = await files.verified('ledger.jsonl', {})
    expect(code).toBe(0)
    expect(text).toContain('its signature was not checked: give the keys with --jwks')
  })

  test('names the record that was changed', async () => {
    const lines = files.lines('ledger.jsonl')
    files.write('edited.jsonl', lines.with(41, lines[41]!.replace('CROSSPOST', 'AVATARS')))
    const { code, text } = await files.verified('edited.jsonl')
    expect(code).toBe(1)
    expect(text).toBe('EDITED: Record 41 was edited: its body has another digest than bodyHash (line 42).\n')
  })

  test('does not take a file without a head for a whole one', async () => {
    files.write('headless.jsonl', files.lines('ledger.jsonl').slice(0, 200))
    const { code, text } = await files.verified('headless.jsonl')
    expect(code).toBe(1)
    expect(text).toContain('Its end is not proved')
  })

  test('holds a ledger against a head that was kept', async () => {
    writeFileSync(files.path('kept.json'), files.lines('ledger.jsonl')[300] ?? '')
    files.write('cut.jsonl', files.lines('ledger.jsonl').slice(0, 200))
    const { code, text } = await files.verified('cut.jsonl', { head: [files.path('kept.json')] })
    expect(code).toBe(1)
    expect(text).toContain('TRUNCATED: The ledger was truncated: record 200 and what follows it are missing')
  })

  test.each([
    ['missing.jsonl', {}, 'must be a readable file'],
    ['.', {}, 'must be a file, but is none'],
    ['ledger.jsonl', { jwks: files.path('ledger.jsonl') }, 'must be a file with a JSON Web Key Set'],
    ['ledger.jsonl', { head: [files.path('jwks.json')] }, 'must hold a ledger head with its "signature"'],
  ])('ends with 2 when called wrongly: %s %o', async (file, flags, complaint) => {
    const outcome = await files.verified(file, flags)
    expect(outcome.code).toBe(2)
    expect(outcome.complaint).toContain(complaint)
  })
})
