import type { App } from '../../../../subgraphs/runtime/identity/identity.ts'
import { DAY_MS } from '../../../../subgraphs/runtime/clock/millis.ts'
import { CROSSPOSTS, type CrosspostRow } from '../../../../subgraphs/accounts/crossposts/rows.ts'
import type { Json } from '../../../support/subgraphTester.ts'
import { testIds } from '../../../support/subgraphTester.ts'
import { createTown, profileOf, type Session, type TownOptions } from '../town.ts'
import { type Apps, createApps } from './apps.ts'

export type TargetName = 'PHOTO' | 'SOCIAL'

const CROSSPOST = `{ id state expiresAt status { id }
  deliveries { app audience state attempts failure story { __typename ... on Node { id } } } }`

export type Stage = Awaited<ReturnType<typeof createStage>>

/** Anna has linked all three apps and switched sharing on to both; she has posted a status. The apps are played. */
export async function createStage(options: TownOptions = {}) {
  const { town, apps } = createPlayedTown(options)
  const { clock } = town
  const messenger = (): Session => town.inApp('anna', 'MESSENGER')
  const numbers = createNumbers()
  await town.link('anna', 'MESSENGER', 'PHOTO')
  await town.link('anna', 'MESSENGER', 'SOCIAL')
  const links = createLinks(town)
  await links.turn('PHOTO', true)
  await links.turn('SOCIAL', true)

  /** A status of hers that lives for a day. */
  function post(name = numbers.next('status'), person = 'anna'): string {
    const id = testIds('messenger').seal('Status', name)
    const status = { author: profileOf('MESSENGER', person), expiresAt: clock.wall() + DAY_MS, toldOf: [] }
    apps.statuses.set(id, status)
    return id
  }

  const parts = { town, messenger, freshKey: () => numbers.next('act') }
  return {
    town,
    clock,
    apps,
    messenger,
    post,
    ...links,
    ...createActs(parts),
    ...createTime(town),
    ...createSight(parts),
  }
}

type Town = ReturnType<typeof createTown>

interface StageParts {
  readonly town: Town
  readonly messenger: () => Session
  readonly freshKey: () => string
}

function createPlayedTown(options: TownOptions): { readonly town: Town; readonly apps: Apps } {
  let played: Apps | undefined
  const apps = (...given: Parameters<typeof createApps>) => (played = createApps(...given)).internal
  const town = createTown({ ...options, apps })
  if (played === undefined) throw new Error('The apps must be there')
  return { town, apps: played }
}

function createNumbers() {
  let last = 0
  return { next: (what: string): string => `${what} ${++last}` }
}

const LINK_CHANGES = { pause: 'pauseLink', resume: 'resumeLink', unlink: 'unlink' } as const

/** What she and others do to links and features, in the accounts center. */
function createLinks(town: Town) {
  return {
    turn: (to: TargetName, enabled: boolean, person = 'anna') => {
      const input = { feature: 'CROSSPOST', from: 'MESSENGER', to: to.toLowerCase(), enabled }
      return town.act(town.inCenter(person), 'setFeature', input)
    },
    change: async (what: keyof typeof LINK_CHANGES, app: App): Promise<Json> =>
      town.act(town.inCenter('anna'), LINK_CHANGES[what], { linkId: await town.linkOf('anna', app) }),
  }
}

interface Shared {
  readonly to?: readonly (readonly [App, string])[]
  readonly text?: string | null
  readonly uploadId?: string
  readonly key?: string
  readonly by?: Session
}

const BOTH = [
  ['PHOTO', 'EVERYONE'],
  ['SOCIAL', 'FRIENDS'],
] as const

/** What is done with a cross-post, by her in the messenger unless told. */
function createActs({ town, messenger, freshKey }: StageParts) {
  /** The payload of sharing, before any delivery is awaited. */
  function share(statusId: string, { to = BOTH, text = 'Hi', uploadId, key, by }: Shared = {}): Promise<Json> {
    const targets = to.map(([app, audience]) => ({ app, audience }))
    const content = { text, ...(uploadId !== undefined && { uploadId }) }
    const input = { statusId, targets, content, idempotencyKey: key ?? freshKey() }
    return town.act(by ?? messenger(), 'crosspostStatus', input)
  }

  return {
    share,
    edit: (crosspostId: string, text: string, key = freshKey()): Promise<Json> =>
      town.act(messenger(), 'updateCrosspost', { crosspostId, content: { text }, idempotencyKey: key }),
    retract: (crosspostId: string, by = messenger()): Promise<Json> =>
      town.act(by, 'retractCrosspost', { crosspostId }),
    retry: (crosspostId: string, by = messenger()): Promise<Json> => town.act(by, 'retryCrosspost', { crosspostId }),
    statusEnded: (crosspostId: string, expiresAt: number): Promise<unknown> =>
      town.accounts.callInternal('statusEnded', 'messenger', { crosspostId, expiresAt }),
  }
}

function createTime({ accounts, clock }: Town) {
  /** Lets the workers do all that is due now. */
  const settle = async (): Promise<void> => void (await accounts.outbox?.drain())
  /** Lets time pass, and the workers do what becomes due on the way. */
  async function pass(ms: number, step = ms): Promise<void> {
    for (let passed = 0; passed < ms; passed += step) {
      await clock.advance(step)
      await settle()
    }
  }
  return { settle, pass }
}

/** What is to be seen of cross-posts, by her in the messenger unless told, and in the store. */
function createSight({ town, messenger }: StageParts) {
  const entity = async (session: Session, type: string, id: string, selection: string): Promise<Json> => {
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} ${selection} } }`
    return (await town.ask(town.accounts, session, query, { keys: [{ __typename: type, id }] }))._entities[0]
  }
  return {
    entity,
    look: (id: string, session = messenger()): Promise<Json> => entity(session, 'Crosspost', id, CROSSPOST),
    ofStatus: async (statusId: string, session = messenger()): Promise<Json> =>
      (await entity(session, 'Status', statusId, `{ crosspost ${CROSSPOST} }`)).crosspost,
    rowOf: async (id: string): Promise<CrosspostRow | null> => {
      const local = testIds('accounts').open(id, 'Crosspost') ?? ''
      return (await town.storage.collection(CROSSPOSTS).getMany([local]))[0] ?? null
    },
  }
}

/** States of the whole and of each delivery, in one line: `LIVE: PHOTO LIVE, SOCIAL LIVE`. */
export function told(crosspost: Json): string {
  if (crosspost === null) return 'nothing'
  const each = crosspost.deliveries.map(
    ({ app, state, failure }: Json) => `${app} ${state}${failure === null ? '' : ` ${failure}`}`,
  )
  return `${crosspost.state}: ${each.join(', ')}`
}
