import type { Connection } from '../../runtime/connections/connections.ts'
import { shownConnection, type ShownOptions } from '../../runtime/connections/shownConnection.ts'
import type { Context } from '../context.ts'
import type { ProfileRow } from '../rows.ts'
import type { Standing } from '../rules/standing.ts'

export interface ProfileListOptions<D> extends Omit<ShownOptions<D, ProfileRow>, 'node'> {
  /** The local id of whom an entry stands for. */
  readonly personOf: (entry: D) => string
  /** Whom the viewer is shown. Default: everybody. */
  readonly shows?: (profile: ProfileRow, standing: Standing) => boolean
}

/** A list of people: two store calls for a page of them, one when everybody is shown. */
export function profileList<D>(
  { load }: Context,
  { personOf, shows, ...list }: ProfileListOptions<D>,
): Promise<Connection<ProfileRow>> {
  async function node(entry: D): Promise<ProfileRow | null> {
    const person = personOf(entry)
    if (shows === undefined) return load.profile.load(person)
    const [profile, standing] = await Promise.all([load.profile.load(person), load.standing(person)])
    return profile !== null && shows(profile, standing) ? profile : null
  }

  return shownConnection({ ...list, node })
}
