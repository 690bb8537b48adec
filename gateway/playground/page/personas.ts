import { APPS, inWords, type Client } from './clients.ts'

/** A demo person as `GET /dev/personas` tells. */
export interface Persona {
  readonly name: string
  readonly story: string
  /** The apps whose profiles are active in one account. */
  readonly linked: readonly string[]
  /** By client: one for each app with a profile, and one for ACCOUNTS. */
  readonly tokens: Readonly<Partial<Record<Client, string>>>
}

/** The apps in which somebody has a profile. */
export function appsOf({ tokens }: Persona): readonly Client[] {
  return APPS.filter((app) => tokens[app] !== undefined)
}

/** Where somebody is, and what is linked, in one short line. */
export function whereabouts(person: Persona): string {
  const apps = appsOf(person)
  const where = apps.length === APPS.length ? 'In all three apps' : `In ${inWords(apps)} only`
  return `${where}. ${person.linked.length === 0 ? 'Nothing linked.' : `Linked: ${inWords(person.linked)}.`}`
}

/** What people are called where there is little room: their first name where that is clear, else the whole name. */
export function shortNames(people: readonly Persona[]): ReadonlyMap<string, string> {
  const first = (name: string): string => name.split(' ')[0] ?? name
  const isAlone = (name: string): boolean => people.filter((other) => first(other.name) === first(name)).length === 1
  return new Map(people.map(({ name }) => [name, isAlone(name) ? first(name) : name]))
}
