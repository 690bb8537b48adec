import { blockHides } from '../../runtime/blocks/blocks.ts'
import type { Connection } from '../../runtime/connections/connections.ts'
import { shownConnection, type ShownOptions } from '../../runtime/connections/shownConnection.ts'
import type { Context } from '../context.ts'
import type { ProfileRow } from '../rows.ts'
import { isShown } from '../rules/privacyHidesProfiles.ts'

export interface ProfileListOptions<D> extends Omit<ShownOptions<D, ProfileRow>, 'node'> {
  /** Whose profile an entry of the list is about. */
  readonly profileId: (entry: D) => string
  /**
   * `shown`: those whose profile is shown to the viewer. `unblocked`: private ones as well, in lists that are about the
   * viewer. `all`: the viewer's own blocks.
   */
  readonly who: 'shown' | 'unblocked' | 'all'
}

/** A list of people: their profiles are read together. Who is hidden or gone leaves no trace. */
export function profileConnection<D>(
  { load }: Context,
  { profileId, who, ...list }: ProfileListOptions<D>,
): Promise<Connection<ProfileRow>> {
  async function node(entry: D): Promise<ProfileRow | null> {
    const id = profileId(entry)
    if (who === 'all') return load.profile.load(id)
    const [profile, standing] = await Promise.all([load.profile.load(id), load.standing(id)])
    if (profile === null) return null
    const visible = who === 'shown' ? isShown(profile, standing) : !blockHides(standing.block)
    return visible ? profile : null
  }

  return shownConnection({ ...list, node })
}

/** A list of what authors made whom the viewer may see by the way the list is read; only blocks can hide them still. */
export function unblockedConnection<D extends { readonly authorId: string }>(
  { load }: Context,
  list: Omit<ShownOptions<D, D>, 'node'>,
): Promise<Connection<D>> {
  return shownConnection({ ...list, node: async (item) => ((await load.isBlocked(item.authorId)) ? null : item) })
}
