import { issueToken, type TokenIssuer } from '../../gateway/identify/tokens.ts'
import { APPS, type ProvedProfile } from '../../subgraphs/runtime/identity/identity.ts'
import type { Subgraph } from '../../subgraphs/runtime/subgraph/subgraph.ts'
import { linkedApps } from './links.ts'
import { personas } from './personas.ts'
import type { ProfileIds } from './seed.ts'

/** One of `GET /dev/personas` (graph.md, "Demo people over HTTP"). */
export interface ListedPersona {
  readonly name: string
  readonly story: string
  /** The apps whose profiles are ACTIVE in one account. */
  readonly linked: readonly string[]
  readonly tokens: Readonly<Record<string, string>>
}

/** Every persona with fresh tokens: one per app, and one of the accounts center in which all of them are proved. */
export function listPersonas(profiles: ProfileIds, issuer: TokenIssuer, center: Subgraph): Promise<ListedPersona[]> {
  const authTime = Math.floor(issuer.clock.wall() / 1000)
  return Promise.all(
    personas.map(async ({ name, story }) => {
      const proved = provedProfiles(profiles, name, authTime)
      const perApp = proved.map(
        async (profile) =>
          [profile.app, await issueToken(issuer, { client: profile.app, profiles: [profile] })] as const,
      )
      const tokens = Object.fromEntries(await Promise.all(perApp))
      const accounts = await issueToken(issuer, { client: 'ACCOUNTS', profiles: proved })
      const linked = await linkedApps(center, proved)
      return { name, story, linked, tokens: { ...tokens, ACCOUNTS: accounts } }
    }),
  )
}

function provedProfiles(profiles: ProfileIds, name: string, authTime: number): ProvedProfile[] {
  return APPS.flatMap((app) => {
    const id = profiles[name]?.[app]
    return id === undefined ? [] : [{ app, id, authTime }]
  })
}
