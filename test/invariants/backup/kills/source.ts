import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Configuration } from '../../../../bin/configuration.ts'
import { createLog, openConfiguredKeys, openConfiguredStorage } from '../../../../bin/house/house.ts'
import { refuseForeignStore } from '../../../../bin/house/installation.ts'
import { ACCOUNTS, type AccountRow } from '../../../../subgraphs/accounts/rows.ts'
import { systemClock } from '../../../../subgraphs/runtime/clock/systemClock.ts'
import { systemRandom } from '../../../../subgraphs/runtime/random/systemRandom.ts'
import type { Subgraph } from '../../../../subgraphs/runtime/subgraph/subgraph.ts'
import type { StoredRow, WholeStorage } from '../../../../subgraphs/storage/port.ts'
import { TARGETS } from '../../crossposts/acts.ts'
import { textOf } from '../../crossposts/never.ts'
import { people, type Profiles } from '../../crossposts/people.ts'
import { createProcesses, type Service } from '../../crossposts/processes.ts'
import { createRequests, payloadOf } from '../../crossposts/requests.ts'
import { accountsIn } from '../backedUpTown.ts'

/** Enough that a process can be killed in the midst of each part of its work. */
const ACCOUNTS_MORE = 200
const POSTS = 2_000
const FILES = 12

/** Fills an empty installation with anna's town, with copies of her statuses that show, and with much beside. */
export async function fillSource(configuration: Configuration): Promise<void> {
  const storage = await openConfiguredStorage(configuration, createLog(configuration))
  try {
    await refuseForeignStore(storage, openConfiguredKeys(configuration))
    await shareStatuses(storage, await people(storage, systemClock, true))
    await addAccounts(storage)
    const rows = Array.from({ length: POSTS }, (_, n) => row(`post${n}`, { text: 'word '.repeat(50), authorId: 'x' }))
    await storage.load({ name: 'social_posts', version: 1, indexes: [] }, rows)
  } finally {
    await storage.close()
  }
  for (let file = 0; file < FILES; file++) {
    const name = join(configuration.data, `media/photo/blobs/${file % 3}/file${file}`)
    mkdirSync(dirname(name), { recursive: true })
    writeFileSync(name, systemRandom.bytes(400_000))
  }
}

const row = (_id: string, fields: object): StoredRow => ({ version: 1, document: { _id, rev: 1, ...fields } })

/** One is shown in both apps; of another the end is being told. */
async function shareStatuses(storage: WholeStorage, { anna }: Profiles): Promise<void> {
  const family = new Map<string, Subgraph>()
  const processes = createProcesses()
  const internal = {
    call: (to: string, operation: string, input: unknown) =>
      of(to).callInternal(operation, to === 'accounts' ? 'messenger' : 'accounts', input),
  }
  const ground = { storage, clock: systemClock, random: systemRandom, internal }
  const of = (service: string): Subgraph => {
    const known = family.get(service) ?? processes.take(service as Service, ground).subgraph
    family.set(service, known)
    return known
  }
  const own = createRequests(anna, () => systemClock.wall())
  const ask = async (service: Service, { identity, ...request }: ReturnType<typeof own.share>) =>
    payloadOf(await of(service).execute({ ...request, identity: { timeoutMs: 60_000, ...identity } }))
  for (const number of [0, 1]) {
    const post = { kind: 'TEXT', idempotencyKey: `post ${number}` }
    const { status } = await ask('messenger', own.inApp('MESSENGER', 'postStatus', post, 'status { id }'))
    const targets = TARGETS.map((target) => ({ target, reach: 'EVERYONE' as const }))
    const shared = { targets, text: textOf(number, number), key: `share ${number}` }
    await ask('accounts', own.share('MESSENGER', status.id, shared))
    await of('accounts').outbox?.drain()
    if (number === 1) await ask('messenger', own.inApp('MESSENGER', 'deleteStatus', { statusId: status.id }))
  }
  await Promise.all([...family.values()].map(async (subgraph) => subgraph.stop?.()))
}

/** Accounts like anna's, of other people. */
async function addAccounts(storage: WholeStorage): Promise<void> {
  const [account] = await accountsIn(storage)
  const text = JSON.stringify(account)
  const profiles = account!.profiles
  const like = (n: number): StoredRow => {
    const changed = Object.values(profiles).reduce((all, profile) => all.replaceAll(profile, `${profile}${n}`), text)
    return { version: ACCOUNTS.version, document: { ...(JSON.parse(changed) as AccountRow), _id: `like${n}` } }
  }
  await storage.load(
    ACCOUNTS,
    Array.from({ length: ACCOUNTS_MORE }, (_, n) => like(n)),
  )
}
