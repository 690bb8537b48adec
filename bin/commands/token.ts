import { issueToken } from '../../gateway/identify/tokens.ts'
import { systemClock } from '../../subgraphs/runtime/clock/systemClock.ts'
import { readType } from '../../subgraphs/runtime/ids/readType.ts'
import type { ProvedProfile } from '../../subgraphs/runtime/identity/identity.ts'
import { appOfPersonType } from '../../subgraphs/runtime/identity/personTypes.ts'
import { systemRandom } from '../../subgraphs/runtime/random/systemRandom.ts'
import { ConfigurationError, type Configuration } from '../configuration.ts'
import { ISSUER, openConfiguredKeys } from '../house/house.ts'

export interface TokenFlags {
  readonly client: string
  /** Ids of profiles as the graph shows them, separated by commas; the one that signed in first first. */
  readonly profiles: string
  /** Seconds since the epoch. Default: now. */
  readonly authTime?: string
  /** How long the token lives, in seconds. */
  readonly expires: string
}

/** An access token, signed with the data directory's key. */
export function token(configuration: Configuration, flags: TokenFlags): Promise<string> {
  const authTime =
    flags.authTime === undefined ? Math.floor(systemClock.wall() / 1000) : wholeNumber('--auth-time', flags.authTime)
  const profiles = flags.profiles.split(',').map((id) => provedProfile(id.trim(), authTime))
  const issuer = {
    key: openConfiguredKeys(configuration).tokenKeys().signing,
    issuer: ISSUER,
    clock: systemClock,
    random: systemRandom,
  }
  return issueToken(issuer, { client: flags.client, profiles, seconds: wholeNumber('--expires', flags.expires) })
}

function provedProfile(id: string, authTime: number): ProvedProfile {
  const app = appOfPersonType(readType(id) ?? '')
  if (app !== null) return { app, id, authTime }
  throw new ConfigurationError(
    `--profiles must name profiles by the ids that the graph shows, but got: ${id}. Ask for { photoMe { id } } as that person, or see /dev/personas.`,
  )
}

function wholeNumber(flag: string, text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value)) return value
  throw new ConfigurationError(`${flag} must be a whole number of seconds, but got: ${text}`)
}
