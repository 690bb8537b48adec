import { createDice, type Dice } from '../../../bin/demo/dice.ts'
import { DELTA, L } from '../../../subgraphs/runtime/grants/constants.ts'
import { createSeededRandom } from '../../../subgraphs/runtime/random/seededRandom.ts'
import type { History, Period, Read } from './history.ts'
import { type GraphName, GRAPHS, type Installation } from './installation.ts'
import { givenOf, isPersonalized, PEOPLE, setConsent } from './people.ts'
import { PROCESSES } from './protocol.ts'
import { trueTime } from './sharedClock.ts'

/** How many reads are under way at once. */
const READERS = 8
/** From one of the ways to read to the next of a reader: in the end each reader goes all of them. */
const STRIDE = 3

/**
 * So many withdrawals, everybody's at about the same time, while `ads` are read all the time on both graphs. Each time
 * another process is stopped from about then on for longer than L + δ; every other time round for a little less, which
 * is when what was given last is tried at the last moment.
 */
export async function raceWithdrawals(installation: Installation, count: number, seed: number): Promise<History> {
  const dice = createDice(createSeededRandom(`finality ${seed}`))
  const reads: Read[] = []
  const periods: Period[] = []
  let from = trueTime()
  for (let round = 0; round * PEOPLE.length < count; round++) {
    const name = PROCESSES[round % PROCESSES.length] ?? 'whole'
    const isLong = Math.floor(round / PROCESSES.length) % 2 === 0
    const ms = isLong ? L + DELTA + 20 + dice.below(150) : L + dice.below(DELTA)
    const answers = await raceOnce(installation, { dice, reads, round, pause: () => installation.pause(name, ms) })
    const to = trueTime()
    for (const [person, answered] of answers) periods.push({ person, from, answered, to })
    from = to
    await Promise.all(PEOPLE.map((person, place) => setConsent(installation, graphOf(place + round), person, true)))
  }
  const given = await Promise.all(PEOPLE.map((person) => givenOf(installation, person)))
  return { tests: installation.tests(), given: given.flat(), periods, reads }
}

interface Round {
  readonly dice: Dice
  readonly reads: Read[]
  readonly round: number
  readonly pause: () => Promise<void>
}

/** Answers when each withdrawal had been answered; then no read is under way. */
async function raceOnce(
  installation: Installation,
  { dice, reads, round, pause }: Round,
): Promise<Map<string, number>> {
  const answers = new Map<string, number>()
  const readers = startReaders(installation, reads)
  try {
    await readers.untilAll(({ personalized }) => personalized)
    const paused = installation.house.clock.wait(dice.below(40)).then(pause)
    const withdraw = async (person: string, place: number): Promise<void> => {
      await installation.house.clock.wait(dice.below(40))
      await setConsent(installation, graphOf(place + round), person, false)
      answers.set(person, trueTime())
    }
    await Promise.all([paused, ...PEOPLE.map(withdraw)])
    await readers.untilAll(({ person, begun }) => begun > (answers.get(person) ?? Number.POSITIVE_INFINITY))
  } finally {
    await readers.stop()
  }
  return answers
}

function graphOf(place: number): GraphName {
  return GRAPHS[place % GRAPHS.length] ?? 'apart'
}

interface Readers {
  /** Resolves when everybody had such a read on both graphs since the readers were started; rejects after a while. */
  untilAll(such: (read: Read) => boolean): Promise<void>
  /** Resolves when the last read has ended; rejects when one failed. */
  stop(): Promise<void>
}

/** So long at most until everybody had what they wait for, in milliseconds: a machine may be slow. */
const PATIENCE = 15_000

function startReaders(installation: Installation, reads: Read[]): Readers {
  const ways = PEOPLE.flatMap((person) => GRAPHS.map((graph) => ({ person, graph })))
  const seen = new Map(ways.map((way) => [way, [] as Read[]]))
  let stopped = false
  const readers = Promise.all(Array.from({ length: READERS }, (_, reader) => readOn(reader)))
  readers.catch(() => {})

  async function readOn(reader: number): Promise<void> {
    for (let turn = reader; !stopped; turn += STRIDE) {
      const way = ways[turn % ways.length]
      if (way === undefined) return
      const { person, graph } = way
      const begun = trueTime()
      const read = { person, begun, personalized: await isPersonalized(installation, graph, person) }
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
      stopped = true
      await readers
    },
  }
}
