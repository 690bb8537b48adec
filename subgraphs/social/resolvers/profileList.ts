import { toConnection } from '../../runtime/connections/connections.ts'
import type { Page, Position, Scalar, StoredDocument } from '../../storage/port.ts'
import type { Context } from '../context.ts'
import type { List } from '../lists.ts'
import type { ProfileRow } from '../rows.ts'
import type { Standing } from '../rules/standing.ts'

export interface ProfileListOptions<D> {
  readonly list: List
  /** The `order` field of the index that the page was read from; absent when it has none. */
  readonly order?: keyof D & string
  /** Whose profile an entry stands for. */
  readonly personOf: (item: D) => string
  /** Whom the viewer is shown. Default: everybody. */
  readonly shows?: (profile: ProfileRow, standing: Standing) => boolean
}

/** A page of stored entries as a connection of profiles: two store calls for all of them, one when everybody is shown. */
export async function profileList<D extends StoredDocument>(
  page: Page<D>,
  { list, order, personOf, shows }: ProfileListOptions<D>,
  { load }: Context,
) {
  const profiles = await Promise.all(
    page.items.map(async (item) => {
      const person = personOf(item)
      if (shows === undefined) return load.profile.load(person)
      const [profile, standing] = await Promise.all([load.profile.load(person), load.standing(person)])
      return profile !== null && shows(profile, standing) ? profile : null
    }),
  )
  const position = (item: D): Position => ({
    order: order === undefined ? null : (item[order] as Scalar),
    id: item._id,
  })
  return toConnection(page, { ...list, position, node: (_item, index) => profiles[index] ?? null })
}
