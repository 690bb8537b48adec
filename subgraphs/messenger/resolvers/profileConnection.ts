import { type Connection, type ConnectionOptions, toConnection } from '../../runtime/connections/connections.ts'
import type { Page } from '../../storage/port.ts'
import type { Context } from '../context.ts'
import type { ProfileRow } from '../rows.ts'
import { blockHides } from '../rules/relation.ts'

export interface ProfileListOptions<D> extends Omit<ConnectionOptions<D, ProfileRow>, 'node'> {
  /** Whose profile an entry of the list is about. */
  readonly profileId: (entry: D) => string
  /** Whether those between whom and the viewer there is a block are in the list. */
  readonly blocked: 'hidden' | 'shown'
}

/** A list of people: their profiles are read together. Who is hidden or gone has no edge. */
export async function profileConnection<D>(
  page: Page<D>,
  { profileId, blocked, ...options }: ProfileListOptions<D>,
  { load }: Context,
): Promise<Connection<ProfileRow>> {
  async function visible(id: string): Promise<ProfileRow | null> {
    const [profile, relation] = await Promise.all([load.profile.load(id), load.relation.load(id)])
    return blocked === 'hidden' && blockHides(relation) ? null : profile
  }

  const profiles = await Promise.all(page.items.map((entry) => visible(profileId(entry))))
  return toConnection(page, { ...options, node: (_entry, index) => profiles[index] ?? null })
}
