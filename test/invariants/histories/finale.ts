import { linkOf } from '../../../subgraphs/accounts/ledger/chain.ts'
import { LEDGER_PAGES, readRecords } from '../../../subgraphs/accounts/ledger/pages.ts'
import { ACCOUNTS } from '../../../subgraphs/accounts/rows.ts'
import { APPS } from '../../../subgraphs/runtime/identity/identity.ts'
import type { App } from '../../../subgraphs/runtime/identity/identity.ts'
import type { Storage } from '../../../subgraphs/storage/port.ts'
import { Violation } from './acts.ts'
import { choicesOf, type Draft, inApp, personOf } from './deeds.ts'
import { accountOf, mayFlow } from './world.ts'
import { type Heard, rest, type Stage } from './stage.ts'

/** When all is at rest: what is shown and what flows is what the model has, and nothing that was left behind stands in anybody's way. */
export async function finale(stage: Stage): Promise<void> {
  stage.story.push('  the end')
  await rest(stage)
  const { witness, clock } = stage
  const seconds = () => Math.floor(clock.wall() / 1000)
  const profiles = [
    ...new Set(
      Object.values(witness.world().requests).flatMap(({ requester, opener }) => [requester, opener ?? requester]),
    ),
  ]
  const appOf = (profile: string): App =>
    Object.values(witness.world().requests)
      .flatMap(({ requester, opener, from, app }) => [[requester, from] as const, [opener, app] as const])
      .find(([id]) => id === profile)?.[1] ?? 'PHOTO'
  const proofOf = (id: string) => ({ app: appOf(id), id, authTime: seconds() })

  // Whoever looks builds what was approved; then it is there.
  for (const id of profiles) {
    const before = witness.world()
    await ask(stage, { do: 'center', client: 'ACCOUNTS', by: [proofOf(id)] })
    if (witness.world() !== before) await ask(stage, { do: 'center', client: 'ACCOUNTS', by: [proofOf(id)] })
  }
  for (const [id, { state, account }] of Object.entries(witness.world().requests)) {
    const built = witness.world().accounts[account ?? '']?.built[id]
    if (state === 'APPROVED' && built !== 'LINKED') throw new Violation('a request was approved and is never built')
  }
  for (const id of profiles) {
    const app = appOf(id)
    if (app === 'MESSENGER') continue
    const heard = await ask(stage, { do: 'roads', client: app, by: [proofOf(id)], app, gpc: false })
    for (const [flow, grant] of Object.entries(heard === 'LOST' ? {} : (heard.roads ?? {}))) {
      if ((grant !== null) !== mayFlow(witness.world(), id, flow, false))
        throw new Violation(`${flow} is not as the model says`)
    }
  }
  await anybodyCanLink(stage, profiles, appOf)
  await nothingLeftToWrite(stage)
}

/** What waits for a timer is written within five seconds. */
async function nothingLeftToWrite(stage: Stage): Promise<void> {
  await stage.clock.advance(5_000)
  await stage.settle()
  for (let [next] = stage.held(); next !== undefined; [next] = stage.held()) {
    await next.go()
    await stage.settle()
  }
}

/** I2: what was requested and not finished blocks nobody once its ten minutes are over. */
async function anybodyCanLink(stage: Stage, profiles: readonly string[], appOf: (id: string) => App): Promise<void> {
  const { witness, clock } = stage
  const free = profiles.findLast((id) => accountOf(witness.world(), id) === undefined)
  if (free === undefined) return
  await clock.advance(11 * 60_000)
  await rest(stage)
  const around = { seconds: Math.floor(clock.wall() / 1000) }
  const me = inApp(personOf(free), appOf(free), around)
  const app = APPS.find((other) => other !== appOf(free)) ?? 'PHOTO'
  const zoe = inApp('zoe', app, around)
  const done = async (draft: Draft): Promise<Heard & object> => {
    const heard = await ask(stage, draft)
    if (heard !== 'LOST' && heard.code === null) return heard
    throw new Violation(`a free profile must be able to link, but ${draft.do} was refused: ${JSON.stringify(heard)}`)
  }
  const { request = '' } = await done({ do: 'requestLink', ...me, app, key: 'the last' })
  const find = () => witness.world().requests[request]
  await done({ do: 'openLink', ...zoe, code: find()?.code ?? '' })
  await done({ do: 'confirmLink', ...zoe, request, choices: choicesOf(find()?.offers ?? [], 31, 'none') })
  await done({ do: 'approveLink', ...me, request })
}

async function ask(stage: Stage, draft: Draft): Promise<Heard> {
  const heard = stage.begin(0, draft)
  await rest(stage)
  return heard
}

/** I16: each account's records, pages and all, are one chain, and as many as the witness saw appended. */
export async function checkChains(store: Storage, stage: Stage): Promise<void> {
  for (const id of Object.keys(stage.witness.world().accounts)) {
    const [account] = await store.collection(ACCOUNTS).getMany([id])
    if (!account) throw new Violation('an account is gone')
    const { ledger } = account
    const records = await readRecords(store.collection(LEDGER_PAGES), id, ledger, { start: 0, limit: ledger.size })
    const seen = [...stage.witness.records.values()].filter((given) => given.account === id).length
    const whole = records.every(({ previous, bodyHash, hash }, index) => {
      return hash === linkOf(previous, bodyHash) && previous === (records[index - 1]?.hash ?? '')
    })
    if (!whole || records.length !== seen || ledger.size !== seen) throw new Violation('I16: the chain is not whole')
  }
}
