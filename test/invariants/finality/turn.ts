import { DELTA } from '../../../subgraphs/runtime/grants/constants.ts'
import type { History } from './history.ts'
import type { Installation } from './installation.ts'
import { givenOf, isPersonalized, PEOPLE, setConsent } from './people.ts'
import type { Reads } from './snapshotReads.ts'
import { trueTime } from './sharedClock.ts'

/**
 * One process is in the middle of a turn, in which it reads as LMDB was when the turn began. In another process a
 * withdrawal is made and answered. Then the turn goes on, with a road. Such a turn was seen to last for 292 ms after the
 * other process's commit; this one lasts as long as it takes, so that what it gives comes too late every time.
 */
export async function withdrawDuringTurn(installation: Installation, how: Reads): Promise<History> {
  const [person] = PEOPLE
  const from = trueTime()
  while (!(await isPersonalized(installation, 'together', person)));
  await installation.read(how)
  await setConsent(installation, 'apart', person, false)
  const answered = trueTime()
  // Before and after, so that t0 is between the two by whatever clock it was read.
  await installation.house.clock.wait(DELTA)
  const begun = trueTime()
  const personalized = await isPersonalized(installation, 'together', person)
  await installation.read('fresh')
  await installation.house.clock.wait(DELTA)
  const to = trueTime()
  await setConsent(installation, 'apart', person, true)
  return {
    tests: installation.tests().filter(({ now }) => now > from),
    given: await givenOf(installation, person),
    periods: [{ person, from, answered, to }],
    reads: [{ person, graph: 'together', begun, personalized }],
  }
}
