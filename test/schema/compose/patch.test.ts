import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { Source } from 'graphql'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unifiedDiff } from '../../../schema/compose/patch.ts'

const TEXT = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`).join('\n') + '\n'
const source = new Source(TEXT, 'a.graphql')
const at = (text: string) => ({ source, offset: TEXT.indexOf(`${text}\n`) })

describe('unifiedDiff', () => {
  test('shows the changed line with three lines around it', () => {
    expect(unifiedDiff([{ at: at('line 5'), remove: 4, insert: 'Zeile' }])).toBe(
      [
        '--- a/a.graphql',
        '+++ b/a.graphql',
        '@@ -2,7 +2,7 @@',
        ' line 2\n line 3\n line 4\n-line 5\n+Zeile 5\n line 6\n line 7\n line 8',
        '',
      ].join('\n'),
    )
  })

  test('counts added lines and joins what touches', () => {
    const diff = unifiedDiff([
      { at: at('line 1'), insert: 'new\n' },
      { at: at('line 4'), insert: '> ' },
      { at: at('line 20'), insert: '> ' },
    ])
    expect(diff.match(/^@@.*$/gm)).toEqual(['@@ -1,7 +1,8 @@', '@@ -17,7 +18,7 @@'])
  })
})

describe('git apply', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'concord-patch-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('makes of the text what the edits say', () => {
    const offsets = fc.uniqueArray(fc.nat(TEXT.length - 1), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(offsets, fc.constantFrom('x', 'x\ny', ' z'), (places, insert) => {
        writeFileSync(join(folder, 'a.graphql'), TEXT)
        const edits = places.map((offset) => ({ at: { source, offset }, insert }))
        execFileSync('git', ['apply', '-'], { cwd: folder, input: unifiedDiff(edits) })
        const sorted = places.toSorted((a, b) => b - a)
        const expected = sorted.reduce((text, offset) => text.slice(0, offset) + insert + text.slice(offset), TEXT)
        expect(readFileSync(join(folder, 'a.graphql'), 'utf8')).toBe(expected)
      }),
      { numRuns: 20, seed: 3 },
    )
  })
})
