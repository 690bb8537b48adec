/**
 * A child process: the gateway with all subgraphs in it, every way out of the process watched before anything is loaded.
 * Prints one line of JSON: where it listened, what was answered, and every connection and look-up that was tried.
 */
import dgram from 'node:dgram'
import dns from 'node:dns'
import { mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const tried: string[] = []

function watch(target: object, name: string, describe: (args: readonly unknown[]) => string): void {
  const original = Reflect.get(target, name) as (...args: unknown[]) => unknown
  Reflect.set(target, name, function watched(this: unknown, ...args: unknown[]) {
    tried.push(describe(args))
    return original.apply(this, args)
  })
}

watch(
  net.Socket.prototype,
  'connect',
  ([first]) => `connect ${JSON.stringify(Array.isArray(first) ? first[0] : first)}`,
)
watch(dgram, 'createSocket', () => 'datagram socket')
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveSrv', 'resolveTxt']) {
  watch(dns, name, ([host]) => `${name} ${String(host)}`)
  watch(dns.promises, name, ([host]) => `${name} ${String(host)}`)
}

// After the watch: what these load opens nothing unseen.
const { createEntry } = await import('../../gateway/entry/entry.ts')
const { createGateway } = await import('../../gateway/gateway.ts')
const { createGeneration } = await import('../../gateway/generation.ts')
const { createInProcessTransport } = await import('../../gateway/transports/inProcess.ts')
const { readConfiguration } = await import('../../bin/configuration.ts')
const { createFamily } = await import('../../bin/house/family.ts')
const { gatewayOptions } = await import('../../bin/house/gatewayOptions.ts')
const { openHouse } = await import('../../bin/house/house.ts')

const data = mkdtempSync(join(tmpdir(), 'concord-outbound-'))
const configuration = readConfiguration(undefined, {}, { data, development: true })
const house = await openHouse(configuration)
const { contract, clock, random, log } = house
const family = Object.values(createFamily(house, { mediaUrl: 'http://127.0.0.1' }))
const subgraphs = [createEntry({ sdl: contract.entrySdl, clock, random, log }), ...family]
const transports = new Map(subgraphs.map((subgraph) => [subgraph.name, createInProcessTransport(subgraph)]))
const generation = createGeneration({ supergraphSdl: contract.supergraphSdl, transports, clock, log, contract })
const gateway = createGateway(gatewayOptions({ configuration, generation, log, known: house }))
const { url } = await gateway.listen({ host: '127.0.0.1', port: 0 })

const operations = [
  '{ viewer { id } photoFeed(first: 2) { nodes { caption } } socialFeed(first: 2) { nodes { id } } }',
  '{ photoProfile(username: "nobody") { displayName } node(id: "x") { id } }',
  '{ __schema { queryType { name } } }',
  '{ nonsense }',
]
const answers: unknown[] = []
for (const query of operations) {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })
  answers.push(await response.json())
}
const ready = await fetch(`${url}/readyz`)
answers.push(await ready.json())
await gateway.stop()
await house.close()
rmSync(data, { recursive: true })
console.info(JSON.stringify({ url, answers, tried }))
