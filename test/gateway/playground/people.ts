import type { Client } from '../../../gateway/playground/page/clients.ts'
import type { Persona } from '../../../gateway/playground/page/personas.ts'

/** A demo person with a profile in these apps; a token tells whose and for what it is. */
export function somebody(name: string, apps: readonly Client[], linked: readonly string[] = []): Persona {
  const tokens = Object.fromEntries([...apps, 'ACCOUNTS'].map((client) => [client, `${name} ${client}`]))
  return { name, story: `The story of ${name}.`, linked, tokens }
}

export const ada = somebody('Ada Okafor', ['MESSENGER', 'PHOTO', 'SOCIAL'], ['MESSENGER', 'PHOTO'])
export const hana = somebody('Hana Sato', ['PHOTO', 'SOCIAL'])
export const luca = somebody('Luca Romano', ['PHOTO'])
