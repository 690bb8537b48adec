import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'
import type { Outbox, OutboxHandler, OutboxWork } from '../../../../subgraphs/runtime/outbox/outbox.ts'
import {
  EMPTY_OUTBOX,
  itemOf,
  itemOperations,
  OUTBOX_INDEX,
  type OutboxState,
  turnGuard,
  withItem,
  type WithOutbox,
} from '../../../../subgraphs/runtime/outbox/state.ts'
import { createOutbox } from '../../../../subgraphs/runtime/outbox/worker.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import type {
  Collection,
  CollectionDefinition,
  Guard,
  PatchOperations,
  Storage,
  StoredDocument,
} from '../../../../subgraphs/storage/port.ts'
import { createHeldStorage, type HeldProcess, quiet } from '../../../support/heldStorage.ts'

/** An aggregate whose history is known: which put was wanted last, and which was acknowledged by whose lease. */
interface Letter extends WithOutbox {
  /** By item: 1 more with every put. */
  readonly wanted: Readonly<Record<string, number>>
  readonly done: Readonly<Record<string, number>>
  readonly doneBy: Readonly<Record<string, string>>
  readonly gaveUp: Readonly<Record<string, number>>
}

/** What arrived at the receiver, by letter and item: an effect, once or more often. */
interface Arrival extends StoredDocument {
  readonly seen: readonly number[]
}

const LETTERS: CollectionDefinition<Letter> = { name: 'letters', version: 1, indexes: [OUTBOX_INDEX] }
const ARRIVALS: CollectionDefinition<Arrival> = { name: 'arrivals', version: 1, indexes: [] }
const IDS = ['a', 'b', 'c']
const ITEMS = ['red', 'blue']
const PROCESSES = 3
const MOST_TRIES = 3
const START = Date.UTC(2026, 10, 22, 12)

export type Fate = 'WORKS' | 'FAILS_BEFORE' | 'FAILS_AFTER' | 'HANGS'

/** One step of a history; a number is taken modulo what there is to choose from. */
export type Step =
  | Put
  | { readonly do: 'nudge'; readonly process: number; readonly letter: number }
  | { readonly do: 'look' | 'kill'; readonly process: number }
  /** The waiting store call of this number takes place; its caller hears of it or never does. */
  | { readonly do: 'go' | 'goUnheard'; readonly call: number }
  | { readonly do: 'advance' | 'shiftWall'; readonly ms: number }

interface Put {
  readonly do: 'put' | 'putByPaths'
  readonly letter: number
  readonly item: number
  readonly inMs: number
}

export interface History {
  readonly steps: readonly Step[]
  /** How tries end while there is trouble, one after the other. */
  readonly fates: readonly Fate[]
}

/** A fault that is planted. Default: none. */
export interface Fault {
  /** Whether a try ends before what it does has happened. */
  readonly actsLate?: boolean
  /** What a worker writes instead. */
  readonly write?: (patch: Patch) => Patch
  /** What a writer puts by paths instead. */
  readonly put?: (operations: PatchOperations, due: number) => PatchOperations
}

export interface Patch {
  readonly guard: Guard
  readonly operations: PatchOperations
}

/**
 * Lives a history on an empty store: three processes, letters put and put anew, store calls let through one by one,
 * processes that die, clocks that jump. Then everybody dies, and one process works through what is left without
 * trouble. Rejects with the rule that was broken.
 */
