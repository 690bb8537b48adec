import { readdirSync, readFileSync } from 'node:fs'
import { parse, type OperationDefinitionNode } from 'graphql'
import { describe, expect, test } from 'vitest'
import {
  learn,
  nameOf,
  NEW,
  noteOn,
  sessionAt,
  stepOf,
  STEPS,
  variablesOf,
  whatIsMissing,
  whyNotYet,
  type Answer,
  type Learned,
  type Step,
} from '../../../gateway/playground/page/tour.ts'
import { ada, hana, luca } from './people.ts'

const step = (name: string): Step => {
  const found = stepOf(`query ${name} {`)
  if (found === undefined) throw new Error(`There must be a step ${name}`)
  return found
}
const learned = (answers: readonly Answer['data'][], from: Learned = NEW): Learned =>
  answers.reduce((known: Learned, data) => learn(known, { ...(data && { data }) }, () => 'new'), from)

const requested = { requestLink: { linkRequest: { id: 'r', state: 'REQUESTED', code: 'AB-CD' }, errors: [] } }
const offers = ['IMPROVE', 'PERSONALIZE'].map((purpose) => ({
  from: 'MESSENGER',
  to: 'photo',
  purpose,
  notice: { text: 'What it is for.', digest: `digest of ${purpose}` },
}))
const opened = { openLink: { linkRequest: { id: 'r', offers }, errors: [] } }
const confirmed = { confirmLink: { linkRequest: {}, errors: [] } }
const approved = { approveLink: { linkRequest: {}, errors: [] } }
const looked = {
  viewer: {
    account: {
      links: [
        { id: 'ended', app: 'PHOTO', state: 'UNLINKED' },
        { id: 'other', app: 'MESSENGER', state: 'ACTIVE' },
        { id: 'photo', app: 'PHOTO', state: 'ACTIVE' },
      ],
    },
  },
}

