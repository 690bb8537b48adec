import type { Dice } from '../../../bin/demo/dice.ts'
import { APPS } from '../../../subgraphs/runtime/identity/identity.ts'
import { everyRoad, ROADS } from '../../subgraphs/accounts/everyRoad.ts'
import type { Town } from '../../subgraphs/accounts/town.ts'

/** One act of somebody: they use their apps, say no, pause, resume, unlink or link. What is refused changes nothing. */
export async function liveOn(town: Town, dice: Dice, people: readonly string[]): Promise<unknown> {
  const person = dice.pick(people)
  const center = town.inCenter(person)
  const app = dice.pick(APPS)
  const linkId = await town.linkOf(person, app)
  switch (dice.below(8)) {
    case 0: {
      const [from = '', to = '', purpose = ''] = dice.pick(ROADS)[2].split('>')
      return town.act(center, 'setConsent', { from: from.toUpperCase(), to, purpose, granted: false })
    }
    case 1:
      return town.act(center, 'pauseLink', { linkId })
    case 2:
      return town.act(center, 'resumeLink', { linkId })
    case 3:
      return town.act(center, 'unlink', { linkId })
    case 4:
    case 5: {
      const other = dice.pick(APPS.filter((each) => each !== app))
      // Nobody opens the request of a profile that is linked with that app already.
      return town.link(person, app, other).catch(() => undefined)
    }
    default:
      return everyRoad(town, person)
  }
}
