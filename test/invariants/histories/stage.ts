import { AsyncLocalStorage } from 'node:async_hooks'
import { ACCOUNTS, CLAIMS, REQUESTS } from '../../../subgraphs/accounts/rows.ts'
import { createManualClock, type ManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { DELTA } from '../../../subgraphs/runtime/grants/constants.ts'
import { createSeededRandom } from '../../../subgraphs/runtime/random/seededRandom.ts'
import type { Storage } from '../../../subgraphs/storage/port.ts'
import { createHeldStorage, type HeldCall, type HeldProcess, quiet } from '../../support/heldStorage.ts'
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
  const random = createSeededRandom('histories')
  const witness = createWitness(clock)
  const whose = new AsyncLocalStorage<Run>()
  const story: string[] = []
  const calls = { all: 0, together: 0 }
  const processes: (Running | null)[] = [null, null]
  const heard: { run: Run; answer: () => Answer; tell: (heard: Heard) => void }[] = []
  const telling = new Map<Run, (heard: Heard) => void>()
  const made = (): Made => ({ run: whose.getStore() ?? null, at: clock.wall() })
  const held = createHeldStorage<Made>({ inner, tag: made, after: seen })

  async function seen({ collection, method, ids, tag: { run, at } }: HeldCall<Made>, answer: unknown): Promise<void> {
    witness.called()
    calls.all++
    if (telling.size > 1) calls.together++
    story.push(
      `      ${run ? `#${run.number}` : 'a timer'}: ${collection}.${method}${answer === null ? ' → null' : ''}`,
    )
    if (method === 'getMany' && collection === ACCOUNTS.name && run !== null) run.readAt = at + aheadOf(run.process)
    if (method === 'patch' && answer === null && collection === ACCOUNTS.name && run !== null) run.lost++
    if (!['insert', 'replace', 'patch', 'delete'].includes(method) || answer === null || answer === 'conflict') return
    const [id = ''] = ids
    const now = async <D>(of: { getMany(ids: readonly string[]): Promise<readonly (D | null)[]> }) =>
      (await of.getMany([id]))[0] ?? null
    if (collection === REQUESTS.name) witness.requestWritten(run, id, await now(inner.collection(REQUESTS)))
    if (collection === ACCOUNTS.name) witness.accountWritten(run, id, await now(inner.collection(ACCOUNTS)))
    if (collection === CLAIMS.name) witness.claimWritten(run, id, await now(inner.collection(CLAIMS)))
  }

  const wallOf = (process: number): number => clock.wall() + aheadOf(process)

  function start(number: number): Running {
    const { storage, kill: cutOff } = held.process()
    const process = pool.take({ storage, random, clock: { ...clock, wall: () => wallOf(number) } })
    return { process, kill: cutOff }
  }

  function begin(number: 0 | 1, draft: Draft): Promise<Heard> {
    const { process } = (processes[number] ??= start(number))
    const at = wallOf(number)
    const by = draft.by.map((proof) => ({ ...proof, fresh: at / 1000 - proof.authTime <= 300 }))
    const act = { ...draft, by, at, bandOf } as unknown as Act
    const arrived = clock.monotonic()
    const run: Run = {
      number: witness.runs.length + 1,
      act,
      process: number,
      from: witness.worlds.length,
      elapsed: () => clock.monotonic() - arrived,
      began: calls.all,
      ended: Number.POSITIVE_INFINITY,
      steps: 0,
      wrote: new Map(),
      lost: 0,
      readAt: 0,
      answer: null,
    }
    witness.runs.push(run)
    const { of, query, variables } = askingOf(act)
    const identity = { timeoutMs: 1e12, client: act.client, profiles: act.by, gpc: act.do === 'roads' && act.gpc }
    return new Promise((tell) => {
      telling.set(run, tell)
      const result = whose.run(run, () => process[of].execute({ query, variables, identity }))
      void result.then((answer) => heard.push({ run, answer: () => answerOf(act, answer), tell }))
    })
  }

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

  async function kill(number: 0 | 1, at: HeldCall<Made> | undefined, taken: boolean): Promise<void> {
    if (taken && at !== undefined) await at.goUnheard()
    processes[number]?.kill()
    processes[number] = null
    for (const [run, tell] of telling) {
      if (run.process !== number) continue
      telling.delete(run)
      run.answer = 'LOST'
      tell('LOST')
    }
    await settle()
  }

  function end(): void {
    for (const running of processes) if (running !== null) pool.giveBack(running.process)
  }

  return { clock, witness, held: () => held.waiting(), story, calls, begin, kill, settle, end }
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
