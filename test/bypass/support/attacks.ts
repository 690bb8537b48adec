import { describe, expect, test } from 'vitest'
import { problemsOf, type Texts } from '../../support/graph.ts'
import { changed, type Change } from '../../schema/compose/wrong/flow/wrongFlow.ts'
import { composeAttacked, onOurs, onStock } from './attacked.ts'
import { littleFamily, LITTLE_FAMILY } from './littleFamily.ts'

/** Something that a team writes into its file, by which data goes where nobody agreed to. */
export interface Attack {
  readonly change: readonly Change[]
  /** Who then asks what. */
  readonly query: string
  /** The value, and whom it reaches: a subgraph, or `client`. */
  readonly leaks: readonly [canary: string, to: string]
  /** What the composer says, at the first line of that file that holds that text. */
  readonly refused: readonly [code: string, file: string, line: string]
  /** `refused`: our gateway refuses the plan too, should it ever load such a graph. Absent: no consented data is in it. */
  readonly plan?: 'refused'
}

/** Each shown open (composed by Apollo's composition alone, behind Apollo's gateway) and closed, by what is done. */
export function testAttacks(number: string, attacks: Readonly<Record<string, Attack>>): void {
  describe.each(Object.entries(attacks))(`${number}: %s`, (_, { change, query, leaks: [canary, to], ...attack }) => {
    const texts = attackedBy(change)

    test('open: stock composes and serves it', async () => {
      const stock = await onStock(texts)
      const answer = JSON.stringify(await stock.ask(query))
      expect(to === 'client' ? answer : stock.sentTo(to)).toContain(canary)
    })

    test('closed: the composer refuses it, where it stands', () => {
      const [code, file, line] = attack.refused
      expect(refusals(texts)[0]).toEqual([code, `${file}.graphql`, expect.stringContaining(line)])
    })

    if (attack.plan !== 'refused') return
    test('closed: our gateway refuses the plan', async () => {
      const ours = onOurs(texts)
      expect(await ours.ask(query)).toEqual({ errors: [expect.objectContaining({ extensions: planRefused })] })
      expect(ours.sentTo(to)).toBe('')
    })
  })
}

const planRefused: unknown = expect.objectContaining({ code: 'PLAN_REFUSED' })

/** The little family with these changes; a partner that changes nothing is left out, for composing costs time. */
export function attackedBy(change: readonly Change[]): Texts {
  const { acme = '', ...apps } = changed(change, LITTLE_FAMILY)
  return acme === LITTLE_FAMILY['acme'] ? apps : { ...apps, acme }
}

/** Code, file and the text of the line, of all that the composer says. */
export function refusals(texts: Texts): readonly (readonly [code: string, file: string, line: string])[] {
  return problemsOf(composeAttacked(littleFamily(texts))).map(({ code, file, line }) => {
    const text = texts[file.replace('.graphql', '')] ?? ''
    return [code, file, text.split('\n')[line - 1] ?? '']
  })
}

/** Written below what the file had. */
export function writes(subgraph: string, lines: string): Change {
  return [subgraph, 'scalar DateTime\n', `scalar DateTime\n${lines}\n`]
}
