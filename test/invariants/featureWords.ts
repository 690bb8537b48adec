import * as fc from 'fast-check'
import type { Feature } from '../../subgraphs/accounts/rules/decide.ts'
import { APPS, type App } from '../../subgraphs/runtime/identity/identity.ts'
import type { Town } from '../subgraphs/accounts/town.ts'

// What I7 is told in: every feature in every direction, what people do with them, and a page of words about it.

export const FEATURES: readonly Feature[] = ['SIGN_ON', 'SYNC_SETTINGS', 'CROSSPOST', 'AVATARS']
const PAIRS = APPS.flatMap((from) => APPS.map((to) => [from, to] as const))
export const EVERYTHING = FEATURES.flatMap((feature) => PAIRS.map(([from, to]) => ({ feature, from, to })))
export type Direction = (typeof EVERYTHING)[number]

export const keyOf = ({ feature, from, to }: Direction) => `${feature} ${from}>${to}`

export type Step =
  | { readonly do: 'link'; readonly from: App; readonly to: App; readonly yes: boolean }
  | { readonly do: 'pause' | 'resume' | 'unlink'; readonly app: App }
  | { readonly do: 'switch'; readonly direction: Direction; readonly on: boolean }

/** A page of words: which links are live, and what is switched on. */
export class Words {
  readonly links = new Map<App, 'ACTIVE' | 'PAUSED'>()
  readonly on = new Map<string, Direction>()

  take(step: Step): void {
    switch (step.do) {
      case 'link': {
        const { from, to } = step
        if (from === to || (this.links.has(from) && this.links.has(to))) return
        for (const app of [from, to]) if (!this.links.has(app)) this.links.set(app, 'ACTIVE')
        return
      }
      case 'pause':
      case 'resume':
        if (this.links.has(step.app)) this.links.set(step.app, step.do === 'pause' ? 'PAUSED' : 'ACTIVE')
        return
      case 'unlink':
        return this.end(step.app)
      case 'switch': {
        const { direction, on } = step
        if (!on) this.on.delete(keyOf(direction))
        else if (this.areActive(direction) && isPossible(direction)) this.on.set(keyOf(direction), direction)
      }
    }
  }

  /** The last two links end together, and what is switched on ends with either of its links. */
  end(app: App): void {
    if (!this.links.has(app)) return
    const ending = this.links.size <= 2 ? [...this.links.keys()] : [app]
    for (const each of ending) this.links.delete(each)
    for (const [key, { from, to }] of this.on) if (ending.includes(from) || ending.includes(to)) this.on.delete(key)
  }

  areActive({ from, to }: Direction): boolean {
    return [from, to].every((app) => this.links.get(app) === 'ACTIVE')
  }

  working(): string[] {
    return EVERYTHING.filter((each) => this.on.has(keyOf(each)) && this.areActive(each)).map(keyOf)
  }
}

/** Between two apps; statuses are the messenger's. */
export function isPossible({ feature, from, to }: Direction): boolean {
  return from !== to && (feature !== 'CROSSPOST' || from === 'MESSENGER')
}

const app = fc.constantFrom(...APPS)
export const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('link' as const), from: app, to: app, yes: fc.boolean() }),
  fc.record({ do: fc.constantFrom('pause' as const, 'resume' as const, 'unlink' as const), app }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('switch' as const),
      direction: fc.constantFrom(...EVERYTHING),
      on: fc.constantFrom(true, true, false),
    }),
  },
)

export async function take(town: Town, person: string, wanted: Step): Promise<void> {
  const center = town.inCenter(person)
  switch (wanted.do) {
    case 'link': {
      const { linkRequest } = await town.opened(person, wanted.from, wanted.to)
      if (linkRequest === null) return
      const choices = town.answers(linkRequest.offers, wanted.yes)
      await town.act(town.inApp(person, wanted.to), 'confirmLink', { requestId: linkRequest.id, choices })
      await town.act(town.inApp(person, wanted.from), 'approveLink', { requestId: linkRequest.id })
      return
    }
    case 'switch': {
      const { feature, from, to } = wanted.direction
      await town.act(center, 'setFeature', { feature, from, to: to.toLowerCase(), enabled: wanted.on })
      return
    }
    default:
      await town.act(center, `${wanted.do}Link`.replace('unlinkLink', 'unlink'), {
        linkId: await town.linkOf(person, wanted.app),
      })
  }
}

/** Somebody with all three apps linked, refusing every offer. */
export async function allLinked(town: Town, person: string, yes = false): Promise<void> {
  await town.link(person, 'MESSENGER', 'PHOTO', yes)
  await town.link(person, 'SOCIAL', 'MESSENGER', yes)
}

export const setAll = async (town: Town, person: string, enabled: boolean): Promise<void> => {
  for (const { feature, from, to } of EVERYTHING.filter(isPossible)) {
    await town.act(town.inCenter(person), 'setFeature', { feature, from, to: to.toLowerCase(), enabled })
  }
}
