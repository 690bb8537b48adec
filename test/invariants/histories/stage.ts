import { AsyncLocalStorage } from 'node:async_hooks'
import { ACCOUNTS, CLAIMS, REQUESTS } from '../../../subgraphs/accounts/rows.ts'
import { createManualClock, type ManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { DELTA } from '../../../subgraphs/runtime/grants/constants.ts'
import { createSeededRandom } from '../../../subgraphs/runtime/random/seededRandom.ts'
import type { Storage } from '../../../subgraphs/storage/port.ts'
import {
  createHeldStorage,
  type HeldCall,
  type HeldProcess,
  type HeldStorage,
  quiet,
} from '../../support/heldStorage.ts'
import { TEST_START } from '../../support/subgraphTester.ts'
import { type Act, type Answer, type Run, Violation } from './acts.ts'
import { answerOf, askingOf } from './asking.ts'
import type { Draft } from './deeds.ts'
import { bandOf, type Process, type Processes } from './processes.ts'
import { createWitness, type Witness } from './witness.ts'

/** What the second process's wall clock is ahead: just less than clocks may differ. */
const aheadOf = (process: number): number => (process === 1 ? DELTA - 1 : 0)

/** A process and its way to the store. */
interface Running extends Pick<HeldProcess, 'kill'> {
  readonly process: Process
}

/** By which act a store call was made, and when, by the clock of the first process. */
interface Made {
  readonly run: Run | null
  readonly at: number
}

export type Heard = Answer | 'LOST'

/** Two processes over one store whose calls are held, and a witness of all that they do. */
export interface Stage {
  readonly clock: ManualClock
  readonly witness: Witness
  readonly held: () => readonly HeldCall<Made>[]
  readonly story: string[]
  /** How many store calls took place, and how many of them while two acts or more were under way. */
  readonly calls: { all: number; together: number }
  /** Sends it to this process, which is started if it is not there. */
  begin(process: 0 | 1, draft: Draft): Promise<Heard>
  /** The process dies. At this call, which takes place before, if it is `taken`. */
  kill(process: 0 | 1, at: HeldCall<Made> | undefined, taken: boolean): Promise<void>
  /** Until nothing goes on but what is held or waits for time; hears answers. */
  settle(): Promise<void>
  /** Gives back the processes that are alive; only when nothing goes on any more. */
  end(): void
}

export function createStage(inner: Storage, pool: Processes): Stage {
  const clock = createManualClock(TEST_START)
  const witness = createWitness(clock)
  const whose = new AsyncLocalStorage<Run>()
  const book = { story: [], calls: { all: 0, together: 0 }, telling: new Map<Run, (heard: Heard) => void>() }
  const held = createHeldStorage<Made>({
    inner,
    tag: () => ({ run: whose.getStore() ?? null, at: clock.wall() }),
    after: reader(inner, witness, book),
  })
  const crew = createCrew(held, pool, clock)
  const answers = createAnswers(witness, book)

  function begin(number: 0 | 1, draft: Draft): Promise<Heard> {
    const run = runOf(number, draft, { clock, witness, began: book.calls.all })
    const { act } = run
    const { of, query, variables } = askingOf(act)
    const identity = { timeoutMs: 1e12, client: act.client, profiles: act.by, gpc: act.do === 'roads' && act.gpc }
    const result = whose.run(run, () => crew.at(number)[of].execute({ query, variables, identity }))
    return answers.heardOf(
      run,
      result.then((answer) => () => answerOf(act, answer)),
    )
  }

  async function kill(number: 0 | 1, at: HeldCall<Made> | undefined, taken: boolean): Promise<void> {
    if (taken && at !== undefined) await at.goUnheard()
    crew.kill(number)
    answers.lose(number)
    await answers.settle()
  }

  const { story, calls } = book
  return {
    clock,
    witness,
    held: () => held.waiting(),
    story,
    calls,
    begin,
    kill,
    settle: answers.settle,
    end: crew.end,
  }
}

/** What is written down of a history. */
interface Book {
  readonly story: string[]
  readonly calls: { all: number; together: number }
  /** The acts under way, and who waits for each. */
  readonly telling: Map<Run, (heard: Heard) => void>
}

const WRITES = ['insert', 'replace', 'patch', 'delete']

/** Reads each store call that took place for the witness. */
function reader(inner: Storage, witness: Witness, { story, calls, telling }: Book) {
  const [requests, accounts, claims] = [
    inner.collection(REQUESTS),
    inner.collection(ACCOUNTS),
    inner.collection(CLAIMS),
  ]

  async function written(run: Run | null, collection: string, id: string): Promise<void> {
    if (collection === REQUESTS.name) witness.requestWritten(run, id, (await requests.getMany([id]))[0] ?? null)
    if (collection === ACCOUNTS.name) witness.accountWritten(run, id, (await accounts.getMany([id]))[0] ?? null)
    if (collection === CLAIMS.name) witness.claimWritten(run, id, (await claims.getMany([id]))[0] ?? null)
  }

  return async ({ collection, method, ids, tag: { run, at } }: HeldCall<Made>, answer: unknown): Promise<void> => {
    witness.called()
    calls.all++
    if (telling.size > 1) calls.together++
    const by = run ? `#${run.number}` : 'a timer'
    story.push(`      ${by}: ${collection}.${method}${answer === null ? ' → null' : ''}`)
    if (method === 'getMany' && collection === ACCOUNTS.name && run !== null) run.readAt = at + aheadOf(run.process)
    if (method === 'patch' && answer === null && collection === ACCOUNTS.name && run !== null) run.lost++
    if (!WRITES.includes(method) || answer === null || answer === 'conflict') return
    await written(run, collection, ids[0] ?? '')
  }
}

/** The two processes: each is started when it is asked, and again after it has died. */
function createCrew(held: HeldStorage<Made>, pool: Processes, clock: ManualClock) {
  const random = createSeededRandom('histories')
  const processes: (Running | null)[] = [null, null]

  function start(number: number): Running {
    const { storage, kill } = held.process()
    const ahead = { ...clock, wall: () => clock.wall() + aheadOf(number) }
    return { process: pool.take({ storage, random, clock: ahead }), kill }
  }

  return {
    at: (number: 0 | 1): Process => (processes[number] ??= start(number)).process,
    kill: (number: 0 | 1): void => {
      processes[number]?.kill()
      processes[number] = null
    },
    end: (): void => {
      for (const running of processes) if (running !== null) pool.giveBack(running.process)
    },
  }
}

/** A new act, as the witness follows it. */
function runOf(
  number: 0 | 1,
  draft: Draft,
  { clock, witness, began }: { readonly clock: ManualClock; readonly witness: Witness; readonly began: number },
): Run {
  const at = clock.wall() + aheadOf(number)
  const by = draft.by.map((proof) => ({ ...proof, fresh: at / 1000 - proof.authTime <= 300 }))
  const arrived = clock.monotonic()
  const run: Run = {
    number: witness.runs.length + 1,
    act: { ...draft, by, at, bandOf } as unknown as Act,
    process: number,
    from: witness.worlds.length,
    elapsed: () => clock.monotonic() - arrived,
    began,
    ended: Number.POSITIVE_INFINITY,
    steps: 0,
    wrote: new Map(),
    lost: 0,
    readAt: 0,
    answer: null,
  }
  witness.runs.push(run)
  return run
}

/** Answers on their way to whoever waits for them, heard when the stage has come to rest. */
function createAnswers(witness: Witness, { story, telling }: Book) {
  const heard: { run: Run; answer: () => Answer; tell: (heard: Heard) => void }[] = []

  async function settle(): Promise<void> {
    await quiet()
    while (heard.length > 0) {
      for (const { run, answer, tell } of heard.splice(0)) {
        if (!telling.delete(run)) continue
        const said = answer()
        story.push(`    #${run.number} is answered: ${said.code ?? 'done'}`)
        witness.answered(run, said)
        tell(said)
      }
      await quiet()
    }
  }

  return {
    settle,
    heardOf: (run: Run, result: Promise<() => Answer>): Promise<Heard> =>
      new Promise((tell) => {
        telling.set(run, tell)
        void result.then((answer) => heard.push({ run, answer, tell }))
      }),
    /** The process of these acts has died. */
    lose(number: 0 | 1): void {
      for (const [run, tell] of telling) {
        if (run.process !== number) continue
        telling.delete(run)
        run.answer = 'LOST'
        tell('LOST')
      }
    },
  }
}

/** Until all acts are answered: whatever waits, goes, and time passes when nothing else does. */
export async function rest(stage: Stage): Promise<void> {
  for (let turn = 0; turn < 5_000; turn++) {
    await stage.settle()
    const [next] = stage.held()
    const pending = stage.witness.runs.some(({ answer }) => answer === null)
    if (!pending) return
    if (next === undefined) await stage.clock.advance(600)
    else await next.go()
  }
  throw new Violation('an act never ends')
}