describe('the steps of the tour', () => {
  test('are the files beside the page, each an operation by the number and name of its file', () => {
    const files = readdirSync(new URL('../../../gateway/playground/page/operations/tour', import.meta.url))
    const names = files.map((file) => /(\d+)-(\w+)\.graphql/.exec(file)?.slice(1) ?? [])
    const expected = names.toSorted(([a], [b]) => Number(a) - Number(b))
    expect(STEPS.map(({ query }) => nameOf(query)?.toLowerCase())).toEqual(
      expected.map((each) => `tour${each.join('')}`),
    )
  })

  test.each(STEPS)('explain themselves where one looks: $query', ({ query, explains }) => {
    expect(query).toMatch(/^(# .{5,56}\n){2}(query|mutation) /)
    expect(explains).toMatch(/^[A-Z].{30,110}\.$/)
  })

  test.each(STEPS)('ask for an input where they have one: $query', ({ query, input }) => {
    const [operation] = parse(query).definitions as OperationDefinitionNode[]
    expect(operation?.variableDefinitions?.map(({ variable }) => variable.name.value)).toEqual(input ? ['input'] : [])
  })

  test('are known by the operation, whatever else was changed', () => {
    expect(stepOf('# Mine\nmutation Tour2Open($input: OpenLinkInput!) { openLink')).toBe(STEPS[1])
    expect([stepOf('query Home { id }'), stepOf(''), stepOf(null), stepOf('# query Tour5Use')]).toEqual(
      Array(4).fill(undefined),
    )
  })
})

describe('variables', () => {
  test.each<[string, readonly Answer['data'][], object]>([
    ['Tour1Request', [], { app: 'PHOTO', idempotencyKey: NEW.key }],
    ['Tour2Open', [requested], { code: 'AB-CD' }],
    ['Tour4Approve', [requested, opened, confirmed], { requestId: 'r' }],
    ['Tour8Withdraw', [], { from: 'MESSENGER', to: 'photo', purpose: 'PERSONALIZE', granted: false }],
    ['Tour9Pause', [looked], { linkId: 'photo' }],
    ['Tour10Unlink', [looked], { linkId: 'photo', keepSettings: false }],
  ])('of %s after %j', (name, answers, input) => {
    expect(JSON.parse(variablesOf(step(name), learned(answers)))).toEqual({ input })
  })

  test('answer every offer under the notice that was shown, one with yes and one with no', () => {
    const { input } = JSON.parse(variablesOf(step('Tour3Confirm'), learned([requested, opened])))
    const choice = { from: 'MESSENGER', to: 'photo' }
    expect(input).toEqual({
      requestId: 'r',
      choices: [
        { ...choice, purpose: 'IMPROVE', granted: false, noticeDigest: 'digest of IMPROVE' },
        { ...choice, purpose: 'PERSONALIZE', granted: true, noticeDigest: 'digest of PERSONALIZE' },
      ],
    })
  })

  test.each<[string, readonly Answer['data'][], string]>([
    ['Tour2Open', [], 'First run Tour1Request: its answer has the code.'],
    ['Tour3Confirm', [requested], 'First run Tour2Open: its answer has the offers.'],
    ['Tour4Approve', [requested, opened], 'First run Tour3Confirm: its answer has what you approve.'],
    ['Tour9Pause', [], 'First run Tour6Consents: its answer has the id of the link.'],
    ['Tour10Unlink', [], 'First run Tour6Consents: its answer has the id of the link.'],
  ])('of %s too early say what to do first, and are not sent', (name, answers, sentence) => {
    const [early, known] = [step(name), learned(answers)]
    const blank = { input: early.input?.blank }
    expect(variablesOf(early, known)).toBe(`// ${sentence}\n${JSON.stringify(blank, null, 2)}`)
    expect(whatIsMissing(early, known)).toBe(sentence)
    expect(whyNotYet(early, known, blank)).toBe(sentence)
    // Whoever has them from somewhere else may try.
    expect(whyNotYet(early, known, { input: { code: 'mine' } })).toBeNull()
  })

  test('answer nothing where nothing is offered, and the page says why', () => {
    const known = learned([requested, { openLink: { linkRequest: { id: 'r', offers: [] }, errors: [] } }])
    const input = { requestId: 'r', choices: [] }
    expect(JSON.parse(variablesOf(step('Tour3Confirm'), known))).toEqual({ input })
    expect(noteOn(step('Tour3Confirm'), known)).toMatch(/^Nothing is offered here: minors are not asked/)
    expect(noteOn(step('Tour4Approve'), known)).toBe(whatIsMissing(step('Tour4Approve'), known))
  })

  test('are none where a step takes none', () => {
    expect(variablesOf(step('Tour5Use'), NEW)).toBe('')
    expect(whyNotYet(step('Tour5Use'), NEW, undefined)).toBeNull()
  })
})

describe('what answers tell', () => {
  test('a new request forgets the old one; the same one, asked again, does not', () => {
    const known = learned([requested, opened, confirmed])
    expect(learned([requested], known)).toBe(known)
    const other = { requestLink: { linkRequest: { id: 's', state: 'REQUESTED', code: 'EF' }, errors: [] } }
    expect(learned([other], known)).toEqual({ key: NEW.key, requestId: 's', code: 'EF' })
  })

  test('the next request has a key of its own once this one is approved, or is over', () => {
    expect(learned([requested, opened, confirmed, approved])).toMatchObject({ key: 'new', requestId: 'r' })
    for (const code of ['LINK_REQUEST_EXPIRED', 'LINK_REQUEST_NOT_FOUND'])
      expect(learned([requested, { openLink: { linkRequest: null, errors: [{ code }] } }])).toEqual({ key: 'new' })
    const ended = { requestLink: { linkRequest: { id: 'r', state: 'REJECTED', code: null }, errors: [] } }
    expect(learned([ended])).toEqual({ key: 'new' })
  })

  test('other refusals, failures and nulls tell nothing', () => {
    const known = learned([requested, opened])
    const wrong = { openLink: { linkRequest: null, errors: [{ code: 'LINK_CODE_WRONG' }] } }
    const nothing: Answer['data'][] = [wrong, null, undefined, {}, { viewer: null }, { viewer: { account: null } }]
    for (const data of nothing) expect(learned([data], known)).toBe(known)
  })
})

describe('the session of a step', () => {
  const people = [luca, ada, hana]
  const named = (name: string) => ({ person: name, client: 'SOCIAL' }) as const

  test.each([
    ['whoever one is, in the app of the step', 'Tour2Open', named(ada.name), { person: ada.name, client: 'PHOTO' }],
    ['another, where one lacks a profile', 'Tour1Request', named(hana.name), { person: ada.name, client: 'MESSENGER' }],
    ['the first who can, for nobody', 'Tour6Consents', null, { person: ada.name, client: 'ACCOUNTS' }],
  ] as const)('is %s', (_whose, name, session, expected) => {
    expect(sessionAt(step(name), session, people)).toEqual(expected)
  })

  test('stays where nobody can take the tour', () => {
    expect(sessionAt(step('Tour1Request'), named(hana.name), [hana, luca])).toEqual(named(hana.name))
  })
})

test('every operation of the page is in a file of its own that ends with a line', () => {
  const folder = new URL('../../../gateway/playground/page/operations/', import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'))
  for (const file of files) expect(readFileSync(new URL(file, folder), 'utf8')).toMatch(/\}\n$/)
})
