import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, print, Source, visit } from 'graphql'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readConfiguration } from '../../bin/configuration.ts'
import { ConcordGateway } from '../../gateway/apolloGateway.ts'
import { createGeneration } from '../../gateway/generation.ts'
import { subgraphsOf } from '../../gateway/plan/supergraph.ts'
import { ContractError, loadContract } from '../../schema/contract.ts'
import { readRegistry } from '../../schema/registry.ts'
import { silentLog } from '../../subgraphs/runtime/log/log.ts'
import { temporaryDirectory } from '../support/demoData.ts'
import { BEN, DEV, usingBoth } from './support/sideBySide.ts'
import { startStock } from './support/stockGateway.ts'

/** B27: configuration that is missing, misspelt or of another graph must close, not open. */
const both = usingBoth()

const answering = {
  send: async () => ({ data: { socialMe: { __typename: 'SocialProfile', id: 'x' } } }),
  close: async () => {},
}
const LABELS = /^(consented|uses|person|open|sealed)$/

/** As composed by somebody who forgot `@composeDirective`. */
function withoutLabels(sdl: string): string {
  const isLabel = ({ name }: { readonly name: { readonly value: string } }) => LABELS.test(name.value)
  const links = (node: object) => JSON.stringify(node).includes('concord.example/consent')
  return print(
    visit(parse(sdl, { noLocation: true }), {
      Directive: (node) => (isLabel(node) || (node.name.value === 'link' && links(node)) ? null : undefined),
      DirectiveDefinition: (node) => (isLabel(node) ? null : undefined),
    }),
  )
}

describe('B27: elsewhere', () => {
  test('a permit that is looked up by a misspelt name is no refusal', () => {
    const denied: Readonly<Record<string, readonly string[]>> = { socail: ['ADS'] }
    const allows = (to: string, purpose: string) => !denied[to]?.includes(purpose)
    expect(allows('social', 'ADS')).toBe(true)
  })

  test('a stock gateway serves a supergraph that has lost its labels as it served it before', async () => {
    const { supergraphSdl } = both().graph.house.contract
    const gateway = await startStock(withoutLabels(supergraphSdl), () => answering)
    expect((await gateway.ask('{ socialMe { id } }')).data).toEqual({ socialMe: { id: 'x' } })
  })
})

function generation(change: Partial<Parameters<typeof createGeneration>[0]>) {
  const { contract, clock } = both().graph.house
  const { supergraphSdl } = contract
  const transports = new Map(subgraphsOf(supergraphSdl).map(({ name }) => [name, answering]))
  return createGeneration({ supergraphSdl, transports, clock, contract, ...change })
}
const scope = { identityFor: () => undefined, signal: new AbortController().signal, deadline: 60_000 }
const ADS = parse('{ socialMe { ads { id } } }')

describe('B27: ours, a gateway', () => {
  test('that knows no flows uses no consented data: it refuses the plan, and tells its operator', async () => {
    const told: object[] = []
    const log = { ...silentLog, error: (fields: object) => void told.push(fields) }
    const contract = { ...both().graph.house.contract, flows: [] }
    const answer = await generation({ log, contract }).execute({ document: ADS, variables: {}, key: 'x', scope })
    expect([answer.errors?.[0]?.extensions?.['code'], answer.data, told.length]).toEqual(['PLAN_REFUSED', undefined, 1])
  })

  test('does not serve a supergraph that has lost its labels, or one, or has another', () => {
    const { supergraphSdl } = both().graph.house.contract
    const label = '@consented(from: "messenger", purpose: "ADS")'
    const wrong = [
      withoutLabels(supergraphSdl),
      supergraphSdl.replace(label, ''),
      supergraphSdl.replace(label, label.replace('ADS', 'IMPROVE')),
    ]
    for (const sdl of wrong) expect(() => generation({ supergraphSdl: sdl })).toThrow(/flow/)
  })

  test('in place of ApolloGateway, without a contract, uses no consented data either', async () => {
    const { supergraphSdl } = both().graph.house.contract
    const gateway = new ConcordGateway({ supergraphSdl, transportFor: () => answering })
    onTestFinished(() => gateway.stop())
    const { executor } = await gateway.load()
    const asked = { request: {}, document: ADS, queryHash: 'x', operationName: null, context: {}, schema: {} }
    expect((await executor(asked as never)).errors?.[0]?.extensions?.['code']).toBe('PLAN_REFUSED')
  })
})

describe('B27: ours, what is configured', () => {
  const contractCopy = () => {
    const directory = temporaryDirectory()
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
    cpSync(both().graph.house.contract.directory, directory, {
      recursive: true,
      filter: (path) => !path.endsWith('.ts'),
    })
    return directory
  }
  test.each(['subgraphs.yaml', 'notices.yaml', 'flows.json', 'supergraph.graphql', 'social.graphql'])(
    'nothing starts without %s',
    (file) => {
      const directory = contractCopy()
      expect(() => loadContract(directory)).not.toThrow()
      rmSync(join(directory, file))
      expect(() => loadContract(directory)).toThrow(ContractError)
    },
  )

  test.each(['subgraphs.yaml', 'notices.yaml', 'flows.json'])('nor with half of %s', (file) => {
    const directory = contractCopy()
    writeFileSync(join(directory, file), '[{ "')
    expect(() => loadContract(directory)).toThrow(ContractError)
  })

  test.each([
    'permit: []',
    'permits: [{ from: messenger, purpose: ALL }]',
    'permits: [{ from: messenger, purpose: ADS, unless: never }]',
    'permits: yes',
  ])('a registry with "%s" is refused', (wrong) => {
    const told =
      "app: MESSENGER, url: 'http://localhost:1/', sdl: messenger.graphql, owner: A, contact: 'mailto:a@b.example'"
    const isRead = (permits: string) =>
      readRegistry(new Source(`subgraphs:\n  - { name: messenger, ${told}, ${permits} }\n`)).ok
    expect([isRead('permits: []'), isRead(wrong)]).toEqual([true, false])
  })

  test('a key that nobody knows is refused, and so is a secret that is none', () => {
    const data = temporaryDirectory()
    onTestFinished(() => rmSync(data, { recursive: true, force: true }))
    const wrong = { data, consent: 'off' }
    expect(() => readConfiguration(undefined, {}, wrong)).toThrow(/consent/)
    expect(() => readConfiguration(undefined, { CONCORD_ROOT_SECRET: 'short' }, { data })).toThrow(/rootSecret/)
  })

  test('a header takes away and gives nothing: Global Privacy Control', async () => {
    const basis = async (by: typeof DEV | typeof BEN, gpc: string) => {
      const query = '{ socialMe { ads(first: 1) { basis } } }'
      return (await both().ours(query, { by, headers: { 'sec-gpc': gpc } })).data.socialMe.ads[0].basis
    }
    expect([await basis(DEV, '1'), await basis(DEV, '0'), await basis(BEN, '0')]).toEqual([
      'CONTEXTUAL',
      'PERSONALIZED',
      'CONTEXTUAL',
    ])
  })
})
