import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cases } from '../../support/long.ts'
import { createCatalogue, wordingIn } from '../../../subgraphs/accounts/rules/catalogue.ts'
import { CONTRACT } from './contractParts.ts'
import { everyRoad } from './everyRoad.ts'
import { createTown } from './town.ts'

// A reference model that fits on a page, and random histories of one person who links, chooses, pauses and ends.

type AppName = 'MESSENGER' | 'PHOTO' | 'SOCIAL'
const APPS: readonly AppName[] = ['MESSENGER', 'PHOTO', 'SOCIAL']
const FLOWS = [
  'messenger>social>ADS',
  'photo>social>ADS',
  'messenger>photo>PERSONALIZE',
  'social>photo>PERSONALIZE',
  'messenger>photo>IMPROVE',
] as const

type Command =
  | { readonly do: 'link'; readonly from: AppName; readonly to: AppName; readonly yes: boolean }
  | { readonly do: 'pause' | 'resume' | 'unlink'; readonly app: AppName }
  | { readonly do: 'choose'; readonly flow: (typeof FLOWS)[number]; readonly yes: boolean }

/** What a page of words says: which links are live, and for each flow the person's last word. */
class Model {
  readonly links = new Map<AppName, 'ACTIVE' | 'PAUSED'>()
  readonly said = new Map<string, boolean>()

  apply(command: Command): void {
    switch (command.do) {
      case 'link':
        return this.link(command)
      case 'pause':
      case 'resume':
        if (this.links.has(command.app)) this.links.set(command.app, command.do === 'pause' ? 'PAUSED' : 'ACTIVE')
        return
      case 'unlink':
        return this.unlink(command.app)
      case 'choose':
        return this.choose(command.flow, command.yes)
    }
  }

  link({ from, to, yes }: Command & { do: 'link' }): void {
    const [a, b] = [this.links.has(from), this.links.has(to)]
    if (from === to || (a && b)) return
    for (const app of [from, to]) if (!this.links.has(app)) this.links.set(app, 'ACTIVE')
    // Offered is what was not refused: a no outlives the link, a yes does not.
    for (const flow of between(from, to)) if (this.said.get(flow) !== false) this.said.set(flow, yes)
  }

  unlink(app: AppName): void {
    if (!this.links.has(app)) return
    const ending = this.links.size <= 2 ? [...this.links.keys()] : [app]
    for (const each of ending) {
      this.links.delete(each)
      for (const flow of FLOWS) if (endsOf(flow).includes(each) && this.said.get(flow)) this.said.delete(flow)
    }
  }

  choose(flow: string, yes: boolean): void {
    const ends = endsOf(flow)
    if (yes ? ends.every((app) => this.links.get(app) === 'ACTIVE') : ends.every((app) => this.links.has(app)))
      this.said.set(flow, yes)
  }

  open(): string[] {
    return FLOWS.filter(
      (flow) => this.said.get(flow) === true && endsOf(flow).every((app) => this.links.get(app) === 'ACTIVE'),
    ).sort()
  }
}

const endsOf = (flow: string) => flow.split('>', 2).map((name) => name.toUpperCase() as AppName)
const between = (a: AppName, b: AppName) => FLOWS.filter((flow) => endsOf(flow).every((app) => app === a || app === b))

const app = fc.constantFrom(...APPS)
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('link' as const), from: app, to: app, yes: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('pause' as const, 'resume' as const, 'unlink' as const), app }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('choose' as const), flow: fc.constantFrom(...FLOWS), yes: fc.boolean() }),
  },
)

const { flows } = createCatalogue(CONTRACT.recipients, CONTRACT.flows, CONTRACT.notices)
const NOTICES = new Map(flows.map((flow) => [flow.key, wordingIn(flow, 'de').digest]))

const town = createTown()
let histories = 0

async function perform(person: string, wanted: Command): Promise<void> {
  const center = town.inCenter(person)
  switch (wanted.do) {
    case 'link': {
      const { linkRequest } = await town.opened(person, wanted.from, wanted.to)
      if (linkRequest === null) return
      const input = { requestId: linkRequest.id }
      const choices = town.answers(linkRequest.offers, wanted.yes)
      await town.act(town.inApp(person, wanted.to), 'confirmLink', { ...input, choices })
      await town.act(town.inApp(person, wanted.from), 'approveLink', input)
      return
    }
    case 'pause':
    case 'resume':
      await town.act(center, `${wanted.do}Link`, { linkId: await town.linkOf(person, wanted.app) })
      return
    case 'unlink':
      await town.act(center, 'unlink', { linkId: await town.linkOf(person, wanted.app) })
      return
    case 'choose': {
      const [from = '', to, purpose] = wanted.flow.split('>')
      const flow = { from: from.toUpperCase(), to, purpose }
      const noticeDigest = NOTICES.get(wanted.flow) ?? ''
      await town.act(center, 'setConsent', { ...flow, granted: wanted.yes, noticeDigest })
    }
  }
}

test('after every step exactly the roads are open that the model has open', async () => {
  const history = fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 14 }), async (commands) => {
    const person = `m${histories++}`
    const model = new Model()
    for (const each of commands) {
      await perform(person, each)
      model.apply(each)
      expect(Object.keys(await everyRoad(town, person)).sort()).toEqual(model.open())
    }
  })
  await fc.assert(history, { numRuns: cases(40), seed: 11 })
}, 240_000)
