import { createDice, type Dice } from '../../../bin/demo/dice.ts'
import { DELTA, L } from '../../../subgraphs/runtime/grants/constants.ts'
import { createSeededRandom } from '../../../subgraphs/runtime/random/seededRandom.ts'
import type { History, Period, Read } from './history.ts'
import type { Installation } from './installation.ts'
import { givenOf, isPersonalized, PEOPLE, setConsent } from './people.ts'
import { type GraphName, GRAPHS, type ProcessName, PROCESSES } from './protocol.ts'
import { trueTime } from './sharedClock.ts'

/** For how long reads gather, in milliseconds: short enough for what they got by then to live on. */
const GATHERING = 200

/** How many reads are under way at once. */
const READERS = 12

export interface Race {
  /** At least so many withdrawals: whole rounds. */
  readonly count: number
  readonly seed: number
  /** On which graphs everybody is served consented data before they withdraw. */
  readonly serving: readonly GraphName[]
}

/**
 * Withdrawals, in rounds of one for each person, while `ads` are read all the time on both graphs. No read is under way
 * at the beginning: what was tried before is left out.
 */
export async function raceWithdrawals(installation: Installation, { count, seed, serving }: Race): Promise<History> {
  const dice = createDice(createSeededRandom(`finality ${seed}`))
  const reads: Read[] = []
  const periods: Period[] = []
  const begun = trueTime()
  let from = begun
  for (let round = 0; round * PEOPLE.length < count; round++) {
    const answers = await raceOnce(installation, { dice, reads, round, serving })
    const to = trueTime()
    for (const [person, answered] of answers) periods.push({ person, from, answered, to })
    from = to
    await Promise.all(
      PEOPLE.map((person, place) => setConsent(installation, GRAPHS[place % 2] ?? 'apart', person, true)),
    )
  }
  const given = await Promise.all(PEOPLE.map((person) => givenOf(installation, person)))
  return { tests: installation.tests().filter(({ now }) => now > begun), given: given.flat(), periods, reads }
}

interface Round extends Pick<Race, 'serving'> {
  readonly dice: Dice
  readonly reads: Read[]
  readonly round: number
}

/**
 * One process is stopped, each round another, with whatever was on its way to it, and everybody withdraws, one of them
 * through that process. In a long round it goes on when the others have been answered: what waited for it comes too late.
 * In a short one it goes on just before, when what was given last may still be accepted. Answers when each withdrawal had
 * been answered; no read is under way then.
 */
async function raceOnce(
  installation: Installation,
  { dice, reads, round, serving }: Round,
): Promise<Map<string, number>> {
  const { clock } = installation.house
  const isLong = Math.floor(round / PROCESSES.length) % 2 === 0
  const stopped = PROCESSES[round % PROCESSES.length] ?? 'whole'
  const [free, through]: readonly GraphName[] = stopped === 'whole' ? ['apart', 'together'] : ['together', 'apart']
  const answers = new Map<string, number>()
  const withdraw = async (person: string, on: GraphName | undefined): Promise<void> => {
    await clock.wait(GATHERING + dice.below(60) * (isLong ? 1 : -1))
    await setConsent(installation, on ?? 'apart', person, false)
    answers.set(person, trueTime())
  }

  const readers = startReaders(installation, reads)
  try {
    await readers.untilAll(({ personalized, graph }) => personalized || !serving.includes(graph))
    const other = PEOPLE[round % PEOPLE.length] ?? PEOPLE[0]
    const others = Promise.all(PEOPLE.filter((person) => person !== other).map((person) => withdraw(person, free)))
    const stop = async (): Promise<void> => {
      await gather(installation, stopped)
      const end = isLong ? longEnough(installation, others) : clock.wait(L - 60 + dice.below(150))
      await installation.stop(stopped, end)
    }
    await Promise.all([stop(), others, withdraw(other, through)])
    await readers.untilAll(({ person, begun }) => begun > (answers.get(person) ?? Number.POSITIVE_INFINITY))
  } finally {
    await readers.stop()
  }
  return answers
}

/**
 * Before the gateway or the recipient stops, reads are held at their source, and let go just then: so values are on their
 * way to it. At any other process they are without that.
 */
async function gather({ stop, house: { clock } }: Installation, stopped: ProcessName): Promise<void> {
  const held = clock.wait(GATHERING)
  await (stopped === 'social' || stopped === 'gateway' ? stop('sources', held) : held)
}

/**
 * Longer than L + δ, and until the answers are there; but a process that was stopped while it held the lock of the store
 * lets nobody write, so that they do not come before it goes on.
 */
async function longEnough({ house: { clock } }: Installation, answers: Promise<unknown>): Promise<void> {
  await Promise.all([clock.wait(L + DELTA + 20), Promise.race([answers, clock.wait(3 * (L + DELTA))])])
}

interface Readers {
  /** Resolves when everybody had such a read on both graphs since the readers were started; rejects after a while. */
  untilAll(such: (read: Read) => boolean): Promise<void>
  /** Resolves when the last read has ended; rejects when one failed. */
  stop(): Promise<void>
}

/** So long at most until everybody had what they wait for, in milliseconds: a machine may be slow. */
export const PATIENCE = 60_000

function startReaders(installation: Installation, reads: Read[]): Readers {
  const ways = PEOPLE.flatMap((person) => GRAPHS.map((graph) => ({ person, graph })))
  const seen = new Map(ways.map((way) => [way, [] as Read[]]))
  const until = { stopped: false }
  const readers = Promise.all(Array.from({ length: READERS }, (_, reader) => readOn(reader)))
  readers.catch(() => {})

  async function readOn(reader: number): Promise<void> {
    // Each on one graph, so that the other is read on while one is stopped.
    const own = ways.filter(({ graph }) => graph === GRAPHS[reader % GRAPHS.length])
    for (let turn = reader; !until.stopped; turn++) {
      const way = own[turn % own.length]
      if (way === undefined) return
      const begun = trueTime()
      const personalized = await isPersonalized(installation, way.graph, way.person)
      const read = { ...way, begun, personalized }
      seen.get(way)?.push(read)
      reads.push(read)
    }
  }

  return {
    async untilAll(such) {
      const end = trueTime() + PATIENCE
      while (![...seen.values()].every((of) => of.some(such))) {
        if (trueTime() > end) throw new Error('Everybody must have had such a read by now, but has not')
        await Promise.race([readers, installation.house.clock.wait(5)])
      }
    },
    async stop() {
      until.stopped = true
      await readers
    },
  }
}
