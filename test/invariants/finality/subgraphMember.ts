import { createFamilyMember, type FamilyName } from '../../../bin/house/family.ts'
import { openHouse } from '../../../bin/house/house.ts'
import { callKey } from '../../../subgraphs/runtime/keys/uses.ts'
import { serveSubgraphs } from '../../../subgraphs/runtime/serve/serve.ts'
import { address, family, ground, plan, report } from './ground.ts'
import type { ProcessName } from './protocol.ts'

/* A process with subgraphs, over HTTP. */

const served: Readonly<Partial<Record<ProcessName, readonly FamilyName[]>>> = {
  accounts: ['accounts', 'grants'],
  sources: ['messenger', 'photo'],
  social: ['social'],
}

const names = served[plan.name] ?? []
const house = { ...(await openHouse(plan.configuration)), ...ground }
const { keys, clock, log } = house
const mounts = names.map((name) => ({
  subgraph: createFamilyMember(name, house, family),
  path: `/${name}`,
  key: callKey(keys, 'gateway', name),
  callers: new Map<string, Uint8Array>(),
}))
const { url } = await serveSubgraphs({ ...address, mounts, clock, log })
report({ urls: Object.fromEntries(names.map((name) => [name, `${url}/${name}`])) })
