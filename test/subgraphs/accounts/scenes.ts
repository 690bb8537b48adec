import { openAccountsStore } from '../../../subgraphs/accounts/store.ts'
import { APPS, type App } from '../../../subgraphs/runtime/identity/identity.ts'
import type { Json } from '../../support/subgraphTester.ts'
import { createTown, profileOf, type Town } from './town.ts'

/** How far Anna's request in the messenger, for a link with her photo profile, has come. */
export type Stage = 'nothing' | 'requested' | 'opened' | 'confirmed' | 'linked'

const STAGES: readonly Stage[] = ['nothing', 'requested', 'opened', 'confirmed', 'linked']

export interface Scene {
  readonly town: Town
  /** As its opener saw it, or its requester before; null at 'nothing'. */
  readonly request: Json
  /** Yes to every offer, under its notice; empty before 'opened'. */
  readonly choices: readonly Choice[]
  /** A mutation by Anna in one of her apps, or in the accounts center. */
  readonly anna: Actor
  /** The same by Ben, who takes no part. */
  readonly ben: Actor
}

export interface Choice {
  readonly from: string
  readonly to: string
  readonly purpose: string
  readonly granted: boolean
  readonly noticeDigest: string
}

/** `ago`: how many seconds ago they signed in; default: now. */
type Actor = (client: App | 'ACCOUNTS', mutation: string, input: object, ago?: number) => Promise<Json>

/** The key of Anna's request. */
export const KEY = 'the key of the request'

/** A town of its own in which Anna has come so far. */
export async function sceneAt(stage: Stage, town: Town = createTown()): Promise<Scene> {
  const reached = (other: Stage): boolean => STAGES.indexOf(stage) >= STAGES.indexOf(other)
  const [anna, ben] = [actorOf(town, 'anna'), actorOf(town, 'ben')]
  let request: Json = null
  if (reached('requested'))
    request = (await anna('MESSENGER', 'requestLink', { app: 'PHOTO', idempotencyKey: KEY })).linkRequest
  const { code } = request ?? {}
  if (reached('opened')) request = { ...(await anna('PHOTO', 'openLink', { code })).linkRequest, code }
  const choices: Choice[] = reached('opened') ? town.answers(request.offers, true) : []
  if (reached('confirmed')) await anna('PHOTO', 'confirmLink', { requestId: request.id, choices })
  if (reached('linked')) await anna('MESSENGER', 'approveLink', { requestId: request.id })
  return { town, request, choices, anna, ben }
}

function actorOf(town: Town, person: string): Actor {
  return (client, mutation, input, ago = 0) => {
    const session = client === 'ACCOUNTS' ? town.inCenter(person, undefined, ago) : town.inApp(person, client, ago)
    return town.act(session, mutation, input)
  }
}

/** Everything that accounts has stored about these people, but for the codes that they have tried. */
export async function storedAbout(town: Town, people: readonly string[]): Promise<Json> {
  const { accounts, claims, requests, eventPages } = openAccountsStore(town.storage)
  const profiles = people.flatMap((person) => APPS.map((app) => profileOf(app, person)))
  const [held, made] = await Promise.all([
    accounts.page('byProfile', { profiles }, { limit: 100 }),
    requests.page('byParty', { parties: profiles }, { limit: 100 }),
  ])
  const pages = await eventPages.getMany(held.items.map(({ _id }) => `${_id}:0`))
  // The newest document is read by a write that changes nothing but `rev`.
  const withoutRev = (key: string, value: unknown): unknown => (key === 'rev' ? undefined : value)
  return JSON.parse(JSON.stringify([held.items, made.items, await claims.getMany(profiles), pages], withoutRev))
}
