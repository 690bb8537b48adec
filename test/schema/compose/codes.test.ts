import { describe, expect, test } from 'vitest'
import { APOLLO_CODES } from '../../../schema/compose/codes.ts'
import { composeGraph } from '../../../schema/compose/compose.ts'
import { RULES } from '../../../schema/compose/rules/rules.ts'
import { graphOf, problemsOf } from '../../support/graph.ts'
import { WRONG_EXTERNAL } from './wrong/external.ts'
import { WRONG_ONE_FILE } from './wrong/oneFile.ts'
import { WRONG_SHARED } from './wrong/shared.ts'
import { WRONG_WHOLE } from './wrong/whole.ts'

/** Without the flow check, which would refuse some of them first: that is for flowCheck.test.ts. */
const COMPOSITION = RULES.filter(({ number }) => number === undefined)
/** For every code that is told in plain words: a graph that has it, where, and the hint taken. */
const CASES = { ...WRONG_ONE_FILE, ...WRONG_EXTERNAL, ...WRONG_SHARED, ...WRONG_WHOLE }

describe('each code of the composition', () => {
  test.each(Object.entries(CASES))('%s', (code, { texts, at, mend }) => {
    const [first] = problemsOf(composeGraph(graphOf(texts), COMPOSITION))
    expect(first?.code).toBe(code)
    expect(`${first?.file.replace('.graphql', '')}:${first?.line}`).toBe(at)
    expect(first?.message).not.toMatch(/\{subject\}|undefined|^:/)

    const mended = mend.reduce(
      (all, [name, from, to]) => ({ ...all, [name]: all[name]?.replace(from, to) ?? '' }),
      texts,
    )
    expect(mended).not.toEqual(texts)
    expect(problemsOf(composeGraph(graphOf(mended), COMPOSITION))).toEqual([])
  })

  test('that is told in plain words has a case here', () => {
    expect(Object.keys(APOLLO_CODES).filter((code) => !(code in CASES) && code !== 'COMPOSITION_FAILED')).toEqual([])
  })
})
