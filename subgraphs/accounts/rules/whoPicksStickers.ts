import type { App } from '../../runtime/identity/identity.ts'
import { ACCOUNTS, type Session } from './clients.ts'

/** Stickers are picked by the viewer, in the app that they are for or in the accounts center. */
export function mayPickStickers(profileId: string, app: App, { client, profiles }: Session): boolean {
  if (client !== app && client !== ACCOUNTS) return false
  return profiles.some((profile) => profile.app === app && profile.id === profileId)
}
