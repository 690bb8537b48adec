import {
  type Connection,
  type ConnectionArguments,
  type ConnectionOptions,
  type CursorScope,
  pageArguments,
  toConnection,
} from '../../runtime/connections/connections.ts'
import type { Page, PageRequest } from '../../storage/port.ts'
import type { Context } from '../context.ts'
import type { ProfileRow } from '../rows.ts'
import { isShown } from '../rules/privacyHidesProfiles.ts'
import { blockHides } from '../rules/standing.ts'

/** One list of one viewer, as its cursors know it, and the page that is asked of it. */
export interface AskedPage extends CursorScope {
  readonly request: PageRequest
}

/**
 * The page that the arguments ask for. `parts` name the list: the field, whose list it is, what it was searched by. The
 * viewer is part of every scope, since what a list has depends on who looks.
 */
export function askedPage(
  { ids, viewer }: Context,
  args: ConnectionArguments,
  ...parts: readonly [string, ...string[]]
): AskedPage {
  const scope = JSON.stringify([...parts, viewer?.local ?? null])
  return { ids, scope, request: pageArguments(args, { ids, scope }) }
}

export interface ProfileListOptions<D> extends AskedPage, Pick<ConnectionOptions<D, ProfileRow>, 'position'> {
  /** Whose profile an entry of the list is about. */
  readonly profileId: (entry: D) => string
  /**
   * `shown`: those whose profile is shown to the viewer. `unblocked`: private ones as well, in lists that are about the
   * viewer. `all`: the viewer's own blocks.
   */
  readonly who: 'shown' | 'unblocked' | 'all'
}

/** A list of people: their profiles are read together. Who is hidden or gone has no edge. */
export async function profileConnection<D>(
  context: Context,
  page: Page<D>,
  { profileId, who, ...options }: ProfileListOptions<D>,
): Promise<Connection<ProfileRow>> {
  const profiles = await Promise.all(page.items.map((entry) => profileInList(context, profileId(entry), who)))
  return toConnection(page, { ...options, node: (_entry, index) => profiles[index] ?? null })
}

async function profileInList(
  { load }: Context,
  profileId: string,
  who: ProfileListOptions<never>['who'],
): Promise<ProfileRow | null> {
  const [profile, standing] = await Promise.all([load.profile.load(profileId), load.standing(profileId)])
  if (profile === null || who === 'all') return profile
  const visible = who === 'shown' ? isShown(profile, standing) : !blockHides(standing.block)
  return visible ? profile : null
}

/** A list of what authors made whom the viewer may see by the way the page was read; only blocks can hide them still. */
export async function unblockedConnection<D extends { readonly authorId: string }>(
  { load }: Context,
  page: Page<D>,
  options: AskedPage & Pick<ConnectionOptions<D, D>, 'position'>,
): Promise<Connection<D>> {
  const blocked = await Promise.all(page.items.map((item) => load.isBlocked(item.authorId)))
  return toConnection(page, { ...options, node: (item, index) => (blocked[index] === true ? null : item) })
}
