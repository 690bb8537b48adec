import { openOwnId } from '../ownIds.ts'
import type { Context } from '../context.ts'
import { ACCOUNTS, type Session } from '../rules/clients.ts'
import type { CrosspostRow } from './rows.ts'

/**
 * The profile that shares: the messenger's, in the messenger's own session or proved in one of the accounts center. Null
 * in every other session.
 */
export function authorOf({ client, profiles }: Session): string | null {
  if (client !== 'MESSENGER' && client !== ACCOUNTS) return null
  return profiles.find(({ app }) => app === 'MESSENGER')?.id ?? null
}

/** Whether the cross-post may be seen in this session, and changed: by its author alone. */
export function isAuthor({ author }: Pick<CrosspostRow, 'author'>, session: Session): boolean {
  return author !== null && author === authorOf(session)
}

/** The cross-post with this sealed id, for its author only. */
export async function ownCrosspost(id: unknown, context: Context): Promise<CrosspostRow | null> {
  const [local] = openOwnId(context.ids, id, 'Crosspost')
  const row = local === undefined ? null : await context.load.crossposts.load(local)
  return row !== null && isAuthor(row, context) ? row : null
}
