import { join } from 'node:path'
import { createFamily } from '../../../bin/house/family.ts'
import { familyRules } from '../../../bin/house/familyRules.ts'
import { gatewayOptions } from '../../../bin/house/gatewayOptions.ts'
import { openHouse } from '../../../bin/house/house.ts'
import { createEntry } from '../../../gateway/entry/entry.ts'
import { createGateway } from '../../../gateway/gateway.ts'
import { createGeneration } from '../../../gateway/generation.ts'
import type { SubgraphTransport } from '../../../gateway/transport.ts'
import { createHttpTransport } from '../../../gateway/transports/http.ts'
import { createInProcessTransport } from '../../../gateway/transports/inProcess.ts'
import { createAnswerWatch } from '../../../subgraphs/runtime/grants/answerWatch.ts'
import { createHeaderSigner } from '../../../subgraphs/runtime/identity/header.ts'
import { callKey } from '../../../subgraphs/runtime/keys/uses.ts'
import type { Storage } from '../../../subgraphs/storage/port.ts'
import { address, family, ground, note, plan, report } from './ground.ts'
import type { Order } from './protocol.ts'
import { createSnapshotReads } from './snapshotReads.ts'

/* A process with a gateway: before the subgraphs of other processes, or with all of them in it. */

const { configuration, contract, keys, clock, random, log } = ground
const watch = createAnswerWatch(log)
const entry = createInProcessTransport(createEntry({ sdl: contract.entrySdl, clock, random, log }))
const others = plan.name === 'whole' ? await withinThisProcess() : await inOtherProcesses()
const generation = createGeneration({
  supergraphSdl: contract.supergraphSdl,
  transports: new Map([['entry', entry], ...others]),
  clock,
  log,
  ...familyRules(contract),
  clockTrust: watch,
  onAcceptance: (test) => note('gateway', test),
})
const gateway = createGateway({ ...gatewayOptions({ configuration, generation, log, known: ground }), clock, random })
const { url } = await gateway.listen(address)
report({ urls: { gateway: url } })

async function inOtherProcesses(): Promise<[string, SubgraphTransport][]> {
  const subgraphs = await new Promise<Readonly<Record<string, string>>>((resolve) => {
    process.on('message', (order: Order) => 'subgraphs' in order && resolve(order.subgraphs))
  })
  return Object.entries(subgraphs).map(([name, at]) => {
    const sign = createHeaderSigner({ audience: name, key: callKey(keys, 'gateway', name), clock, random })
    return [name, createHttpTransport({ name, url: at, clock, sign, saw: (answer) => watch.saw(answer) })]
  })
}

async function withinThisProcess(): Promise<[string, SubgraphTransport][]> {
  const opened = await openHouse(configuration)
  const storage = configuration.store === undefined ? await withTurns(opened.storage) : opened.storage
  const subgraphs = Object.values(createFamily({ ...opened, ...ground, storage }, family))
  return subgraphs.map((subgraph) => [subgraph.name, createInProcessTransport(subgraph)])
}

/** The embedded store, read as it is told. */
async function withTurns(inner: Storage): Promise<Storage> {
  const turn = await createSnapshotReads(inner, join(configuration.data, 'store'))
  process.on('message', (order: Order) => {
    if (!('reads' in order)) return
    turn.use(order.reads)
    report({ done: true })
  })
  return turn.storage
}
