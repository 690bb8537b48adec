import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { readConfiguration } from '../../bin/configuration.ts'
import { loadContract } from '../../schema/contract.ts'
import { root } from '../support/imports.ts'
import type { Json } from '../support/subgraphTester.ts'
import { compose, imageEnv, ofKind, processes, textOf } from './files.ts'

/** deploy/ was not run where it was written: at least it names nothing that is not there. */
const SUBGRAPHS = ['accounts', 'messenger', 'photo', 'social']
const CONFIGURATION = join(root, 'deploy/concord.yaml')
const PORT = Number(imageEnv['PORT'])
const gateways = processes.filter(({ args }) => args[0] === 'gateway')

describe('the processes of deploy/', () => {
  test('are two gateways and four subgraphs in compose, and one Deployment for each in Kubernetes', () => {
    const names = processes.map(({ name }) => name)
    expect(names.toSorted()).toEqual(['gateway', 'gateway1', 'gateway2', ...SUBGRAPHS, ...SUBGRAPHS].toSorted())
    const members = Object.keys(compose.services).filter((name) => /^mongo\d$/.test(name))
    expect(members).toHaveLength(3)
    expect(compose['x-subgraph'].environment.CONCORD_STORE).toContain(members.join(','))
  })

  test.each(processes)('$name gets names of the environment that the configuration knows', ({ env }) => {
    const given = Object.fromEntries([...env, ...Object.keys(imageEnv)].map((name) => [name, '']))
    expect(() => readConfiguration(CONFIGURATION, given, {})).not.toThrow()
    const others = Object.keys(given).filter((name) => !name.startsWith('CONCORD_'))
    expect(others.toSorted()).toEqual(['HOST', 'NODE_ENV', 'PORT'])
    expect(env).toContain('CONCORD_ROOT_SECRET')
  })

  test('a name that the configuration does not know would be found', () => {
    expect(() => readConfiguration(CONFIGURATION, { CONCORD_SECRET: '' }, {})).toThrow('CONCORD_SECRET')
  })

  test.each(processes)('$name is started with a command, and flags that it has', ({ args }) => {
    const [command = ''] = args
    const source = textOf('bin/concord.ts')
    const from = source.indexOf(`.command('${command}')`)
    expect(from).toBeGreaterThan(0)
    const own = source.slice(from, source.indexOf('.command(', from + 1))
    const shared = source.slice(source.indexOf('function configured'), source.indexOf('configurationOf('))
    for (const flag of args.filter((arg) => arg.startsWith('--'))) expect(own + shared).toContain(`'${flag}`)
    expect(['gateway', ...SUBGRAPHS.map((name) => `subgraph ${name}`)]).toContain(
      args.slice(0, command === 'subgraph' ? 2 : 1).join(' '),
    )
  })

  test('the supergraph that gateways read is in the image, and the configuration is where it is looked for', () => {
    for (const { args } of gateways) {
      const supergraph = args[args.indexOf('--supergraph') + 1] ?? ''
      expect(existsSync(join(root, supergraph.replace(/^dist\//, '')))).toBe(true)
    }
    for (const { args } of processes) expect(args[args.indexOf('--config') + 1]).toBe('/etc/concord/concord.yaml')
  })

  test('gateways have no way to the store', () => {
    for (const { env } of gateways) expect(env).not.toContain('CONCORD_STORE')
    expect(compose.services.gateway1.networks).toEqual(['graph'])
    expect(compose.networks.store).toEqual({ internal: true })
  })
})

describe('the configuration of deploy/', () => {
  const { subgraphs } = readConfiguration(CONFIGURATION, imageEnv, {})

  test('says where every subgraph of the contract is, at the port that it listens on', () => {
    const expected = loadContract().subgraphs.map(({ name }) => name)
    expect(Object.keys(subgraphs).toSorted()).toEqual(expected.filter((name) => name !== 'entry').toSorted())
    for (const [name, url] of Object.entries(subgraphs)) {
      const { hostname, port, pathname } = new URL(url)
      expect([hostname, port]).toEqual([name === 'grants' ? 'accounts' : name, String(PORT)])
      expect(pathname).toBe(name === 'grants' ? '/grants/graphql' : '/graphql')
    }
  })

  test('is the same in Kubernetes', () => {
    const [map] = ofKind('ConfigMap')
    expect(parse(map.data['concord.yaml'])).toEqual(parse(textOf('deploy/concord.yaml')))
  })

  test('lets a process stop in the time that it is given', () => {
    const { limits } = readConfiguration(CONFIGURATION, {}, {})
    expect(Number.parseInt(compose['x-concord'].stop_grace_period, 10) * 1_000).toBeGreaterThan(limits.stopMs)
    for (const { spec } of ofKind('Deployment'))
      expect(spec.template.spec.terminationGracePeriodSeconds * 1_000).toBeGreaterThan(limits.stopMs)
  })
})

describe('the manifests', () => {
  test.each(ofKind('Deployment').map((one) => [one.metadata.name as string, one] as const))(
    '%s: probes, ports, rights',
    (name, one) => {
      const { containers, securityContext } = one.spec.template.spec
      const [container] = containers
      expect(container.livenessProbe.httpGet).toEqual({ path: '/healthz', port: 'http' })
      expect(container.readinessProbe.httpGet).toEqual({ path: '/readyz', port: 'http' })
      expect(container.ports).toEqual([{ name: 'http', containerPort: PORT }])
      expect(securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 })
      expect(container.securityContext).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false })
      const [service] = ofKind('Service').filter(({ metadata }) => metadata.name === name)
      expect(service.spec).toMatchObject({ selector: { app: name }, ports: [{ port: PORT, targetPort: 'http' }] })
      const budgets = ofKind('PodDisruptionBudget').map(({ spec }) => spec.selector.matchLabels.app as string)
      expect(budgets).toContain(name)
    },
  )

  test('the network begins with nothing, and lets in only at the port of the processes', () => {
    const policies = ofKind('NetworkPolicy')
    const [nothing] = policies.filter(({ spec }) => Object.keys(spec.podSelector).length === 0 && !spec.egress)
    expect(nothing.spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] })
    const ports = policies.flatMap(({ spec }) => (spec.ingress ?? []).flatMap((rule: Json) => rule.ports))
    expect(new Set(ports.map(({ port }: Json) => port as number))).toEqual(new Set([PORT]))
  })

  test('the ingress leads to media and uploads where the apps have them, and else to the gateway', () => {
    const [ingress] = ofKind('Ingress')
    const paths = ingress.spec.rules[0].http.paths.map(({ path, backend }: Json) => `${path} ${backend.service.name}`)
    const source = textOf('subgraphs/runtime/uploads/appMedia.ts')
    const kinds = ['media', 'uploads'].filter((kind) => source.includes(`\`/${kind}/\${app}/`))
    const expected = ['accounts', 'photo', 'social'].flatMap((app) => kinds.map((kind) => `/${kind}/${app}/ ${app}`))
    expect(paths).toEqual([...expected, '/ gateway'])
  })

  test('secrets are keys of the example, which is not applied', () => {
    const [secret] = ofKind('Secret')
    const asked = ofKind('Deployment').flatMap((one) =>
      one.spec.template.spec.containers[0].env.flatMap(({ valueFrom }: Json) => valueFrom?.secretKeyRef.key ?? []),
    )
    expect(new Set(asked)).toEqual(new Set(Object.keys(secret.stringData)))
    expect(textOf('deploy/kubernetes/kustomization.yaml')).not.toMatch(/- secret/)
  })
})