export async function live(inner: Storage, { steps, fates }: History, fault: Fault = {}): Promise<void> {
  const clock = createManualClock(START)
  const letters = inner.collection(LETTERS)
  const arrivals = inner.collection(ARRIVALS)
  for (const _id of IDS) await letters.insert({ _id, wanted: {}, done: {}, doneBy: {}, gaveUp: {} })
  for (const _id of IDS.flatMap((id) => ITEMS.map((item) => `${id}/${item}`))) await arrivals.insert({ _id, seen: [] })

  const trouble = { is: true, fates, tries: 0 }
  const watcher = createWatcher(letters, arrivals)
  const held = createHeldStorage({ inner, holds: () => trouble.is, tag: () => null, after: watcher.afterCall })
  let begun = 0
  const begin = (): Process => {
    const { storage, kill } = held.process()
    const handler = handlerOf(storage, { trouble, watcher, fault })
    const random = createSeededRandom(`process ${begun++}`)
    return { kill, outbox: createOutbox({ handlers: [handler], clock, random, log: silentLog, concurrency: 2 }) }
  }
  const processes = Array.from({ length: PROCESSES }, begin)

  for (const step of steps) {
    await takeStep(step)
    await quiet()
  }
  for (const process of processes) process.kill()
  trouble.is = false
  await finish(begin().outbox)
  await watcher.checkEnd()

  async function takeStep(step: Step): Promise<void> {
    switch (step.do) {
      case 'put':
      case 'putByPaths':
        return put(step)
      case 'nudge':
        return chosen(processes, step.process).outbox.nudge('letters', chosen(IDS, step.letter))
      case 'look':
        return void chosen(processes, step.process).outbox.drain()
      case 'kill':
        chosen(processes, step.process).kill()
        processes[step.process % PROCESSES] = begin()
        return
      case 'go':
        return chosen(held.waiting(), step.call)?.go()
      case 'goUnheard':
        return chosen(held.waiting(), step.call)?.goUnheard()
      case 'advance':
        return clock.advance(step.ms)
      case 'shiftWall':
        return clock.shiftWall(step.ms)
    }
  }

  async function put({ do: how, letter, item: number, inMs }: Put): Promise<void> {
    const [id, item, due] = [chosen(IDS, letter), chosen(ITEMS, number), clock.wall() + inMs]
    const wanted = { [`wanted.${item}`]: 1 }
    if (how === 'putByPaths') {
      const { set, inc } = itemOperations(item, due)
      const operations = { set, inc: { ...inc, ...wanted } }
      await letters.patch(id, {}, fault.put?.(operations, due) ?? operations)
    } else {
      const found = (await letters.getMany([id]))[0]!
      await letters.patch(id, turnGuard(found), { set: { outbox: withItem(found.outbox, item, due) }, inc: wanted })
    }
    await watcher.look(id)
  }

  async function finish(outbox: Outbox): Promise<void> {
    for (let rounds = 0; rounds < 10; rounds++) {
      await outbox.drain()
      await clock.advance(6 * 60_000)
    }
    await outbox.stop()
  }
}

interface Process extends Pick<HeldProcess, 'kill'> {
  readonly outbox: Outbox
}

interface HandlerParts {
  readonly trouble: { readonly is: boolean; readonly fates: readonly Fate[]; tries: number }
  readonly watcher: Watcher
  readonly fault: Fault
}

function handlerOf(storage: Storage, { trouble, watcher, fault }: HandlerParts): OutboxHandler<Letter> {
  const arrivals = storage.collection(ARRIVALS)
  const settled = (what: 'done' | 'gaveUp', { document, item }: OutboxWork<Letter>): Record<string, unknown> => ({
    [`${what}.${item}`]: document.wanted[item],
    [`doneBy.${item}`]: itemOf(document.outbox, item)?.lease,
  })
  return {
    collection: faulty(storage.collection(LETTERS), fault),
    name: 'letters',
    mostTries: MOST_TRIES,
    async act(work) {
      const { document, item } = work
      watcher.tried(work)
      const fate = trouble.is ? chosen(trouble.fates, trouble.tries++) : 'WORKS'
      if (fate === 'FAILS_BEFORE') throw new Error('failed before')
      const arriving = arrivals.patch(
        `${document._id}/${item}`,
        {},
        { addToSet: { seen: [document.wanted[item] ?? 0] } },
      )
      if (fault.actsLate !== true) await arriving
      if (fate === 'FAILS_AFTER') throw new Error('failed after')
      if (fate === 'HANGS') await new Promise(() => {})
      return (_current, outbox) => ({ outbox, set: settled('done', work) })
    },
    giveUp: (work) => (_current, outbox) => ({ outbox, set: settled('gaveUp', work) }),
  }
}

