import type { World } from './world.ts'
import type { Stage } from './stage.ts'

/** What histories came to: how often, by what. */
export type Tally = Readonly<Record<string, number>>

export function tallyOf({ witness, calls }: Stage, kills: number): Tally {
  const counts: Record<string, number> = {}
  const add = (key: string, times = 1): void => void (counts[key] = (counts[key] ?? 0) + times)
  add('histories')
  add('kills of a process with acts under way', kills)
  add('store calls', calls.all)
  add('store calls while two acts or more were under way', calls.together)
  for (const { act, answer } of witness.runs) {
    const kind =
      'granted' in act && !act.granted
        ? 'setConsent (no)'
        : 'enabled' in act && !act.enabled
          ? 'setFeature (off)'
          : act.do
    if (answer === 'LOST') add(`${kind}: lost with its process`)
    else if (act.do === 'roads') {
      for (const grant of Object.values(answer?.roads ?? {})) add(grant === null ? 'roads: null' : 'roads: a grant')
    } else add(`${kind}: ${answer?.code ?? 'done'}`)
  }
  for (const state of new Set(witness.worlds.flatMap(statesOf))) add(`reached: ${state}`)
  return counts
}

/** Deep places of a world, by name. */
function statesOf({ accounts, requests }: World): string[] {
  const all = Object.values(accounts)
  const live = all.map(({ links }) => Object.values(links).filter(({ state }) => state !== 'UNLINKED'))
  const ended = new Set(
    all.flatMap(({ links }) =>
      Object.values(links).flatMap(({ profile, state }) => (state === 'UNLINKED' ? [profile] : [])),
    ),
  )
  const lives = live.flat()
  const says = (wanted: string) => all.some(({ words }) => Object.values(words).some(({ said }) => said === wanted))
  const places: Record<string, boolean> = {
    'an account of two apps': live.some((links) => links.length === 2),
    'an account of three apps': live.some((links) => links.length === 3),
    'two accounts at once': live.filter((links) => links.length > 0).length > 1,
    'a paused link': lives.some(({ state }) => state === 'PAUSED'),
    'two paused links': live.some((links) => links.filter(({ state }) => state === 'PAUSED').length > 1),
    'a consent on hold': says('held'),
    'a no': says('no'),
    'a profile linked again': lives.some(({ profile }) => ended.has(profile)),
    'somebody under age or of unknown age linked': lives.some(({ band }) => band !== 'ADULT'),
    'a closed account': all.some(({ closedAt }) => closedAt !== null),
    'a feature on': all.some(({ features }) => Object.keys(features).length > 0),
    'approved and not yet built': Object.entries(requests).some(
      ([id, { state, account }]) => state === 'APPROVED' && accounts[account ?? '']?.built[id] === undefined,
    ),
    'a refused building': all.some(({ built }) => Object.values(built).includes('REFUSED')),
    'an expired request': Object.values(requests).some(({ state }) => state === 'EXPIRED'),
  }
  return Object.keys(places).filter((place) => places[place])
}

export function sum(tallies: readonly Tally[]): Tally {
  const total: Record<string, number> = {}
  for (const tally of tallies) for (const [key, times] of Object.entries(tally)) total[key] = (total[key] ?? 0) + times
  return Object.fromEntries(Object.entries(total).sort(([a], [b]) => (a < b ? -1 : 1)))
}
