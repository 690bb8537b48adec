import type { App, Purpose } from '../../../schema/registry.ts'
import type { Dice } from '../../gateway/differential/random.ts'
import type { Family } from './model.ts'

/** Human beings 0 to 3; each has a profile in every app. */
export const POPULATION = 4

/** Who asks: a person, in one app's client. */
export interface Viewer {
  readonly app: App
  readonly person: number
}

/** Who agreed to what. 0 agreed to everything, 1 refused, 2 to some; 3 has no account and can agree to nothing. */
export class Consents {
  private readonly given = new Set<string>()

  constructor(family: Family, dice: Dice) {
    for (const { from, to, purpose } of family.flows) {
      this.given.add(`0 ${from} ${to} ${purpose}`)
      if (dice.chance(0.5)) this.given.add(`2 ${from} ${to} ${purpose}`)
    }
  }

  has(person: number, from: string, to: string, purpose: Purpose): boolean {
    return this.given.has(`${person} ${from} ${to} ${purpose}`)
  }
}

/** Each recipient's client with one who agreed, one who did not; and somebody else's. */
export function viewersOf(family: Family, dice: Dice): readonly Viewer[] {
  const apps = family.parts.flatMap(({ app }) => app ?? [])
  const recipients = family.parts.filter(({ name }) => family.flows.some(({ to }) => to === name))
  const agreed = recipients.flatMap(({ app }) => (app ? [{ app, person: 0 }] : []))
  return [...agreed, { app: dice.pick(apps), person: dice.pick([1, 2, 3]) }]
}