function faulty(letters: Collection<Letter>, { write = (patch) => patch }: Fault): Collection<Letter> {
  return {
    getMany: (ids) => letters.getMany(ids),
    insert: (document) => letters.insert(document),
    replace: (next, rev) => letters.replace(next, rev),
    patch(id, guard, operations) {
      const written = write({ guard, operations })
      return letters.patch(id, written.guard, written.operations)
    },
    page: (index, eq, request) => letters.page(index, eq, request),
    countMany: (index, equalities, cap) => letters.countMany(index, equalities, cap),
    delete: (id, rev) => letters.delete(id, rev),
  }
}

/** Compares every letter with what it was before the last write. */
interface Watcher {
  readonly afterCall: (call: { readonly collection: string; readonly ids: readonly string[] }) => Promise<void>
  look(id: string): Promise<void>
  tried(work: OutboxWork<Letter>): void
  checkEnd(): Promise<void>
}

function createWatcher(letters: Collection<Letter>, arrivals: Collection<Arrival>): Watcher {
  const known = new Map<string, Letter>()
  const tries = new Map<string, number>()

  async function look(id: string): Promise<void> {
    const after = (await letters.getMany([id]))[0]!
    const before = known.get(id) ?? { ...after, outbox: { ...EMPTY_OUTBOX }, doneBy: {}, done: {} }
    known.set(id, after)
    checkOutbox(before.outbox ?? EMPTY_OUTBOX, after.outbox ?? EMPTY_OUTBOX)
    for (const item of ITEMS) {
      const acknowledged = after.done[item] !== before.done[item]
      if (acknowledged && !(await arrived(id, item, after.done[item]))) broken('what was acknowledged has arrived')
      if (after.doneBy[item] !== before.doneBy[item]) checkLease(before, after, item)
    }
  }

  async function arrived(id: string, item: string, wanted: number | undefined): Promise<boolean> {
    const [arrival] = await arrivals.getMany([`${id}/${item}`])
    return wanted !== undefined && arrival?.seen.includes(wanted) === true
  }

  function tried({ document: { _id, wanted }, item }: OutboxWork<Letter>): void {
    const put = `${_id}/${item} ${wanted[item]}`
    tries.set(put, (tries.get(put) ?? 0) + 1)
  }

  async function checkEnd(): Promise<void> {
    for (const times of tries.values()) if (times > MOST_TRIES) broken('tries are bounded')
    for (const letter of await letters.getMany(IDS)) {
      if (letter?.outbox?.waiting === true) broken('nothing waits for ever')
      for (const [item, wanted] of Object.entries(letter?.wanted ?? {})) {
        const isDone = letter?.done[item] === wanted && (await arrived(letter._id, item, wanted))
        if (!isDone && letter?.gaveUp[item] !== wanted) broken('what was put last is acted upon after its put')
      }
    }
  }

  return {
    afterCall: async ({ collection, ids }) => {
      if (collection === LETTERS.name) for (const id of ids) await look(id)
    },
    look,
    tried,
    checkEnd,
  }
}

function checkOutbox(before: OutboxState, after: OutboxState): void {
  const items = Object.values(after.items)
  if (items.some(({ due }) => due < after.due)) broken('an outbox is never due later than one of its items')
  if (after.waiting !== items.length > 0) broken('an outbox waits while it has items')
  const isSame = JSON.stringify({ ...before, turn: 0 }) === JSON.stringify({ ...after, turn: 0 })
  if (!isSame && after.turn <= before.turn) broken('the turn grows with every write')
}

function checkLease(before: Letter, after: Letter, item: string): void {
  if (itemOf(before.outbox, item)?.lease !== after.doneBy[item]) broken('only who holds the lease settles')
}

function broken(rule: string): never {
  throw new Error(`Broken: ${rule}`)
}

function chosen<T>(values: readonly T[], number: number): T {
  return values[number % values.length]!
}
