import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { composeGraph } from '../../../../schema/compose/compose.ts'
import type { Problem } from '../../../../schema/compose/problem.ts'
import { RULES } from '../../../../schema/compose/rules/rules.ts'
import type { SubgraphSource } from '../../../../schema/contract.ts'
import { graphOf, problemsOf, withLink } from '../../../support/graph.ts'
import { patchedText } from '../../../support/patched.ts'

interface Wrong {
  readonly text: string
  readonly line: number
  /** What the hint tells, done; `patch` where the problem brings one that does it. */
  readonly mend: readonly [from: string, to: string] | 'patch'
}

const QUERY = 'type Query { alphaOne: T }'
const FEDERATION =
  '@link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@override", "@composeDirective"])'
const CONSENT = '@link(url: "https://concord.example/consent/v1.0", import: ["@open"])'
const COMPOSED = '@composeDirective(name: "@open")'
const OPEN = 'directive @open on FIELD_DEFINITION | OBJECT'
const labelled = (...head: string[]) => `extend schema ${head.join(' ')}\n${QUERY}\ntype T @open { a: Int }\n`
const linking = (spec: string) => `extend schema\n  ${FEDERATION}\n  ${spec}\ntype Query { alphaOne: Int }`

/** Each rule about one file: a file that breaks it, and the hint taken. */
const CASES: Readonly<Record<string, Wrong>> = {
  'FEDERATION_1_DOCUMENT without any link': {
    text: '@link\n'.replace('@link', '# no @link') + 'type Query { alphaOne: Int }\n',
    line: 1,
    mend: 'patch',
  },
  'FEDERATION_VERSION older': {
    text: 'extend schema\n  @link(url: "https://specs.apollo.dev/federation/v2.4")\ntype Query { alphaOne: Int }',
    line: 2,
    mend: ['v2.4', 'v2.12'],
  },
  'FEDERATION_VERSION none': {
    text: 'extend schema\n  @link(url: "https://specs.apollo.dev/federation")\ntype Query { alphaOne: Int }',
    line: 2,
    mend: ['federation"', 'federation/v2.12"'],
  },
  LINK_REPEATED: {
    text: linking('@link(url: "https://specs.apollo.dev/federation/v2.5")'),
    line: 3,
    mend: ['@link(url: "https://specs.apollo.dev/federation/v2.5")', ''],
  },
  'LINK_REPEATED the consent spec': {
    text: linking(`${CONSENT} ${CONSENT.replace('v1.0', 'v1.1')}`),
    line: 3,
    mend: [` ${CONSENT.replace('v1.0', 'v1.1')}`, ''],
  },
  'SCHEMA_DIRECTIVE_NOT_ALLOWED another name for @link': {
    text: `${linking('@lk(url: "https://specs.apollo.dev/link/v1.0", as: "lk")')}\ndirective @lk(url: String, as: String) repeatable on SCHEMA`,
    line: 3,
    mend: ['@lk(url: "https://specs.apollo.dev/link/v1.0", as: "lk")', ''],
  },
  'DIRECTIVE_NOT_IMPORTED by its full name': {
    text: `extend schema\n  ${FEDERATION}\n${QUERY}\ntype T @federation__key(fields: "a") { a: Int }`,
    line: 4,
    mend: ['federation__', ''],
  },
  LINK_NOT_ALLOWED: {
    text: linking('@link(url: "https://specs.apollo.dev/connect/v0.1", import: ["@connect"])'),
    line: 3,
    mend: ['@link(url: "https://specs.apollo.dev/connect/v0.1", import: ["@connect"])', ''],
  },
  CONSENT_VERSION: {
    text: linking('@link(url: "https://concord.example/consent/v2.0")'),
    line: 3,
    mend: ['v2.0', 'v1.0'],
  },
  'LINK_RENAMED a spec': {
    text: linking('@link(url: "https://concord.example/consent/v1.0", as: "c")'),
    line: 3,
    mend: [', as: "c"', ''],
  },
  'LINK_RENAMED a directive': {
    text: linking('@link(url: "https://concord.example/consent/v1.0", import: [{ name: "@open", as: "@opened" }])'),
    line: 3,
    mend: ['{ name: "@open", as: "@opened" }', '"@open"'],
  },
  'DIRECTIVE_NOT_ALLOWED imported': {
    text: `extend schema\n  @link(\n    url: "https://specs.apollo.dev/federation/v2.12"\n    import: ["@key", "@fromContext"]\n  )\ntype Query { alphaOne: Int }`,
    line: 4,
    mend: [', "@fromContext"', ''],
  },
  'DIRECTIVE_NOT_ALLOWED by its full name': {
    text: 'type Query { alphaOne: T }\ntype T @federation__authenticated { a: Int }',
    line: 3,
    mend: [' @federation__authenticated', ''],
  },
  OVERRIDE_LABEL_NOT_ALLOWED: {
    text: 'type Query { alphaOne: Int @override(from: "beta", label: "percent(5)") }',
    line: 2,
    mend: [', label: "percent(5)"', ''],
  },
  COMPOSE_DIRECTIVE_NOT_ALLOWED: {
    text: `extend schema\n  ${FEDERATION}\n  @composeDirective(name: "@mine")\ndirective @mine on OBJECT\ntype Query { alphaOne: Int }`,
    line: 3,
    mend: ['  @composeDirective(name: "@mine")', ''],
  },
  CONSENT_NOT_IMPORTED: {
    text: `${labelled(FEDERATION, COMPOSED)}${OPEN}`,
    line: 3,
    mend: [COMPOSED, `${COMPOSED} @link(url: "https://concord.example/consent/v1.0", import: ["@open"])`],
  },
  CONSENT_DEFINITION_MISSING: { text: labelled(FEDERATION, CONSENT, COMPOSED), line: 1, mend: 'patch' },
  CONSENT_DEFINITION_DIFFERS: {
    text: `${labelled(FEDERATION, CONSENT, COMPOSED)}directive @open on OBJECT | INTERFACE`,
    line: 4,
    mend: ['directive @open on OBJECT | INTERFACE', OPEN],
  },
  COMPOSE_DIRECTIVE_MISSING: { text: `${labelled(FEDERATION, CONSENT)}${OPEN}\n`, line: 1, mend: 'patch' },
  'RESERVED_NAME of an object': { text: `${QUERY}\ntype T { c__a: Int }`, line: 3, mend: ['c__a', 'a'] },
  'RESERVED_NAME of an interface': {
    text: `${QUERY}\ninterface I { c__a: Int }\ntype T { a: Int }`,
    line: 3,
    mend: ['c__a', 'a'],
  },
  'PARTNER_ROOT_FIELD of a query': {
    text: 'type Query { alphabet: Int alphaOne: Int }',
    line: 2,
    mend: ['alphabet', 'alphaAlphabet'],
  },
  'PARTNER_ROOT_FIELD of a named root': {
    text: 'schema { query: Query mutation: M }\ntype Query { alphaOne: Int }\nextend type M { act: Int }\ntype M { alphaDo: Int }',
    line: 4,
    mend: ['act', 'alphaAct'],
  },
}

