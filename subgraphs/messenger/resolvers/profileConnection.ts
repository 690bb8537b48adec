import { blockHides } from '../../runtime/blocks/blocks.ts'
import type { Connection } from '../../runtime/connections/connections.ts'
import { shownConnection, type ShownOptions } from '../../runtime/connections/shownConnection.ts'
import type { Context } from '../context.ts'
import type { ProfileRow } from '../rows.ts'

export interface ProfileListOptions<D> extends Omit<ShownOptions<D, ProfileRow>, 'node'> {
  /** Whose profile an entry of the list is about. */
  readonly profileId: (entry: D) => string
  /** Whether those between whom and the viewer there is a block are in the list. */
  readonly blocked: 'hidden' | 'shown'
}

/** A list of people: their profiles are read together. Who is hidden or gone has no edge. */
export function profileConnection<D>(
  { load }: Context,
  { profileId, blocked, ...list }: ProfileListOptions<D>,
): Promise<Connection<ProfileRow>> {
  async function node(entry: D): Promise<ProfileRow | null> {
    const id = profileId(entry)
    if (blocked === 'shown') return load.profile.load(id)
    const [profile, relation] = await Promise.all([load.profile.load(id), load.relation.load(id)])
    return blockHides(relation.block) ? null : profile
  }

  return shownConnection({ ...list, node })
}
