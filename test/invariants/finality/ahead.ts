import type { History } from './history.ts'
import type { Installation } from './installation.ts'
import { givenOf, isPersonalized, PEOPLE } from './people.ts'
import type { ProcessName } from './protocol.ts'
import { PATIENCE, type Race, raceWithdrawals } from './race.ts'
import { trueTime } from './sharedClock.ts'

/** The way of consented data on the graph that is served apart: from who makes grants to who uses values. */
export const WAY = ['accounts', 'sources', 'gateway', 'social'] as const
export type OnTheWay = (typeof WAY)[number]

export interface Ahead {
  /** What it says of clocks by then. */
  readonly alarm: string
  /** How many grants were given after that as everybody read, on the graph that it is part of. */
  readonly granted: number
  /** The race from then on. */
  readonly history: History
}

/** A process's clock is set ahead of all others; when it has said so, people withdraw. Then the clock is set right. */
export async function raceAhead(
  installation: Installation,
  name: OnTheWay,
  { aheadMs, ...race }: Omit<Race, 'serving'> & { readonly aheadMs: number },
): Promise<Ahead> {
  // One that was ahead by δ may have said so before, as no header came within the same millisecond.
  const alarm = (): string => installation.said(name).findLast((message) => message.startsWith('clocks ')) ?? ''
  const everybodyReads = () => Promise.all(PEOPLE.map((person) => isPersonalized(installation, 'apart', person)))
  await installation.setAhead(name, aheadMs)
  try {
    const end = trueTime() + PATIENCE
    while (!alarm().startsWith('clocks differ')) {
      if (trueTime() > end) throw new Error(`${name} must have said by now that clocks differ, but says: ${alarm()}`)
      await everybodyReads()
    }
    const given = await countGiven(installation)
    await everybodyReads()
    const granted = (await countGiven(installation)) - given
    return {
      alarm: alarm(),
      granted,
      history: await raceWithdrawals(installation, { ...race, serving: ['together'] }),
    }
  } finally {
    await installation.setAhead(name, null)
  }
}

async function countGiven(installation: Installation): Promise<number> {
  const given = await Promise.all(PEOPLE.map((person) => givenOf(installation, person)))
  return given.flat().length
}

/** The tests from this process on, on the way that values take. */
export function testsFrom(name: OnTheWay, { tests }: History): History['tests'] {
  const behind: readonly ProcessName[] = WAY.slice(WAY.indexOf(name))
  return tests.filter(({ process }) => behind.includes(process))
}