function compose(text: string): readonly Problem[] {
  return composeAs({}, text)
}

function composeAs(change: Partial<SubgraphSource>, text: string): readonly Problem[] {
  return problemsOf(composeGraph(graphOf({ alpha: text }, change)))
}

describe('a file that breaks a rule', () => {
  test.each(Object.entries(CASES))('%s', (name, { text, line, mend }) => {
    const [first, ...others] = compose(text)
    expect(first).toMatchObject({ code: name.split(' ')[0], line, file: 'alpha.graphql' })
    expect(others).toEqual([])
    expect(first?.hint).not.toMatch(/undefined/)

    expect(compose(mend === 'patch' ? patchedText(withLink(text), first?.patch ?? '') : text.replace(...mend))).toEqual(
      [],
    )
  })
})

describe('names', () => {
  const named = (names: readonly string[], change: Partial<SubgraphSource>[] = []) => {
    const { subgraphs, notices } = graphOf(
      Object.fromEntries(names.map((name) => [name, `type Query { ${name}One: Int }`])),
    )
    const changed = subgraphs.map((subgraph, index) => ({ ...subgraph, ...change[index] }))
    return problemsOf(composeGraph({ subgraphs: changed, notices })).map(({ code, hint }) => `${code}: ${hint}`)
  }

  test.each(['Alpha', 'al__pha', '1alpha', 'al-pha'])('%s is none', (name) => {
    expect(named(['alpha'], [{ name }])).toEqual(['SUBGRAPH_NAME: Name it alpha.'])
  })

  test('are taken once, and entry is taken', () => {
    expect(named(['entry'])[0]).toMatch(/^SUBGRAPH_NAME_TAKEN/)
    expect(named(['alpha', 'beta'], [{}, { name: 'alpha' }])[0]).toMatch(/^SUBGRAPH_NAME_TAKEN/)
  })

  test('an app has one subgraph, and apps come before partners', () => {
    expect(named(['alpha', 'beta'], [{ app: 'PHOTO' }, { app: 'PHOTO' }])[0]).toMatch(/^APP_TAKEN/)
    expect(named(['alpha', 'beta'], [{}, { app: 'PHOTO' }])[0]).toMatch(/^APP_AFTER_PARTNER/)
    expect(named(['alpha', 'beta'], [{ app: 'PHOTO' }, {}])).toEqual([])
  })

  test('permits are for apps, to the data of another app', () => {
    const permits = [{ from: 'beta', purpose: 'ADS' as const }]
    const app = { app: 'PHOTO' as const, permits }
    expect(named(['alpha', 'beta'], [app, { app: 'SOCIAL' }])).toEqual([])
    expect(named(['alpha', 'beta'], [app, {}])[0]).toMatch(/^PERMIT_NOT_ALLOWED/)
    expect(named(['alpha', 'beta'], [{ permits }, {}])[0]).toMatch(/^PERMIT_NOT_ALLOWED: Write `permits: \[\]`/)
    expect(named(['beta'], [app])[0]).toMatch(/^PERMIT_NOT_ALLOWED/)
  })
})

