import type { Source } from 'graphql'
import { z } from 'zod'
import type { Finding, Place } from './compose/problem.ts'
import { readYaml } from './yamlText.ts'

/** The closed family of apps; the enum `App` of the graph. */
export const APPS = ['MESSENGER', 'PHOTO', 'SOCIAL'] as const
export type App = (typeof APPS)[number]

/** What consent is asked for; the enum `Purpose` of the graph. */
export const PURPOSES = ['PERSONALIZE', 'IMPROVE', 'ADS'] as const
export type Purpose = (typeof PURPOSES)[number]

export function isPurpose(text: string): text is Purpose {
  return (PURPOSES as readonly string[]).includes(text)
}

/** The only subgraph that declares and answers roads. */
export const GRANTS = 'grants'

/** Subgraphs that keep the family together: they own only what nobody else defines. `entry` is generated. */
export const KEEPERS: readonly string[] = ['accounts', GRANTS, 'entry']

/** One subgraph as `subgraphs.yaml` registers it. */
export interface SubgraphRegistration {
  /** The recipient's name in consents, permits and ledgers. */
  readonly name: string
  /** The app whose people it knows; absent for accounts, grants and partners. */
  readonly app?: App | undefined
  /** Where the gateway asks it when it runs as its own process. */
  readonly url: string
  /** Its file, relative to `subgraphs.yaml`. */
  readonly sdl: string
  /** Whose data it may use, for what, if the person says so. */
  readonly permits: readonly Permit[]
  /** Who answers for it. */
  readonly owner: string
  /** Where to reach them: a URL, `mailto:` included. */
  readonly contact: string
}

export interface Permit {
  /** The source's name. */
  readonly from: string
  readonly purpose: Purpose
}

const registryShape = z.strictObject({
  subgraphs: z
    .array(
      z.strictObject({
        name: z.string(),
        app: z.enum(APPS).optional(),
        url: z.url({ protocol: /^https?$/ }),
        sdl: z.string().regex(/\.graphql$/, 'must be the path of a .graphql file'),
        permits: z.array(z.strictObject({ from: z.string(), purpose: z.enum(PURPOSES) })),
        owner: z.string().min(1),
        contact: z.url(),
      }),
    )
    .min(1),
})

/** A registration and where it stands, for messages. */
export interface PlacedRegistration {
  readonly registration: SubgraphRegistration
  /** The place of the value of `name`. */
  readonly registeredAt: Place
  /** The place of the value of `sdl`. */
  readonly sdlAt: Place
}

export type RegistryRead =
  | { readonly ok: true; readonly subgraphs: readonly PlacedRegistration[] }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** The checked `subgraphs.yaml`. Names and permits are judged later, by the composer's rules. */
export function readRegistry(source: Source): RegistryRead {
  const read = readYaml(
    source,
    registryShape,
    'REGISTRY_INVALID',
    'Each subgraph has name, url, sdl, permits, owner, contact and, if it is an app, app; the head of the file says what they are.',
  )
  if (!read.ok) return read
  const subgraphs = read.value.subgraphs.map((registration, index) => ({
    registration,
    registeredAt: read.placeOf(['subgraphs', index, 'name']),
    sdlAt: read.placeOf(['subgraphs', index, 'sdl']),
  }))
  return { ok: true, subgraphs }
}

/** A partner is neither an app nor a keeper of the family. */
export function isPartner({ name, app }: Pick<SubgraphRegistration, 'name' | 'app'>): boolean {
  return app === undefined && !KEEPERS.includes(name)
}