describe('labels', () => {
  const label = (application: string) =>
    composeAs(
      { app: 'PHOTO' },
      `extend schema ${FEDERATION} @link(url: "https://concord.example/consent/v1.0", import: ["@person", "@uses"]) @composeDirective(name: "@person") @composeDirective(name: "@uses")\n` +
        `directive @person(app: String!) on OBJECT\ndirective @uses(purpose: String!) on FIELD_DEFINITION\n` +
        `type Query { alphaOne: T }\n${application}`,
    )

  test('name an app of the family', () => {
    expect(label('type T @key(fields: "id") @person(app: "PHOTO") { id: ID! a: Int @uses(purpose: "ADS") }')).toEqual(
      [],
    )
    expect(
      label('type T @key(fields: "id") @person(app: "photo") { id: ID! a: Int @uses(purpose: "SELL") }'),
    ).toMatchObject([
      { code: 'LABEL_ARGUMENT', line: 5, column: 28 },
      { code: 'LABEL_ARGUMENT', line: 5, hint: 'Write one of "PERSONALIZE", "IMPROVE", "ADS".' },
    ])
  })
})

describe('the list of rules', () => {
  const folder = new URL('../../../../schema/compose/rules/', import.meta.url)

  test('holds every file of the folder', () => {
    const helpers = ['rule.ts', 'rules.ts', 'labelsUsed.ts']
    expect(RULES.length).toBe(readdirSync(folder).filter((file) => !helpers.includes(file)).length)
  })

  test('every code of a rule is tried here, or in the tables of the flow check', () => {
    const sources = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))
    const codes = sources.flatMap((text) => [...text.matchAll(/code: '([A-Z_0-9]+)'/g)].map(([, code]) => code ?? ''))
    const tests = ['./', '../wrong/flow/', '../'].flatMap((where) => {
      const tried = new URL(where, import.meta.url)
      return readdirSync(tried)
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(new URL(file, tried), 'utf8'))
    })
    expect([...new Set(codes)].filter((code) => !tests.some((text) => text.includes(code)))).toEqual([])
  })
})
